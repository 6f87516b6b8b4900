/** What an optimiser is: how one step changes the parameters, and what it remembers from step to step. */
import type { Parameters } from '../nn/parameters.ts'
import { zeros } from '../tensor/create.ts'
import type { Tensor } from '../tensor/tensor.ts'

/** The parameters after a step, and what the next step has to know. */
export interface Updated {
  readonly parameters: Parameters
  /** Under the names, and of the shapes and dtypes, of {@link Optimizer.initial}. */
  readonly memory: Parameters
}

/** An optimiser. Both functions are pure; `update` may be traced, and then its values bear the names of its formulas. */
export interface Optimizer {
  /** What it remembers before the first step: `{ velocity_W1: zeros, ... }`, or nothing. */
  readonly initial: (parameters: Parameters) => Parameters
  /**
   * One step down.
   *
   * @param gradients of the loss, under the parameters' names.
   * @param alpha the learning rate, a tensor of one number of the parameters' dtype.
   * @param memory what the step before has returned, or `initial`.
   */
  readonly update: (parameters: Parameters, gradients: Parameters, alpha: Tensor, memory: Parameters) => Updated
}

/** Zeros in the shapes of the parameters, for each of the names: `m_W1`, `v_W1`, `m_b1`, `v_b1`, ... */
export const zerosLike = (parameters: Parameters, ...names: readonly string[]): Parameters =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([of, { shape, dtype }]) =>
      names.map((name) => [`${name}_${of}`, zeros(shape, { dtype })]),
    ),
  )

/** Tensors under the names that they bear. */
export const byName = (...tensors: readonly Tensor[]): Parameters =>
  Object.fromEntries(tensors.map((tensor) => [tensor.name!, tensor]))

/**
 * Updates the parameters one by one.
 *
 * @param update gives for one parameter its next value, and what is to be remembered of it: tensors with names.
 */
export function updateEach(
  parameters: Parameters,
  update: (name: string, w: Tensor) => { readonly w: Tensor; readonly remembered: readonly Tensor[] },
): Updated {
  const updates = Object.entries(parameters).map(([name, w]) => ({ name, ...update(name, w) }))
  return {
    parameters: Object.fromEntries(updates.map(({ name, w }) => [name, w])),
    memory: byName(...updates.flatMap(({ remembered }) => remembered)),
  }
}

/** The gradient of `l2 / 2 * sum(w ** 2)` added to that of the loss: weight decay as PyTorch's optimisers have it. */
export const withWeightDecay = (g: Tensor, w: Tensor, weightDecay: number): Tensor =>
  weightDecay === 0 ? g : g.add(w.multiply(weightDecay))

/** Names the gradient of a parameter that a formula speaks of more than once, unless it bears a name already. */
export const namedGradient = (g: Tensor, name: string): Tensor => (g.name === undefined ? g.named(`g_${name}`) : g)

/** `1 - beta` as people write it: 0.1 for 0.9, where the difference of the stored numbers is 0.09999999999999998. */
export const complement = (beta: number): number => Number((1 - beta).toFixed(15))
