/** Clipping: gradients that are too large are cut, so that one step cannot throw the parameters far away. */
import type { Parameters } from '../nn/parameters.ts'
import { divide } from '../ops/arithmetic.ts'
import type { Tensor } from '../tensor/tensor.ts'

const each = (gradients: Parameters, cut: (g: Tensor) => Tensor): Parameters =>
  Object.fromEntries(Object.entries(gradients).map(([name, g]) => [name, cut(g)]))

/** Every element of every gradient brought into [-limit, limit] (torch.nn.utils.clip_grad_value_). */
export const clipByValue = (gradients: Parameters, limit: number): Parameters =>
  each(gradients, (g) => g.maximum(-limit).minimum(limit))

/** What keeps the factor finite where all gradients are 0; PyTorch's. */
const EPSILON = 1e-6

/**
 * All gradients made shorter by the same factor, so that together they are a vector of at most the Euclidean length `limit`:
 * the direction of the step stays (torch.nn.utils.clip_grad_norm_).
 *
 * Pascanu, Mikolov, Bengio, On the difficulty of training recurrent neural networks, 2013.
 */
export function clipByNorm(gradients: Parameters, limit: number): Parameters {
  const squares = Object.values(gradients).map((g) => g.square().sum())
  const norm = squares.reduce((a, b) => a.add(b)).sqrt().named('gradient_norm')
  const factor = divide(limit, norm.add(EPSILON)).minimum(1).named('clip_factor')
  return each(gradients, (g) => g.multiply(factor))
}
