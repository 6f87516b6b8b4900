/** Activations: the functions that bend what a layer gives. Shapes stay as they are. */
import { elu, gelu, leakyRelu, silu } from '../../ops/activations.ts'
import { relu, sigmoid, softplus, tanh } from '../../ops/mathematics.ts'
import { softmax } from '../../ops/softmax.ts'
import { sizeOf } from '../../tensor/shape.ts'
import type { Tensor } from '../../tensor/tensor.ts'
import type { LayerDefinition } from './layer.ts'

/** Every activation by its name in a specification. */
export const activations = {
  sigmoid: (u: Tensor) => sigmoid(u),
  tanh: (u: Tensor) => tanh(u),
  relu: (u: Tensor) => relu(u),
  'leaky-relu': (u: Tensor) => leakyRelu(u),
  elu: (u: Tensor) => elu(u),
  gelu: (u: Tensor) => gelu(u),
  silu: (u: Tensor) => silu(u),
  softplus: (u: Tensor) => softplus(u),
  /** Along the last axis: one probability for each class. */
  softmax: (u: Tensor) => softmax(u),
}

export type ActivationName = keyof typeof activations
export const activationNames = Object.keys(activations) as ActivationName[]

export const isActivation = (type: string): type is ActivationName => type in activations

/** A function applied to every output of the layer before. */
export interface ActivationLayer {
  readonly type: ActivationName
}

export const activation: LayerDefinition<ActivationLayer> = {
  keys: {},
  shape: (_layer, input) => input,
  apply: ({ type }, x) => activations[type](x),
  operations({ type }, input) {
    if (type !== 'softmax') return sizeOf(input)
    // Of n numbers: n exponentials, their sum, n divisions.
    const classes = input.at(-1) ?? 1
    return (sizeOf(input) / classes) * (3 * classes - 1)
  },
}
