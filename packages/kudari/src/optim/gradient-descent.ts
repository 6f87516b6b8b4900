/** Gradient descent: one step against the gradient, the last of the talk's three lines. */
import type { Parameters } from '../nn/parameters.ts'
import type { Tensor } from '../tensor/tensor.ts'

/**
 * Every parameter one step down: `w - alpha * gradient`.
 *
 * @param alpha the learning rate, a tensor of one number.
 */
export const gradientDescent = (parameters: Parameters, gradients: Parameters, alpha: Tensor): Parameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, w]) => [name, w.subtract(alpha.multiply(gradients[name]))]),
  )
