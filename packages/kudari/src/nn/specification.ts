/** Model specifications: the structure of a model as plain data. Learning is the same for all of them. */
import { KudariError } from '../messages/error.ts'
import { type ActivationName, activations } from './activations.ts'
import { type LossName, lossOf, losses } from './losses.ts'
import { modelMessages } from './messages.ts'

/** How the weights of a layer begin. The random ones are normal: `glorot` for sigmoid and tanh, `he` for ReLU. */
export type InitializerName = 'zeros' | 'ones' | 'random' | 'glorot' | 'he'
export const initializerNames: readonly InitializerName[] = ['zeros', 'ones', 'random', 'glorot', 'he']

/** The talk's dummy variable: a column of ones inserted before the inputs, so that w0 is a weight like any other. */
export interface DummyLayer {
  readonly type: 'dummy'
}

/**
 * `x @ W + b`. Without `units` there is one output a row, as a plain vector (the talk's `x @ w`); with `bias: false` there
 * is no `b`.
 */
export interface DenseLayer {
  readonly type: 'dense'
  readonly units?: number
  readonly bias?: boolean
  readonly initializer?: InitializerName
}

/** A function applied to every output of the layer before. */
export interface ActivationLayer {
  readonly type: ActivationName
}

export type LayerSpecification = DummyLayer | DenseLayer | ActivationLayer

/** A model: its layers from the input to the output, and the loss function that says how close its predictions are. */
export interface ModelSpecification {
  readonly layers: readonly LayerSpecification[]
  readonly loss: LossName
}

/** The three structures of the talk that have no hidden layer; they differ in activation and loss only. */
export const linear = (loss: LossName = 'half-mean-square'): ModelSpecification => ({
  layers: [{ type: 'dummy' }, { type: 'dense', bias: false }],
  loss,
})

export const logistic = (): ModelSpecification => ({
  layers: [{ type: 'dummy' }, { type: 'dense', bias: false }, { type: 'sigmoid' }],
  loss: 'binary-cross-entropy',
})

export const softmaxRegression = (classes: number): ModelSpecification => ({
  layers: [{ type: 'dummy' }, { type: 'dense', units: classes, bias: false }, { type: 'softmax' }],
  loss: 'categorical-cross-entropy',
})

function refuse(place: string, expected: string, found: unknown): never {
  throw new KudariError('usage', modelMessages.notAnObject, { place, expected, found: JSON.stringify(found) as string | undefined })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

function readLayer(value: unknown, place: string): LayerSpecification {
  const types = ['dummy', 'dense', ...Object.keys(activations)]
  if (!isRecord(value) || typeof value.type !== 'string' || !types.includes(value.type))
    return refuse(`${place}.type`, list(types), isRecord(value) ? value.type : value)
  const allowed = value.type === 'dense' ? ['type', 'units', 'bias', 'initializer'] : ['type']
  for (const key of Object.keys(value))
    if (!allowed.includes(key)) throw new KudariError('usage', modelMessages.unknownKey, { place, key, allowed: list(allowed) })
  if (value.type === 'dense') {
    const { units, bias, initializer } = value
    if (units !== undefined && !(Number.isInteger(units) && (units as number) >= 1))
      refuse(`${place}.units`, '>= 1', units)
    if (bias !== undefined && typeof bias !== 'boolean') refuse(`${place}.bias`, 'true, false', bias)
    if (initializer !== undefined && !initializerNames.some((name) => name === initializer))
      refuse(`${place}.initializer`, list(initializerNames), initializer)
  }
  return value as unknown as LayerSpecification
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
  if (typeof value.loss !== 'string' || !(value.loss in losses)) return refuse('loss', list(Object.keys(losses)), value.loss)
  const layers = value.layers.map((layer, i) => readLayer(layer, `layers[${i}]`))
  const specification: ModelSpecification = { layers, loss: value.loss as LossName }
  checkSpecification(specification)
  return specification
}

/** What the types alone cannot say: where the dummy column may stand, and which activation a loss needs. */
export function checkSpecification({ layers, loss }: ModelSpecification): void {
  const firstDense = layers.findIndex(({ type }) => type === 'dense')
  if (firstDense === -1) throw new KudariError('usage', modelMessages.noDense, undefined)
  for (const [i, { type }] of layers.entries())
    if (type === 'dummy' && (i > firstDense || layers.findIndex((layer) => layer.type === 'dummy') !== i))
      throw new KudariError('usage', modelMessages.dummyNotFirst, { place: `layers[${i}]` })
  const { activation } = lossOf(loss)
  const last = layers.at(-1)!.type
  if (activation !== undefined && last !== activation)
    throw new KudariError('usage', modelMessages.lossNeedsActivation, { loss, activation, found: last })
}
