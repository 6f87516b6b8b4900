/** Weights of a linear model in the table's own units. */
import { KudariError } from '../../messages/error.ts'
import { pipelineMessages } from './messages.ts'
import { type Pipeline, matrixColumns } from './pipeline.ts'

/**
 * The weights that give the same linear output from encoded but unscaled inputs. With z = (x - offset) / divisor,
 *
 *     w0 + Σ w z = (w0 - Σ w offset / divisor) + Σ (w / divisor) x
 *
 * and the offset of a regression target is added to the first.
 *
 * @param w0 the bias. @param w a weight for each matrix column.
 * @throws KudariError when the number of weights does not fit.
 * @example
 * // the talk: trained on centred data, weight = -245.7... + 1.82... * height
 * unscale(pipeline, 0.267959, [1.82069])
 */
export function unscale(pipeline: Pipeline, w0: number, w: ArrayLike<number>): { w0: number; w: Float64Array } {
  const columns = matrixColumns(pipeline)
  if (w.length !== columns.length)
    throw new KudariError('usage', pipelineMessages.weightsLength, { weights: w.length, columns: columns.length })
  const weights = Float64Array.from(columns, ({ divisor }, j) => w[j] / divisor)
  const shift = columns.reduce((sum, { offset }, j) => sum + weights[j] * offset, 0)
  const targetOffset = pipeline.target.task === 'regression' ? pipeline.target.offset : 0
  return { w0: w0 - shift + targetOffset, w: weights }
}
