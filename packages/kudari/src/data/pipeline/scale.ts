/** Scaling: the offset and divisor that bring a column of inputs to a size that gradient descent walks well on. */
import { KudariError } from '../../messages/error.ts'
import { pipelineMessages } from './messages.ts'
import type { Scale } from './pipeline.ts'

/** The encoded value v enters the model as (v - offset) / divisor. */
export interface Scaling {
  readonly offset: number
  readonly divisor: number
}

/**
 * Fits the scaling of one column of encoded values.
 *
 * `center` subtracts the mean whatever the scale. A constant column is divided by 1, as in scikit-learn.
 * `pixels` divides by the largest value; see `pixelsAlike`, which makes one divisor of them.
 *
 * @throws KudariError when the values are so large that their mean or spread overflows float64.
 * @example
 * fitScaling('height', Float64Array.of(166, 176, 171, 173, 169), 'none', true) // { offset: 171, divisor: 1 }
 */
export function fitScaling(column: string, values: Float64Array, scale: Scale, center: boolean): Scaling {
  const needsMean = center || scale === 'standard'
  let min = Infinity
  let max = -Infinity
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value < min) min = value
    if (value > max) max = value
    sum += value
  }
  // The mean of equal values is that value; a sum would be off by its rounding.
  const mean = min === max ? min : sum / values.length
  const offset = needsMean ? mean : scale === 'minmax' ? min : 0
  let divisor = scale === 'pixels' ? Math.max(max, 0) : 1
  if (min !== max && scale === 'standard') divisor = standardDeviation(values, mean)
  if (min !== max && scale === 'minmax') divisor = max - min
  if (!Number.isFinite(offset) || !Number.isFinite(divisor)) {
    const largest = Math.max(Math.abs(min), Math.abs(max))
    throw new KudariError('data', pipelineMessages.valuesTooLarge, { column, largest })
  }
  return { offset, divisor: divisor === 0 ? 1 : divisor }
}

/** The population standard deviation (divided by the number of values, not one less). */
function standardDeviation(values: Float64Array, mean: number): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] - mean) * (values[i] - mean)
  return Math.sqrt(sum / values.length)
}
