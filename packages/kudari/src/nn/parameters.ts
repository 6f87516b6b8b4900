/** Parameters: the tensors that learning changes — their names, shapes and first values — and the statistics beside them. */
import { KudariError } from '../messages/error.ts'
import { full, tensor } from '../tensor/create.ts'
import type { DType } from '../tensor/dtype.ts'
import type { Generator } from '../tensor/random.ts'
import { type Shape, formatShape, sameShape } from '../tensor/shape.ts'
import { type Tensor, scalar } from '../tensor/tensor.ts'
import { type Initializer, initialValues } from './initializers.ts'
import { isActivation } from './layers/activations.ts'
import { modelMessages } from './messages.ts'
import { type NamedVariable, type PlacedLayer, isStatistics, layersWithVariables, variablesOf } from './network.ts'
import { type LayerSpecification, type ModelSpecification, isNetwork, isWeighted, withInner } from './specification.ts'

/** Tensors of a model by name: `w`, or `W1`, `b1`, `W2`, `b2`, ... where there are several layers. */
export type Parameters = { readonly [name: string]: Tensor }

/** The activation that bends what a layer with weights gives; layers between that only move or thin values out do not count. */
function activationAfter({ layers }: ModelSpecification, layer: LayerSpecification): string | undefined {
  const all = withInner(layers)
  const rest = all.slice(all.indexOf(layer) + 1)
  return rest.find((next) => isWeighted(next) || isActivation(next.type))?.type
}

/** Activations that let through what is above 0. */
const LIKE_RELU = ['relu', 'leaky-relu', 'elu', 'gelu', 'silu']

/** A single layer has one minimum and may begin at 0; of several, all-equal weights would learn alike, so they are random. */
function defaultInitializer(specification: ModelSpecification, layer: LayerSpecification): Initializer {
  if (!isNetwork(specification)) return 'zeros'
  return LIKE_RELU.includes(activationAfter(specification, layer) ?? '') ? 'he' : 'glorot'
}

/** First values of a weight tensor. The weights of the dummy column are biases, and begin as those do. */
function initialWeights(initializer: Initializer, { shape, fan }: NamedVariable & { kind: 'weights' }, hasDummy: boolean, dtype: DType, random: Generator): Tensor {
  if (!hasDummy || initializer === 'zeros' || initializer === 'ones') return initialValues(initializer, shape, fan, dtype, random)
  const [inputs, ...outputs] = shape
  const rest = initialValues(initializer, [inputs - 1, ...outputs], { ...fan, in: inputs - 1 }, dtype, random)
  return rest.insert(0, 0, { axis: 0 })
}

/**
 * First values of all parameters. Without an `initializer`, each layer begins as its specification says, or else with
 * zeros if it is the only one with weights, `he` before a ReLU and its like, and `glorot` before anything else.
 *
 * @param initializer overrides what the layers say; `ones` makes the biases ones too, as the talk's and the book's runs do.
 */
export function initializeParameters(
  specification: ModelSpecification,
  features: number,
  { initializer, dtype, random }: { readonly initializer?: Initializer; readonly dtype: DType; readonly random: Generator },
): Parameters {
  const entries = layersWithVariables(specification, features).flatMap(({ layer, variables, hasDummy }) =>
    variables.flatMap((variable) => {
      if (variable.kind === 'statistics') return []
      if (variable.kind === 'weights') {
        const chosen = initializer ?? variable.initializer ?? defaultInitializer(specification, layer)
        return [[variable.name, initialWeights(chosen, variable, hasDummy, dtype, random)] as const]
      }
      const begin = initializer ?? ('initializer' in layer ? layer.initializer : undefined)
      const initial = variable.role === 'b' && begin === 'ones' ? 1 : variable.initial
      return [[variable.name, full(variable.shape, initial, { dtype })] as const]
    }))
  return Object.fromEntries(entries)
}

/** First values of the statistics that layers keep beside their parameters; most models have none. */
export function initializeStatistics(specification: ModelSpecification, features: number, dtype: DType, random: Generator): Parameters {
  const entries = variablesOf(specification, features).flatMap((variable) => {
    if (variable.kind !== 'statistics') return []
    const { name, shape, initial } = variable
    return [[name, initial === 'seed' ? scalar(random.integer(2 ** 30), 'int32') : full(shape, initial, { dtype })] as const]
  })
  return Object.fromEntries(entries)
}

/** The weights of a model's layers, without biases (those of the dummy column are biases, too): what penalties keep small. */
export const weightsOf = (specification: ModelSpecification, features: number, parameters: Parameters): Tensor[] =>
  layersWithVariables(specification, features).flatMap(({ variables, hasDummy }) =>
    variables
      .filter(({ kind }) => kind === 'weights')
      .map(({ name }) => (hasDummy ? parameters[name].slice('1:') : parameters[name])))

