/** Model specifications: the structure of a model as plain data. Learning is the same for all of them. */
import { KudariError } from '../messages/error.ts'
import { isActivation } from './layers/activations.ts'
import { type Setting, isRecord, quotedList } from '../messages/settings.ts'
import { type AnyLayer, definitionOf, layerTypes } from './layers/table.ts'
import { type LossName, type LossSpecification, lossKeys, lossOf, losses } from './losses.ts'
import { modelMessages } from './messages.ts'

export type LayerSpecification = AnyLayer

/** A model: its layers from the input to the output, and the loss function that says how close its predictions are. */
export interface ModelSpecification {
  readonly layers: readonly LayerSpecification[]
  readonly loss: LossSpecification
}

/** The three structures of the talk that have no hidden layer; they differ in activation and loss only. */
export const linear = (loss: LossSpecification = 'half-mean-square'): ModelSpecification => ({
  layers: [{ type: 'dummy' }, { type: 'dense', bias: false }],
  loss,
})

export const logistic = (loss: LossSpecification = 'binary-cross-entropy'): ModelSpecification => ({
  layers: [{ type: 'dummy' }, { type: 'dense', bias: false }, { type: 'sigmoid' }],
  loss,
})

export const softmaxRegression = (classes: number, loss: LossSpecification = 'categorical-cross-entropy'): ModelSpecification => ({
  layers: [{ type: 'dummy' }, { type: 'dense', units: classes, bias: false }, { type: 'softmax' }],
  loss,
})

function refuse(place: string, expected: string, found: unknown): never {
  throw new KudariError('usage', modelMessages.notAnObject, { place, expected, found: JSON.stringify(found) as string | undefined })
}

/** The keys of an object beside `type`, each held against its check. */
function readKeys(value: Record<string, unknown>, place: string, keys: Readonly<Record<string, Setting>>): void {
  const allowed = ['type', ...Object.keys(keys)]
  for (const key of Object.keys(value))
    if (!allowed.includes(key)) throw new KudariError('usage', modelMessages.unknownKey, { place, key, allowed: quotedList(allowed) })
  for (const [key, { expected, isFine, isRequired }] of Object.entries(keys))
    if ((value[key] !== undefined || isRequired) && !isFine(value[key])) refuse(`${place}.${key}`, expected, value[key])
}

function readLayer(value: unknown, place: string): LayerSpecification {
  if (!isRecord(value) || typeof value.type !== 'string' || !layerTypes.includes(value.type))
    return refuse(`${place}.type`, quotedList(layerTypes), isRecord(value) ? value.type : value)
  const { keys, inner } = definitionOf(value.type)
  readKeys(value, place, keys)
  const layer = value as unknown as LayerSpecification
  for (const [i, sequence] of inner?.(layer).entries() ?? [])
    for (const [j, child] of sequence.entries()) readLayer(child, `${place}.${innerPlace(layer, i)}[${j}]`)
  return layer
}

/** How the sequences inside of a layer are called in its specification. */
export const innerPlace = ({ type }: LayerSpecification, i: number): string =>
  type === 'branch' ? `branches[${i}]` : (['layers', 'shortcut'] as const)[i]

function readLoss(value: unknown): LossSpecification {
  const name = isRecord(value) ? value.type : value
  if (typeof name !== 'string' || !(name in losses)) return refuse('loss', quotedList(Object.keys(losses)), value)
  if (isRecord(value)) readKeys(value, 'loss', lossKeys(name as LossName))
  return value as LossSpecification
}

/**
 * Checks a specification that came from outside (a JSON file, a model file).
 *
 * @throws KudariError naming the place, what was expected there and what was found.
 * @example
 * readSpecification({ layers: [{ type: 'dummy' }, { type: 'dense', bias: false }], loss: 'half-mean-square' })
 */
export function readSpecification(value: unknown): ModelSpecification {
  if (!isRecord(value)) return refuse('specification', '{"layers": [...], "loss": "..."}', value)
  if (!Array.isArray(value.layers)) return refuse('layers', '[...]', value.layers)
  const loss = readLoss(value.loss)
  const layers = value.layers.map((layer, i) => readLayer(layer, `layers[${i}]`))
  const specification: ModelSpecification = { layers, loss }
  checkSpecification(specification)
  return specification
}

/** Every layer with those inside of it, each before its own. */
export const withInner = (layers: readonly LayerSpecification[]): LayerSpecification[] =>
  layers.flatMap((layer) => [
    layer,
    ...(definitionOf(layer.type).inner?.(layer) ?? []).flatMap((sequence) => withInner(sequence as readonly LayerSpecification[])),
  ])

/** Layers with weights `W`. */
export const isWeighted = ({ type }: LayerSpecification): boolean => type === 'dense' || type === 'conv2d'

/** Whether a model has more than one layer with weights. */
export const isNetwork = ({ layers }: ModelSpecification): boolean => withInner(layers).filter(isWeighted).length > 1

/** What the types alone cannot say: where the dummy column may stand, and which activation a loss needs. */
export function checkSpecification({ layers, loss }: ModelSpecification): void {
  if (!withInner(layers).some(isWeighted)) throw new KudariError('usage', modelMessages.noDense, undefined)
  for (const [i, { type }] of layers.entries())
    if (type === 'dummy' && (i !== 0 || layers[1]?.type !== 'dense')) throw new KudariError('usage', modelMessages.dummyNotFirst, { place: `layers[${i}]` })
  if (layers.some((layer) => withInner([layer]).slice(1).some(({ type }) => type === 'dummy')))
    throw new KudariError('usage', modelMessages.dummyNotFirst, { place: 'layers' })
  const { name, activation } = lossOf(loss)
  const last = layers.at(-1)!.type
  if (activation !== undefined && last !== activation)
    throw new KudariError('usage', modelMessages.lossNeedsActivation, { loss: name, activation, found: last })
}

/** The last layer, if it is an activation. */
export const outputActivation = ({ layers }: ModelSpecification): LayerSpecification | undefined => {
  const last = layers.at(-1)!
  return isActivation(last.type) ? last : undefined
}
