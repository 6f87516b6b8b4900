/** Activations: the functions that bend what a dense layer gives. */
import { relu, sigmoid, softplus, tanh } from '../ops/mathematics.ts'
import { softmax } from '../ops/softmax.ts'
import type { Tensor } from '../tensor/tensor.ts'

/** Every activation by its name in a specification; shapes stay as they are. */
export const activations = {
  sigmoid: (u: Tensor) => sigmoid(u),
  tanh: (u: Tensor) => tanh(u),
  relu: (u: Tensor) => relu(u),
  softplus: (u: Tensor) => softplus(u),
  /** Along the last axis: one probability for each class. */
  softmax: (u: Tensor) => softmax(u),
}

export type ActivationName = keyof typeof activations
