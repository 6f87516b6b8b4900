/** Activations that are made of other operations. */
import { where } from './logic.ts'
import { erf, expm1, sigmoid } from './mathematics.ts'
import { type TensorLike, toTensor } from './operation.ts'
import type { Tensor } from '../tensor/tensor.ts'

/** `u` above 0, `0.01 u` below: a ReLU that lets a hundredth of what is below 0 through (Maas et al. 2013). */
export const leakyRelu = (value: TensorLike, { slope = 0.01 }: { readonly slope?: number } = {}): Tensor => {
  const u = toTensor(value)
  return where(u.greater(0), u, u.multiply(slope))
}

/** `u` above 0, `exp(u) - 1` below (Clevert et al. 2016). */
export const elu = (value: TensorLike): Tensor => {
  const u = toTensor(value)
  return where(u.less(0), expm1(u.minimum(0)), u)
}

/** `u` times the probability that a normal number is below it: u (1 + erf(u / sqrt 2)) / 2 (Hendrycks and Gimpel 2016). */
export const gelu = (value: TensorLike): Tensor => {
  const u = toTensor(value)
  return u.multiply(erf(u.divide(Math.SQRT2)).add(1)).divide(2)
}

/** `u sigmoid(u)` (Elfwing et al. 2018), also called swish. */
export const silu = (value: TensorLike): Tensor => {
  const u = toTensor(value)
  return u.multiply(sigmoid(u))
}
