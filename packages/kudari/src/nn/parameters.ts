/** Parameters: the numbers of a model that learning changes — their names, shapes and first values. */
import { KudariError } from '../messages/error.ts'
import { full, tensor } from '../tensor/create.ts'
import { type DType, allocate } from '../tensor/dtype.ts'
import { type Generator } from '../tensor/random.ts'
import { type Shape, formatShape, sameShape, sizeOf } from '../tensor/shape.ts'
import { Tensor } from '../tensor/tensor.ts'
import { modelMessages } from './messages.ts'
import type { DenseLayer, InitializerName, ModelSpecification } from './specification.ts'

/** The parameters of a model by name: `w`, or `W1`, `b1`, `W2`, `b2`, ... where there are several layers. */
export type Parameters = { readonly [name: string]: Tensor }

/** A dense layer with its place among the dense layers and the shapes of its parameters. */
export interface DenseShape {
  readonly layer: DenseLayer
  /** Inputs a row, the dummy column included. */
  readonly inputs: number
  /** Whether the first of the inputs is the dummy column. */
  readonly hasDummy: boolean
  readonly weights: { readonly name: string; readonly shape: Shape }
  readonly bias?: { readonly name: string; readonly shape: Shape }
}

/**
 * The dense layers of a model with the names and shapes of their parameters.
 *
 * @param features columns of the input, without the dummy column.
 */
export function denseShapes({ layers }: ModelSpecification, features: number): DenseShape[] {
  const dense = layers.filter((layer): layer is DenseLayer => layer.type === 'dense')
  const shapes: DenseShape[] = []
  let inputs = features
  let hasDummy = false
  for (const layer of layers) {
    if (layer.type === 'dummy') {
      inputs += 1
      hasDummy = true
    }
    if (layer.type !== 'dense') continue
    const suffix = dense.length === 1 ? '' : `${shapes.length + 1}`
    const hasBias = layer.bias ?? true
    const outputs = layer.units === undefined ? [] : [layer.units]
    const name = `${hasBias || dense.length > 1 ? 'W' : 'w'}${suffix}`
    shapes.push({
      layer,
      inputs,
      hasDummy,
      weights: { name, shape: [inputs, ...outputs] },
      ...(hasBias ? { bias: { name: `b${suffix}`, shape: outputs } } : {}),
    })
    inputs = layer.units ?? 1
    hasDummy = false
  }
  return shapes
}

/** First values of one weight matrix of shape (inputs, outputs). Biases, and the dummy column's weights, begin at 0. */
function initialWeights(initializer: InitializerName, { inputs, hasDummy, weights }: DenseShape, dtype: DType, random: Generator) {
  const outputs = weights.shape[1] ?? 1
  if (initializer === 'zeros' || initializer === 'ones') return full(weights.shape, initializer === 'ones' ? 1 : 0, { dtype })
  const fanIn = hasDummy ? inputs - 1 : inputs
  // He et al. 2015 for ReLU; Glorot and Bengio 2010 for sigmoid and tanh; `random` is a small spread whatever the shape.
  const deviations = { he: Math.sqrt(2 / fanIn), glorot: Math.sqrt(2 / (fanIn + outputs)), random: 0.01 }
  const data = allocate(dtype, sizeOf(weights.shape))
  for (let i = hasDummy ? outputs : 0; i < data.length; i++) data[i] = deviations[initializer] * random.normal()
  return new Tensor({ shape: weights.shape, dtype }, data)
}

/** A single layer has one minimum and may begin at 0; of several, all-equal weights would learn alike, so they are random. */
function defaultInitializer({ layers }: ModelSpecification, layer: DenseLayer): InitializerName {
  if (layers.filter(({ type }) => type === 'dense').length === 1) return 'zeros'
  return layers[layers.indexOf(layer) + 1]?.type === 'relu' ? 'he' : 'glorot'
}

/**
 * First values of all parameters. Without an `initializer`, each layer begins as its specification says, or else with
 * zeros if it is the only one, `he` before a ReLU, and `glorot` before anything else.
 *
 * @param initializer overrides what the layers say; `ones` makes the biases ones too, as the talk's and the book's runs do.
 */
export function initializeParameters(
  specification: ModelSpecification,
  features: number,
  { initializer, dtype, random }: { readonly initializer?: InitializerName; readonly dtype: DType; readonly random: Generator },
): Parameters {
  const entries = denseShapes(specification, features).flatMap((dense) => {
    const chosen = initializer ?? dense.layer.initializer ?? defaultInitializer(specification, dense.layer)
    const weights = [dense.weights.name, initialWeights(chosen, dense, dtype, random)] as const
    if (!dense.bias) return [weights]
    return [weights, [dense.bias.name, full(dense.bias.shape, chosen === 'ones' ? 1 : 0, { dtype })] as const]
  })
  return Object.fromEntries(entries)
}

