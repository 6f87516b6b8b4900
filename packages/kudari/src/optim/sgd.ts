/** Gradient descent with momentum: the step follows a velocity that gradients push and friction slows down. */
import { type Settings, flag, notNegative, shareOfOne } from '../messages/settings.ts'
import { scalar } from '../tensor/tensor.ts'
import { gradientDescent } from './gradient-descent.ts'
import { type Optimizer, byName, complement, namedGradient, updateEach, withWeightDecay, zerosLike } from './optimizer.ts'

/** As torch.optim.SGD has them: each 0 or false unless given. */
export interface SgdOptions {
  /** Which share of the velocity is left in the next step. */
  readonly momentum?: number
  /** Looks at the gradient's effect on the velocity before it moves. */
  readonly nesterov?: boolean
  /** Which share of every gradient but the first is kept from the velocity. */
  readonly dampening?: number
  readonly weightDecay?: number
}

export const sgdSettings: Settings<SgdOptions> = {
  momentum: notNegative,
  nesterov: flag,
  dampening: shareOfOne,
  weightDecay: notNegative,
}

/**
 * The velocity is `momentum * velocity + (1 - dampening) * gradient` (without dampening in the first step), the step
 * `w - alpha * velocity`, and with Nesterov's momentum `w - alpha * (gradient + momentum * velocity)`. Without momentum it
 * is {@link gradientDescent}.
 *
 * Polyak, Some methods of speeding up the convergence of iteration methods, 1964; Nesterov, A method of solving a convex
 * programming problem with convergence rate O(1/k^2), 1983; in this form Sutskever et al., On the importance of
 * initialization and momentum in deep learning, 2013, but for alpha, which stands outside of the velocity as in PyTorch.
 */
export function sgd({ momentum = 0, nesterov = false, dampening = 0, weightDecay = 0 }: SgdOptions): Optimizer {
  if (momentum === 0)
    return {
      initial: () => ({}),
      update: (parameters, gradients, alpha) => {
        const decayed = Object.entries(parameters).map(([name, w]) => [name, withWeightDecay(gradients[name], w, weightDecay)])
        return { parameters: gradientDescent(parameters, Object.fromEntries(decayed), alpha), memory: {} }
      },
    }
  return {
    initial: (parameters) => ({
      ...zerosLike(parameters, 'velocity'),
      ...(dampening === 0 ? {} : { gradient_share: scalar(1) }),
    }),
    update(parameters, gradients, alpha, memory) {
      const share = memory.gradient_share
      const updated = updateEach(parameters, (name, w) => {
        const decayed = withWeightDecay(gradients[name], w, weightDecay)
        const g = nesterov ? namedGradient(decayed, name) : decayed
        const push = share ? share.astype(g.dtype).multiply(g) : g
        const velocity = memory[`velocity_${name}`].multiply(momentum).add(push).named(`velocity_${name}`)
        const direction = nesterov ? g.add(velocity.multiply(momentum)) : velocity
        return { w: w.subtract(alpha.multiply(direction)), remembered: [velocity] }
      })
      // 1 before the first step, 1 - dampening ever after.
      const next = share ? byName(share.minimum(complement(dampening)).named('gradient_share')) : {}
      return { ...updated, memory: { ...updated.memory, ...next } }
    },
  }
}
