/** Reductions and softmax of vectors and matrices: along the rows, or down the columns. */
import { exp, log } from '../../tensor/functions.ts'
import type { TensorType } from '../../tensor/tensor.ts'
import { type Prepare, areFloats } from './kernel.ts'

/** A tensor seen as rows, where the last axis is the one that goes: undefined for another axis. */
function asRows({ shape }: TensorType, axis: unknown): { rows: number; length: number } | undefined {
  if (shape.length === 1 && axis === 0) return { rows: 1, length: shape[0] }
  return shape.length === 2 && axis === 1 ? { rows: shape[0], length: shape[1] } : undefined
}

/** Sums, divided by how many numbers went into each for a mean. */
const prepareSum =
  (isMean: boolean): Prepare =>
  (inputs, { axes }, output) => {
    const [x] = inputs
    if (!areFloats([x, output]) || !Array.isArray(axes) || axes.length !== 1) return undefined
    const seen = asRows(x, axes[0])
    if (seen) {
      const { rows, length } = seen
      const divisor = isMean ? length : 1
      return ([data], out) => {
        for (let row = 0; row < rows; row++) {
          let total = 0
          for (let i = row * length; i < (row + 1) * length; i++) total += data[i]
          out[row] = total / divisor
        }
      }
    }
    if (x.shape.length !== 2 || axes[0] !== 0) return undefined
    const [rows, columns] = x.shape
    const totals = new Float64Array(columns)
    const divisor = isMean ? rows : 1
    return ([data], out) => {
      totals.fill(0)
      for (let i = 0; i < data.length; ) for (let j = 0; j < columns; j++, i++) totals[j] += data[i]
      for (let j = 0; j < columns; j++) out[j] = totals[j] / divisor
    }
  }

const prepareSoftmax: Prepare = (inputs, { axis }, output) => {
  const seen = areFloats([...inputs, output]) ? asRows(inputs[0], axis) : undefined
  if (!seen) return undefined
  const { rows, length } = seen
  const powers = new Float64Array(length)
  return ([x], out) => {
    for (let row = 0; row < rows; row++) {
      const start = row * length
      let largest = -Infinity
      for (let j = 0; j < length; j++) largest = Math.max(largest, x[start + j])
      let total = 0
      for (let j = 0; j < length; j++) {
        powers[j] = exp(x[start + j] - largest)
        total += powers[j]
      }
      for (let j = 0; j < length; j++) out[start + j] = powers[j] / total
    }
  }
}

const prepareLogSumExp: Prepare = (inputs, { axis }, output) => {
  const seen = areFloats([...inputs, output]) ? asRows(inputs[0], axis) : undefined
  if (!seen) return undefined
  const { rows, length } = seen
  return ([x], out) => {
    for (let row = 0; row < rows; row++) {
      const start = row * length
      let largest = -Infinity
      for (let j = 0; j < length; j++) largest = Math.max(largest, x[start + j])
      let total = 0
      for (let j = 0; j < length; j++) total += exp(x[start + j] - largest)
      out[row] = Number.isFinite(largest) ? largest + log(total) : largest
    }
  }
}

export const rowKernels: Readonly<Record<string, Prepare>> = {
  sum: prepareSum(false),
  mean: prepareSum(true),
  softmax: prepareSoftmax,
  logSumExp: prepareLogSumExp,
}
