/** Adam: momentum, divided by the root of a running mean of the squared gradients, both corrected for their start at 0. */
import { type Settings, flag, notNegative } from '../messages/settings.ts'
import { subtract } from '../ops/arithmetic.ts'
import { scalar } from '../tensor/tensor.ts'
import { type Optimizer, byName, complement, namedGradient, updateEach, withWeightDecay, zerosLike } from './optimizer.ts'
import { betas } from './settings.ts'

/** As torch.optim.Adam and torch.optim.AdamW have them. */
export interface AdamOptions {
  /** Which shares of the running means of gradient and squared gradient are left in the next step; default 0.9, 0.999. */
  readonly betas?: readonly [number, number]
  /** Keeps the division from going by 0; default 1e-8. */
  readonly epsilon?: number
  /** Default 0 for Adam, 0.01 for AdamW. */
  readonly weightDecay?: number
  /** Divides by the largest running mean so far. */
  readonly amsgrad?: boolean
}

export const adamSettings: Settings<AdamOptions> = { betas, epsilon: notNegative, weightDecay: notNegative, amsgrad: flag }

/**
 * `m = beta1 * m + (1 - beta1) * g`, `v = beta2 * v + (1 - beta2) * g ** 2`, and with `m_hat = m / (1 - beta1 ** k)`,
 * `v_hat = v / (1 - beta2 ** k)` in step k, counted from 1: `w = w - alpha * m_hat / (sqrt(v_hat) + epsilon)`.
 *
 * Kingma and Ba, Adam: a method for stochastic optimization, 2015, Algorithm 1; AMSGrad: Reddi, Kale, Kumar, On the
 * convergence of Adam and beyond, 2018 (with v_hat corrected, as in PyTorch).
 */
export const adam = (options: AdamOptions): Optimizer => adamFamily(options, 'in the gradient')

/**
 * {@link adam}, with weight decay beside the gradient: `w = w - alpha * (m_hat / (sqrt(v_hat) + epsilon) + weightDecay * w)`.
 *
 * Loshchilov and Hutter, Decoupled weight decay regularization, 2019, Algorithm 2.
 */
export const adamw = (options: AdamOptions): Optimizer => adamFamily({ weightDecay: 0.01, ...options }, 'beside the gradient')

function adamFamily(
  { betas: [beta1, beta2] = [0.9, 0.999], epsilon = 1e-8, weightDecay = 0, amsgrad = false }: AdamOptions,
  decay: 'in the gradient' | 'beside the gradient',
): Optimizer {
  return {
    initial: (parameters) => ({
      ...zerosLike(parameters, 'm', 'v', ...(amsgrad ? ['v_max'] : [])),
      // In float64 whatever the parameters are: 1 - beta2 ** k would lose its first digits in float32.
      beta1_power: scalar(1),
      beta2_power: scalar(1),
    }),
    update(parameters, gradients, alpha, memory) {
      const beta1Power = memory.beta1_power.multiply(beta1).named('beta1_power')
      const beta2Power = memory.beta2_power.multiply(beta2).named('beta2_power')
      const correction1 = subtract(1, beta1Power).astype(alpha.dtype).named('bias_correction1')
      const correction2 = subtract(1, beta2Power).astype(alpha.dtype).named('bias_correction2')
      const updated = updateEach(parameters, (name, w) => {
        const gradient = decay === 'in the gradient' ? withWeightDecay(gradients[name], w, weightDecay) : gradients[name]
        const g = namedGradient(gradient, name)
        const m = memory[`m_${name}`].multiply(beta1).add(g.multiply(complement(beta1))).named(`m_${name}`)
        const v = memory[`v_${name}`].multiply(beta2).add(g.square().multiply(complement(beta2))).named(`v_${name}`)
        const largest = amsgrad ? memory[`v_max_${name}`].maximum(v).named(`v_max_${name}`) : undefined
        const mHat = m.divide(correction1).named(`m_hat_${name}`)
        const vHat = (largest ?? v).divide(correction2).named(`v_hat_${name}`)
        const root = vHat.sqrt().add(epsilon)
        const step =
          decay === 'beside the gradient' && weightDecay !== 0
            ? alpha.multiply(mHat.divide(root).add(w.multiply(weightDecay)))
            : alpha.multiply(mHat).divide(root)
        return { w: w.subtract(step), remembered: largest ? [m, v, largest] : [m, v] }
      })
      return { ...updated, memory: { ...updated.memory, ...byName(beta1Power, beta2Power) } }
    },
  }
}
