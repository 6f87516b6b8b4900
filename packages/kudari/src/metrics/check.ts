/** Checks that the measures share: shapes that fit, rows to measure, classes that exist. */
import { KudariError } from '../messages/error.ts'
import { formatShape } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { metricsMessages } from './messages.ts'

/** @throws KudariError unless both are (rows,) of the same length, at least 1. */
export function requirePairs(measure: string, yt: Tensor, yp: Tensor): void {
  if (yt.ndim !== 1 || yp.ndim !== 1 || yt.size !== yp.size) throw shapesDiffer(measure, yt, yp, '(rows,), (rows,)')
  requireRows(measure, yt)
}

/** @throws KudariError when there is nothing to measure. */
export function requireRows(measure: string, yt: Tensor): void {
  if (yt.size === 0) throw new KudariError('data', metricsMessages.noRows, { measure })
}

/** @throws KudariError when a value is not one of the classes 0 ... `classes` - 1. */
export function requireClasses(measure: string, y: Tensor, classes: number): void {
  const row = y.data.findIndex((value) => !(Number.isInteger(value) && value >= 0 && value < classes))
  if (row >= 0) throw new KudariError('usage', metricsMessages.notAClass, { measure, value: y.data[row], row, classes })
}

export const shapesDiffer = (measure: string, yt: Tensor, yp: Tensor, expected: string) =>
  new KudariError('usage', metricsMessages.shapesDiffer, {
    measure,
    truth: formatShape(yt.shape),
    predicted: formatShape(yp.shape),
    expected,
  })
