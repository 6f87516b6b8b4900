/** Penalties: terms of the loss that keep weights small. */
import type { Tensor } from '../tensor/tensor.ts'

/** How strong the penalties are. */
export interface Penalty {
  /** `l1 * sum(|w|)`: pulls every weight towards 0 by the same force, so that many become 0 (Tibshirani 1996, the lasso). */
  readonly l1?: number
  /** `l2 / 2 * sum(w ** 2)`: pulls every weight by `l2` times itself (Hoerl and Kennard 1970, ridge regression). */
  readonly l2?: number
}

/** The sum of the same measure of all tensors. */
const total = (tensors: readonly Tensor[], measure: (tensor: Tensor) => Tensor): Tensor =>
  tensors.map((tensor) => measure(tensor).sum()).reduce((a, b) => a.add(b))

/**
 * The loss with its penalties; the loss itself where there are none.
 *
 * @param weights the tensors to be kept small, at least one. Biases are usually not among them: they do not bend the model.
 * @example
 * penalized(scalar(1), [tensor([3, -4])], { l2: 0.1 }).item() // 1 + 0.1 / 2 * 25 = 2.25
 */
export function penalized(loss: Tensor, weights: readonly Tensor[], { l1 = 0, l2 = 0 }: Penalty): Tensor {
  const withL1 = l1 === 0 ? loss : loss.add(total(weights, (w) => w.abs()).multiply(l1))
  return l2 === 0 ? withL1 : withL1.add(total(weights, (w) => w.square()).multiply(l2 / 2))
}
