/** What a network consists of, counted: parameters, operations and memory, layer by layer. */
import { type Shape, sizeOf } from '../tensor/shape.ts'
import type { Variable } from './layers/layer.ts'
import { definitionOf } from './layers/table.ts'
import { type NamedVariable, type PlacedLayer, flattened, isStatistics, placeLayers } from './network.ts'
import type { LayerSpecification, ModelSpecification } from './specification.ts'

/** Counts of numbers and operations. */
export interface Counts {
  /** Numbers that learning changes. */
  readonly parameters: number
  /** Numbers that a layer keeps beside them, such as running means. */
  readonly statistics: number
  /** Floating-point operations of a prediction for one row: a multiplication and an addition are two. */
  readonly operations: number
  /** Numbers that come out for one row, all of which learning keeps until the gradient is known. */
  readonly activations: number
}

/** A layer with its counts; those of layers inside are among them. Shapes are those of one row. */
export interface InspectedLayer extends Counts {
  readonly layer: LayerSpecification
  /** `layers[2]`, and of a layer inside of it `layers[2].shortcut[0]`. */
  readonly place: string
  /** How many layers it lies inside of. */
  readonly depth: number
  readonly input: Shape
  readonly output: Shape
  readonly variables: readonly NamedVariable[]
}

/** A network with its counts. */
export interface InspectedNetwork extends Counts {
  /** Every layer, those inside of it after it. */
  readonly layers: readonly InspectedLayer[]
}

const nothing: Counts = { parameters: 0, statistics: 0, operations: 0, activations: 0 }

const sum = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({
    parameters: a.parameters + b.parameters,
    statistics: a.statistics + b.statistics,
    operations: a.operations + b.operations,
    activations: a.activations + b.activations,
  }), nothing)

const numbers = (variables: readonly Variable[]): number => variables.reduce((total, { shape }) => total + sizeOf(shape), 0)

/** The counts of a layer without those inside of it. */
function own({ layer, input, output, variables }: PlacedLayer): Counts {
  const { operations, isView } = definitionOf(layer.type)
  return {
    parameters: numbers(variables.filter((variable) => !isStatistics(variable))),
    statistics: numbers(variables.filter(isStatistics)),
    operations: isView ? 0 : (operations?.(layer, input, output) ?? sizeOf(output)),
    activations: isView ? 0 : sizeOf(output),
  }
}

function inspectLayer(placed: PlacedLayer, depth: number): InspectedLayer[] {
  const { layer, place, input, output, variables, inner } = placed
  const counts = sum(flattened([placed]).map(own))
  const inside = inner.flat().flatMap((one) => inspectLayer(one, depth + 1))
  return [{ layer, place, depth, input, output, variables, ...counts }, ...inside]
}

/**
 * Counts what a network consists of, for inputs of so many columns.
 *
 * @param features columns of the input, without the dummy column.
 * @example
 * inspectNetwork({ layers: [{ type: 'dense', units: 3 }, { type: 'relu' }, { type: 'dense' }], loss: 'mean-square' }, 4).parameters
 * // 4 * 3 + 3 + 3 + 1 = 19
 */
export function inspectNetwork(specification: ModelSpecification, features: number): InspectedNetwork {
  const placed = placeLayers(specification, features)
  return { layers: placed.flatMap((one) => inspectLayer(one, 0)), ...sum(flattened(placed).map(own)) }
}
