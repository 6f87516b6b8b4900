/** RMSprop: the gradient is divided by the root of a running mean of its squares. */
import { type Settings, flag, notNegative, share } from '../messages/settings.ts'
import { type Optimizer, complement, namedGradient, updateEach, withWeightDecay, zerosLike } from './optimizer.ts'

/** As torch.optim.RMSprop has them; its `alpha` is called `smoothing` here. */
export interface RmspropOptions {
  /** Which share of the running mean is left in the next step; default 0.99. */
  readonly smoothing?: number
  /** Keeps the division from going by 0; default 1e-8. */
  readonly epsilon?: number
  readonly momentum?: number
  /** Divides by the running deviation instead: the mean square less the square of the mean. */
  readonly centered?: boolean
  readonly weightDecay?: number
}

export const rmspropSettings: Settings<RmspropOptions> = {
  smoothing: share,
  epsilon: notNegative,
  momentum: notNegative,
  centered: flag,
  weightDecay: notNegative,
}

/**
 * `v = smoothing * v + (1 - smoothing) * g ** 2`, `w = w - alpha * g / (sqrt(v) + epsilon)`.
 *
 * Tieleman and Hinton, Lecture 6.5 of Neural networks for machine learning, Coursera, 2012; centred: Graves, Generating
 * sequences with recurrent neural networks, 2013.
 */
export function rmsprop({
  smoothing = 0.99,
  epsilon = 1e-8,
  momentum = 0,
  centered = false,
  weightDecay = 0,
}: RmspropOptions): Optimizer {
  const remembered = ['v', ...(centered ? ['mean'] : []), ...(momentum === 0 ? [] : ['velocity'])]
  return {
    initial: (parameters) => zerosLike(parameters, ...remembered),
    update: (parameters, gradients, alpha, memory) =>
      updateEach(parameters, (name, w) => {
        const g = namedGradient(withWeightDecay(gradients[name], w, weightDecay), name)
        const v = memory[`v_${name}`].multiply(smoothing).add(g.square().multiply(complement(smoothing))).named(`v_${name}`)
        const mean = centered
          ? memory[`mean_${name}`].multiply(smoothing).add(g.multiply(complement(smoothing))).named(`mean_${name}`)
          : undefined
        const root = (mean ? v.subtract(mean.square()) : v).sqrt().add(epsilon)
        const means = mean ? [v, mean] : [v]
        if (momentum === 0) return { w: w.subtract(alpha.multiply(g).divide(root)), remembered: means }
        const velocity = memory[`velocity_${name}`].multiply(momentum).add(g.divide(root)).named(`velocity_${name}`)
        return { w: w.subtract(alpha.multiply(velocity)), remembered: [...means, velocity] }
      }),
  }
}
