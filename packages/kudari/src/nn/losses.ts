/** Loss functions: how far the predictions are from the truth, as one number. */
import { where } from '../ops/logic.ts'
import { tensor } from '../tensor/create.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { type Setting, positive, share } from '../messages/settings.ts'

/** What a loss looks at. */
export interface Prediction {
  /** What stands before the last activation; shape (rows,) or (rows, outputs). */
  readonly u: Tensor
  /** The prediction: `u` after the last activation. */
  readonly yp: Tensor
}

/** A loss with settings; its name alone takes the usual ones. */
export interface LossSettings {
  readonly type: LossName
  /** Of `huber`: the error up to which it is squared. Default: 1. */
  readonly delta?: number
  /** Of the cross-entropies: the share of the truth that is given to all classes alike (Szegedy et al. 2016). Default: 0. */
  readonly labelSmoothing?: number
  /** Of the cross-entropies: how much a row of each class counts. The loss is then the weighted mean. */
  readonly classWeights?: readonly number[]
}

export type LossSpecification = LossName | LossSettings

/** A kind of loss: a mean over the rows, given the prediction and the truth `yt` of the same shape. */
interface LossDefinition {
  readonly compute: (prediction: Prediction, yt: Tensor, settings: LossSettings) => Tensor
  /** The activation that the last layer must be: the loss is then computed from `u`, without overflow. */
  readonly activation?: 'sigmoid' | 'softmax'
}

/**
 * `yd = yp - yt`: the gradient of every loss here is made of it. Where the loss itself does not need it, writing it down
 * gives it its name: the derived gradient contains it, and equal values are one value.
 */
const difference = ({ yp }: Prediction, yt: Tensor): Tensor => yp.subtract(yt).named('yd')

/** The share of `labelSmoothing` of the truth goes to all of so many classes. */
const smoothed = (yt: Tensor, { labelSmoothing = 0 }: LossSettings, classes: number): Tensor =>
  labelSmoothing === 0 ? yt : yt.multiply(1 - labelSmoothing).add(labelSmoothing / classes)

/** Every loss by its name in a specification. */
export const losses = {
  /** The talk's: mean(yd ** 2) / 2. */
  'half-mean-square': {
    compute: (prediction: Prediction, yt: Tensor) => difference(prediction, yt).square().mean().divide(2),
  },
  /** mean(yd ** 2). */
  'mean-square': {
    compute: (prediction: Prediction, yt: Tensor) => difference(prediction, yt).square().mean(),
  },
  /** mean(|yd|): outliers count less. */
  'absolute-error': {
    compute: (prediction: Prediction, yt: Tensor) => difference(prediction, yt).abs().mean(),
  },
  /** yd ** 2 / 2 up to `delta`, a line beyond it (Huber 1964). */
  huber: {
    compute(prediction: Prediction, yt: Tensor, { delta = 1 }: LossSettings) {
      const yd = difference(prediction, yt)
      const size = yd.abs()
      return where(size.lessEqual(delta), yd.square().divide(2), size.subtract(delta / 2).multiply(delta)).mean()
    },
  },
  /** -mean(yt log(yp) + (1 - yt) log(1 - yp)) with yp = sigmoid(u), which is mean(log(1 + exp(u)) - yt u). */
  'binary-cross-entropy': {
    activation: 'sigmoid' as const,
    compute(prediction: Prediction, yt: Tensor, settings: LossSettings) {
      difference(prediction, yt)
      const each = prediction.u.softplus().subtract(smoothed(yt, settings, 2).multiply(prediction.u))
      if (!settings.classWeights) return each.mean()
      const [first, second] = settings.classWeights
      const weight = yt.multiply(second - first).add(first)
      return each.multiply(weight).sum().divide(weight.sum())
    },
  },
  /** -mean(sum(yt log(yp))) with yp = softmax(u) and one-hot yt, which is mean(logSumExp(u) - sum(yt u)). */
  'categorical-cross-entropy': {
    activation: 'softmax' as const,
    compute(prediction: Prediction, yt: Tensor, settings: LossSettings) {
      difference(prediction, yt)
      const { u } = prediction
      const truth = smoothed(yt, settings, u.shape[1])
      if (!settings.classWeights) return u.logSumExp().subtract(truth.multiply(u).sum({ axis: -1 })).mean()
      const weights = tensor(settings.classWeights).astype(u.dtype)
      const each = u.logSumExp({ axis: -1 }).expandDims(-1).subtract(u).multiply(truth).multiply(weights)
      return each.sum().divide(yt.multiply(weights).sum())
    },
  },
} satisfies Record<string, LossDefinition>

export type LossName = keyof typeof losses
export const lossNames = Object.keys(losses) as LossName[]

/** For each class a number above 0. */
const weights: Setting = {
  expected: '[> 0, > 0, ...]',
  isFine: (value) => Array.isArray(value) && value.length >= 2 && value.every(positive.isFine),
}

/** The settings that a loss takes, and what they must hold. */
export function lossKeys(name: LossName): Readonly<Record<string, Setting>> {
  if (name === 'huber') return { delta: positive }
  return 'activation' in losses[name] ? { labelSmoothing: share, classWeights: weights } : {}
}

/** A loss that is ready to be computed. */
export interface Loss {
  readonly name: LossName
  readonly settings: LossSettings
  readonly activation?: 'sigmoid' | 'softmax'
  readonly compute: (prediction: Prediction, yt: Tensor) => Tensor
}

/** The loss of a specification. */
export function lossOf(loss: LossSpecification): Loss {
  const settings = typeof loss === 'string' ? { type: loss } : loss
  const definition: LossDefinition = losses[settings.type]
  return {
    name: settings.type,
    settings,
    ...(definition.activation && { activation: definition.activation }),
    compute: (prediction, yt) => definition.compute(prediction, yt, settings),
  }
}