/** One layer's weights as they stand in a file: `W` as (inputs, outputs), `b` one for each output. */
export interface LayerWeights {
  readonly W: Tensor
  readonly b?: Tensor
}

const requireShape = (place: string, tensor: Tensor, ...allowed: readonly Shape[]): void => {
  if (allowed.some((shape) => sameShape(shape, tensor.shape))) return
  throw new KudariError('usage', modelMessages.wrongWeights, {
    place,
    expected: allowed.map(formatShape).join(' / '),
    found: formatShape(tensor.shape),
  })
}

/**
 * Parameters from weights given layer by layer. For a layer with the dummy column, `b` becomes the first row of `w`.
 *
 * @throws KudariError naming the layer whose weights do not fit.
 */
export function parametersFromLayers(
  specification: ModelSpecification,
  features: number,
  layers: readonly LayerWeights[],
  dtype: DType,
): Parameters {
  const shapes = denseShapes(specification, features)
  if (layers.length !== shapes.length)
    throw new KudariError('usage', modelMessages.wrongLayerCount, { expected: shapes.length, found: layers.length })
  const entries = shapes.flatMap(({ layer, inputs, hasDummy, weights, bias }, i) => {
    const { W, b } = layers[i]
    const outputs = layer.units ?? 1
    const rows = hasDummy ? inputs - 1 : inputs
    requireShape(`[${i}].W`, W, [rows, outputs], ...(layer.units === undefined ? [[rows]] : []))
    if (b) requireShape(`[${i}].b`, b, [outputs], ...(layer.units === undefined ? [[]] : []))
    const rest = W.reshape([rows, outputs])
    const first = b ?? full([outputs], 0)
    if (hasDummy) {
      const all = rest.insert(0, first.reshape([outputs]), { axis: 0 })
      return [[weights.name, all.reshape(weights.shape).astype(dtype)] as const]
    }
    const entry = [weights.name, rest.reshape(weights.shape).astype(dtype)] as const
    return bias ? [entry, [bias.name, first.reshape(bias.shape).astype(dtype)] as const] : [entry]
  })
  return Object.fromEntries(entries)
}

/** The inverse of {@link parametersFromLayers}: weights layer by layer, `b` apart from `W` also where it was a row of `w`. */
export const layersFromParameters = (
  specification: ModelSpecification,
  features: number,
  parameters: Parameters,
): LayerWeights[] =>
  denseShapes(specification, features).map(({ layer, inputs, hasDummy, weights, bias }) => {
    const outputs = layer.units ?? 1
    const all = parameters[weights.name].reshape([inputs, outputs])
    if (hasDummy) return { W: all.slice('1:'), b: all.slice(0) }
    return bias ? { W: all, b: parameters[bias.name].reshape([outputs]) } : { W: all }
  })

/** Parameters of a model with one output from a list of numbers: bias first, then one for each input (the talk's 2, -1). */
export function parametersFromList(
  specification: ModelSpecification,
  features: readonly string[],
  values: readonly number[],
  dtype: DType,
): Parameters {
  const shapes = denseShapes(specification, features.length)
  const outputs = shapes.at(-1)!.layer.units ?? 1
  if (shapes.length !== 1 || outputs !== 1)
    throw new KudariError('usage', modelMessages.weightListNeedsOneOutput, { outputs })
  if (values.length !== features.length + 1)
    throw new KudariError('usage', modelMessages.wrongWeightCount, {
      expected: features.length + 1,
      found: values.length,
      names: ['w0', ...features].join(', '),
    })
  const layer = { W: tensor(values.slice(1)).reshape([-1, 1]), b: tensor(values.slice(0, 1)) }
  return parametersFromLayers(specification, features.length, [layer], dtype)
}

/** The number of parameters of a model. */
export const countParameters = (parameters: Parameters): number =>
  Object.values(parameters).reduce((total, { size }) => total + size, 0)

/** The names of all parameters, layer by layer, biases first: the order of w0, w1, ... in a history. */
export const parameterOrder = (specification: ModelSpecification, features: number): string[] =>
  denseShapes(specification, features).flatMap(({ weights, bias }) => [...(bias ? [bias.name] : []), weights.name])

/** All parameters in one list, in that order. */
export const listParameters = (specification: ModelSpecification, features: number, parameters: Parameters): number[] =>
  parameterOrder(specification, features).flatMap((name) => [...parameters[name].data])
