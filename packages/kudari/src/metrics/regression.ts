/** How far predicted numbers are from the true ones. */
import type { Tensor } from '../tensor/tensor.ts'
import { requirePairs } from './check.ts'

/** The mean of f(true value, prediction) over the rows. */
function meanOver(measure: string, yt: Tensor, yp: Tensor, f: (yt: number, yp: number) => number): number {
  requirePairs(measure, yt, yp)
  const [truth, predicted] = [yt.data, yp.data]
  let sum = 0
  for (let i = 0; i < truth.length; i++) sum += f(truth[i], predicted[i])
  return sum / truth.length
}

/**
 * Mean squared error: the mean of (yp - yt)². In the square of the target's unit.
 *
 * @param yt true values (rows,). @param yp predictions (rows,).
 * @throws KudariError when the shapes differ or there are no rows; so for all measures here.
 * @example
 * mse(tensor([1, 2]), tensor([1, 4])) // 2
 */
export const mse = (yt: Tensor, yp: Tensor): number => meanOver('mse', yt, yp, (t, p) => (p - t) ** 2)

/** Root mean squared error, √mse: the size of a typical error, in the target's own unit. */
export const rmse = (yt: Tensor, yp: Tensor): number => Math.sqrt(mse(yt, yp))

/** Mean absolute error: the mean of |yp - yt|, in the target's own unit. */
export const mae = (yt: Tensor, yp: Tensor): number => meanOver('mae', yt, yp, (t, p) => Math.abs(p - t))

/**
 * R², the coefficient of determination: 1 - Σ(yp - yt)² / Σ(yt - mean)². 1 is perfect; 0 is as good as always
 * predicting the mean; there is no lower bound. True values that are all equal give 1 for perfect predictions and 0 for
 * others; a single row gives NaN (scikit-learn's conventions).
 */
export function r2(yt: Tensor, yp: Tensor): number {
  const error = mse(yt, yp)
  if (yt.size < 2) return NaN
  const mean = meanOver('r2', yt, yt, (t) => t)
  const variance = meanOver('r2', yt, yt, (t) => (t - mean) ** 2)
  if (variance === 0) return error === 0 ? 1 : 0
  return 1 - error / variance
}

export interface RegressionMetrics {
  readonly mse: number
  readonly rmse: number
  readonly mae: number
  readonly r2: number
}

/** All measures of a regression at once. */
export const regressionMetrics = (yt: Tensor, yp: Tensor): RegressionMetrics => ({
  mse: mse(yt, yp),
  rmse: rmse(yt, yp),
  mae: mae(yt, yp),
  r2: r2(yt, yp),
})
