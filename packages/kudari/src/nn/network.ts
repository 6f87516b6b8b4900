/** A network laid out for its input: every layer with the shapes of its rows, and its tensors with their names. */
import { KudariError } from '../messages/error.ts'
import { uniqueNames } from '../program/program.ts'
import { type Shape, formatShape } from '../tensor/shape.ts'
import { isActivation } from './layers/activations.ts'
import type { Variable } from './layers/layer.ts'
import { definitionOf } from './layers/table.ts'
import { modelMessages } from './messages.ts'
import { type LayerSpecification, type ModelSpecification, innerPlace, isNetwork, isWeighted } from './specification.ts'

/** A tensor of a layer, under the name that it has in the model: `W1`, `b1`, `gamma1`; of a single layer `w`, or `W` and `b`. */
export type NamedVariable = Variable & { readonly name: string }

/** A layer in its place. Shapes are those of one row. */
export interface PlacedLayer {
  readonly layer: LayerSpecification
  /** For messages: `layers[2]`. */
  readonly place: string
  readonly input: Shape
  readonly output: Shape
  readonly variables: readonly NamedVariable[]
  /** Whether the first of its inputs is the dummy column. */
  readonly hasDummy: boolean
  /** Where its values are spoken of: `1` for the first layer with weights, `2` for the next; `batchNormalization1`. */
  readonly number: number
  readonly inner: readonly (readonly PlacedLayer[])[]
}

/** Counts the layers of each family, as they come. */
function counter(): (family: string) => number {
  const counts = new Map<string, number>()
  return (family) => {
    const count = (counts.get(family) ?? 0) + 1
    counts.set(family, count)
    return count
  }
}

const familyOf = (layer: LayerSpecification): string => {
  if (isWeighted(layer)) return 'weighted'
  return layer.type.endsWith('normalization') ? 'normalization' : layer.type
}

/**
 * Lays out a model for inputs of so many columns.
 *
 * @param features columns of the input, without the dummy column.
 * @throws KudariError naming the layer that does not take what the one before it gives.
 */
export function placeLayers(specification: ModelSpecification, features: number): readonly PlacedLayer[] {
  const known = placements.get(specification) ?? new Map<number, readonly PlacedLayer[]>()
  const placed = known.get(features) ?? place(specification, features)
  placements.set(specification, known.set(features, placed))
  return placed
}

/** What was laid out already: a run asks for the same again and again. */
const placements = new WeakMap<ModelSpecification, Map<number, readonly PlacedLayer[]>>()

function place(specification: ModelSpecification, features: number): readonly PlacedLayer[] {
  const next = counter()
  const hasMany = isNetwork(specification)

  const nameOf = (layer: LayerSpecification, { role }: Variable, number: number, hasBias: boolean): string => {
    if (!isWeighted(layer)) return `${role}${number}`
    if (hasMany) return `${role}${number}`
    return role === 'W' && !hasBias ? 'w' : role
  }

  const placeSequence = (layers: readonly LayerSpecification[], input: Shape, place: string): PlacedLayer[] => {
    const placed: PlacedLayer[] = []
    let shape = input
    for (const [i, layer] of layers.entries()) {
      const at = `${place}[${i}]`
      const { inner = () => [], shape: shapeRule, variables = () => [] } = definitionOf(layer.type)
      const number = next(familyOf(layer))
      const sequences = inner(layer).map((sequence, j) =>
        placeSequence(sequence as readonly LayerSpecification[], shape, `${at}.${innerPlace(layer, j)}`))
      const refuse = (expected: string): never => {
        throw new KudariError('usage', modelMessages.doesNotFit, { place: at, type: layer.type, expected, found: formatShape(shape) })
      }
      const ends = sequences.map((sequence) => sequence.at(-1)?.output ?? shape)
      const output = shapeRule(layer, shape, { name: `${at} (${layer.type})`, refuse }, ends)
      const own = variables(layer, shape)
      const hasBias = own.some(({ role }) => role === 'b')
      placed.push({
        layer,
        place: at,
        input: shape,
        output,
        variables: own.map((variable) => ({ ...variable, name: nameOf(layer, variable, number, hasBias) })),
        hasDummy: layers[i - 1]?.type === 'dummy',
        number,
        inner: sequences,
      })
      shape = output
    }
    return placed
  }
  return placeSequence(specification.layers, [features], 'layers')
}

/** Every layer, those inside of others after them, in the order in which they are used. */
export const flattened = (placed: readonly PlacedLayer[]): PlacedLayer[] =>
  placed.flatMap((layer) => [layer, ...layer.inner.flatMap(flattened)])

/** A kebab-case name as a word: `max-pool` is `maxPool`. */
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * What the outputs of layers are called, by their places, in the order in which they are computed: `a1` for a layer with
 * weights, `h1` for the activation that follows it, others by their kind, at the end `u` and `yp`.
 */
export function outputNames(placed: readonly PlacedLayer[]): ReadonlyMap<string, string> {
  const last = placed.at(-1)!
  const places: string[] = []
  const wanted: string[] = []
  let weighted = 0
  const visit = (layers: readonly PlacedLayer[]): void => {
    for (const [i, one] of layers.entries()) {
      const { layer, place, number, inner } = one
      if (layer.type === 'dummy') continue
      for (const sequence of inner) visit(sequence)
      if (isWeighted(layer)) weighted = number
      const own = isWeighted(layer) ? `a${number}` : isActivation(layer.type) ? `h${weighted}` : `${camel(layer.type)}${number}`
      const isBeforeLast = layers[i + 1] === last && isActivation(last.layer.type)
      places.push(place)
      wanted.push(one === last ? 'yp' : isBeforeLast ? 'u' : own)
    }
  }
  visit(placed)
  const names = uniqueNames(wanted, [])
  return new Map(places.map((place, i) => [place, names[i]]))
}

/** The layers of a model that own tensors. */
export const layersWithVariables = (specification: ModelSpecification, features: number): PlacedLayer[] =>
  flattened(placeLayers(specification, features)).filter(({ variables }) => variables.length > 0)

/** All tensors of a model. */
export const variablesOf = (specification: ModelSpecification, features: number): NamedVariable[] =>
  layersWithVariables(specification, features).flatMap(({ variables }) => variables)

export const isStatistics = ({ kind }: Variable): boolean => kind === 'statistics'
