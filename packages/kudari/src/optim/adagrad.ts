/** Adagrad: every parameter has a learning rate of its own, which falls the more the larger its gradients were. */
import { type Settings, notNegative } from '../messages/settings.ts'
import { scalar } from '../tensor/tensor.ts'
import { type Optimizer, byName, namedGradient, updateEach, withWeightDecay, zerosLike } from './optimizer.ts'

/** As torch.optim.Adagrad has them. */
export interface AdagradOptions {
  /** Keeps the division from going by 0; default 1e-10. */
  readonly epsilon?: number
  /** In step k, counted from 0, the learning rate is alpha / (1 + k * learningRateDecay); default 0. */
  readonly learningRateDecay?: number
  readonly weightDecay?: number
}

export const adagradSettings: Settings<AdagradOptions> = {
  epsilon: notNegative,
  learningRateDecay: notNegative,
  weightDecay: notNegative,
}

/**
 * `squares = squares + g ** 2`, `w = w - alpha * g / (sqrt(squares) + epsilon)`.
 *
 * Duchi, Hazan, Singer, Adaptive subgradient methods for online learning and stochastic optimization, 2011.
 */
export function adagrad({ epsilon = 1e-10, learningRateDecay = 0, weightDecay = 0 }: AdagradOptions): Optimizer {
  const decays = learningRateDecay !== 0
  return {
    initial: (parameters) => ({ ...zerosLike(parameters, 'squares'), ...(decays ? { steps: scalar(0) } : {}) }),
    update(parameters, gradients, alpha, memory) {
      const { steps } = memory
      const rate = decays ? alpha.divide(steps.multiply(learningRateDecay).add(1).astype(alpha.dtype)).named('alpha_decayed') : alpha
      const updated = updateEach(parameters, (name, w) => {
        const g = namedGradient(withWeightDecay(gradients[name], w, weightDecay), name)
        const squares = memory[`squares_${name}`].add(g.square()).named(`squares_${name}`)
        return { w: w.subtract(rate.multiply(g).divide(squares.sqrt().add(epsilon))), remembered: [squares] }
      })
      return { ...updated, memory: { ...updated.memory, ...(decays ? byName(steps.add(1).named('steps')) : {}) } }
    },
  }
}