/** A model's tensors taken apart: what is learned, and what is kept beside it. */
export function takeApart(specification: ModelSpecification, features: number, variables: Parameters) {
  const all = variablesOf(specification, features)
  const some = (list: readonly NamedVariable[]): Parameters => Object.fromEntries(list.map(({ name }) => [name, variables[name]]))
  return { parameters: some(all.filter((variable) => !isStatistics(variable))), statistics: some(all.filter(isStatistics)) }
}

/** One layer's tensors as they stand in a file, by their roles: `W` as (inputs, outputs), `b` one for each output. */
export type LayerWeights = { readonly W?: Tensor; readonly b?: Tensor } & Readonly<Record<string, Tensor | undefined>>

const requireShape = (place: string, given: Tensor, ...allowed: readonly Shape[]): void => {
  if (allowed.some((shape) => sameShape(shape, given.shape))) return
  throw new KudariError('usage', modelMessages.wrongWeights, {
    place,
    expected: allowed.map(formatShape).join(' / '),
    found: formatShape(given.shape),
  })
}

/** The layers that have something to learn: those of a file of weights. */
const learningLayers = (specification: ModelSpecification, features: number): PlacedLayer[] =>
  layersWithVariables(specification, features).filter(({ variables }) => variables.some((variable) => !isStatistics(variable)))

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
  const placed = learningLayers(specification, features)
  if (layers.length !== placed.length)
    throw new KudariError('usage', modelMessages.wrongLayerCount, { expected: placed.length, found: layers.length })
  const entries = placed.flatMap(({ variables, hasDummy }, i) =>
    variables.filter((variable) => !isStatistics(variable)).map((variable) => {
      const { role, name, shape } = variable
      const given = layers[i][role]
      const place = `[${i}].${role}`
      if (role === 'W') return [name, weightsFrom(given, layers[i].b, shape, hasDummy, i).astype(dtype)] as const
      if (!given && variable.kind === 'bias') return [name, full(shape, variable.initial, { dtype })] as const
      requireShape(place, given!, shape, ...(shape.length === 0 ? [[1]] : []))
      return [name, given!.reshape(shape).astype(dtype)] as const
    }))
  return Object.fromEntries(entries)
}

/** The weights of a layer; those of the dummy column, which stand apart in the file, come in front. */
function weightsFrom(W: Tensor | undefined, b: Tensor | undefined, shape: Shape, hasDummy: boolean, layer: number): Tensor {
  const hasOutputs = shape.length > 1
  const [inputs, ...outputs] = hasOutputs ? shape : [...shape, 1]
  const whole = [hasDummy ? inputs - 1 : inputs, ...outputs]
  const place = `[${layer}].W`
  if (!W) throw new KudariError('usage', modelMessages.wrongWeights, { place, expected: formatShape(whole), found: '-' })
  requireShape(place, W, whole, ...(hasOutputs ? [] : [[whole[0]]]))
  if (!hasDummy) return W.reshape(shape)
  if (b) requireShape(`[${layer}].b`, b, outputs, ...(hasOutputs ? [] : [[]]))
  return W.reshape(whole).insert(0, (b ?? full(outputs, 0)).reshape(outputs), { axis: 0 }).reshape(shape)
}

/** The inverse of {@link parametersFromLayers}: weights layer by layer, `b` apart from `W` also where it was a row of `w`. */
export const layersFromParameters = (
  specification: ModelSpecification,
  features: number,
  parameters: Parameters,
): LayerWeights[] =>
  learningLayers(specification, features).map(({ variables, hasDummy }) => {
    const own = variables.filter((variable) => !isStatistics(variable))
    const entries = own.map(({ role, name, shape }) => {
      const [first, ...outputs] = shape
      if (role === 'W') return [role, parameters[name].reshape(outputs.length === 0 ? [first, 1] : shape)] as const
      return [role, parameters[name].reshape(shape.length === 0 ? [1] : shape)] as const
    })
    const weights: LayerWeights = Object.fromEntries(entries)
    return hasDummy ? { W: weights.W!.slice('1:'), b: weights.W!.slice(0) } : weights
  })

/** Parameters of a model with one output from a list of numbers: bias first, then one for each input (the talk's 2, -1). */
export function parametersFromList(
  specification: ModelSpecification,
  features: readonly string[],
  values: readonly number[],
  dtype: DType,
): Parameters {
  const placed = layersWithVariables(specification, features.length)
  const outputs = placed.at(-1)!.output[0] ?? 1
  if (placed.length !== 1 || outputs !== 1)
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
  layersWithVariables(specification, features).flatMap(({ variables }) => {
    const own = variables.filter((variable) => !isStatistics(variable))
    return [...own.filter(({ role }) => role === 'b'), ...own.filter(({ role }) => role !== 'b')].map(({ name }) => name)
  })

/** All parameters in one list, in that order. */
export const listParameters = (specification: ModelSpecification, features: number, parameters: Parameters): number[] =>
  parameterOrder(specification, features).flatMap((name) => [...parameters[name].data])
