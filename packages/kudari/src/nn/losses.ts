/** Loss functions: how far the predictions are from the truth, as one number. */
import type { Tensor } from '../tensor/tensor.ts'

/** What a loss looks at. */
export interface Prediction {
  /** What the last dense layer gives, before the last activation; shape (rows,) or (rows, outputs). */
  readonly u: Tensor
  /** The prediction: `u` after the last activation. */
  readonly yp: Tensor
}

/** A loss: a mean over the rows, given the prediction and the truth `yt` of the same shape. */
export interface Loss {
  readonly compute: (prediction: Prediction, yt: Tensor) => Tensor
  /** The activation that the last layer must be: the loss is then computed from `u`, without overflow. */
  readonly activation?: 'sigmoid' | 'softmax'
}

/**
 * `yd = yp - yt`: the gradient of every loss here is made of it. Where the loss itself does not need it, writing it down
 * gives it its name: the derived gradient contains it, and equal values are one value.
 */
const difference = ({ yp }: Prediction, yt: Tensor): Tensor => yp.subtract(yt).named('yd')

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
  /** -mean(yt log(yp) + (1 - yt) log(1 - yp)) with yp = sigmoid(u), which is mean(log(1 + exp(u)) - yt u). */
  'binary-cross-entropy': {
    activation: 'sigmoid' as const,
    compute(prediction: Prediction, yt: Tensor) {
      difference(prediction, yt)
      return prediction.u.softplus().subtract(yt.multiply(prediction.u)).mean()
    },
  },
  /** -mean(sum(yt log(yp))) with yp = softmax(u) and one-hot yt, which is mean(logSumExp(u) - sum(yt u)). */
  'categorical-cross-entropy': {
    activation: 'softmax' as const,
    compute(prediction: Prediction, yt: Tensor) {
      difference(prediction, yt)
      return prediction.u.logSumExp().subtract(yt.multiply(prediction.u).sum({ axis: -1 })).mean()
    },
  },
} satisfies Record<string, Loss>

export type LossName = keyof typeof losses
export const lossNames = Object.keys(losses) as LossName[]

/** The loss of that name. */
export const lossOf = (name: LossName): Loss => losses[name]
