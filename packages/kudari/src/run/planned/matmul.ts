/**
 * Matrix products, a loop for each way in which the operands lie. Four rows, or four terms of a sum, are taken at once so
 * that memory is read and written less often; the terms of each sum are still added one after the other, from the first to
 * the last, in float64.
 */
import type { Data } from '../../tensor/dtype.ts'
import { type Prepare, areFloats } from './kernel.ts'

/** Rows of A times rows of B: C[i, j] = sum over k of A[i, k] B[j, k]; a vector is a B of one row. */
function rowsByRows(a: Data, b: Data, c: Data, rows: number, depth: number, columns: number): void {
  for (let j = 0; j < columns; j++) {
    const bRow = j * depth
    let i = 0
    for (; i + 4 <= rows; i += 4) {
      const first = i * depth
      const second = first + depth
      const third = second + depth
      const fourth = third + depth
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      for (let k = 0; k < depth; k++) {
        const factor = b[bRow + k]
        s0 += a[first + k] * factor
        s1 += a[second + k] * factor
        s2 += a[third + k] * factor
        s3 += a[fourth + k] * factor
      }
      c[i * columns + j] = s0
      c[(i + 1) * columns + j] = s1
      c[(i + 2) * columns + j] = s2
      c[(i + 3) * columns + j] = s3
    }
    for (; i < rows; i++) {
      let sum = 0
      for (let k = 0; k < depth; k++) sum += a[i * depth + k] * b[bRow + k]
      c[i * columns + j] = sum
    }
  }
}

/** totals[j] += factor_0 B[k, j] + ... + factor_3 B[k + 3, j], one term after the other. */
function addFourRows(
  totals: Float64Array,
  at: number,
  b: Data,
  bAt: number,
  columns: number,
  f0: number,
  f1: number,
  f2: number,
  f3: number,
): void {
  const second = bAt + columns
  const third = second + columns
  const fourth = third + columns
  for (let j = 0; j < columns; j++)
    totals[at + j] = totals[at + j] + f0 * b[bAt + j] + f1 * b[second + j] + f2 * b[third + j] + f3 * b[fourth + j]
}

function addRow(totals: Float64Array, at: number, b: Data, bAt: number, columns: number, factor: number): void {
  for (let j = 0; j < columns; j++) totals[at + j] += factor * b[bAt + j]
}

/** Rows of A times columns of B: C[i, j] = sum over k of A[i, k] B[k, j]. */
function rowsByColumns(a: Data, b: Data, c: Data, rows: number, depth: number, columns: number, totals: Float64Array): void {
  for (let i = 0; i < rows; i++) {
    totals.fill(0)
    const row = i * depth
    let k = 0
    for (; k + 4 <= depth; k += 4)
      addFourRows(totals, 0, b, k * columns, columns, a[row + k], a[row + k + 1], a[row + k + 2], a[row + k + 3])
    for (; k < depth; k++) addRow(totals, 0, b, k * columns, columns, a[row + k])
    c.set(totals, i * columns)
  }
}

/** Columns of A times columns of B: C[i, j] = sum over k of A[k, i] B[k, j]. */
function columnsByColumns(a: Data, b: Data, c: Data, rows: number, depth: number, columns: number, totals: Float64Array): void {
  totals.fill(0)
  let k = 0
  for (; k + 4 <= depth; k += 4)
    for (let i = 0; i < rows; i++) {
      const at = k * rows + i
      addFourRows(totals, i * columns, b, k * columns, columns, a[at], a[at + rows], a[at + 2 * rows], a[at + 3 * rows])
    }
  for (; k < depth; k++)
    for (let i = 0; i < rows; i++) addRow(totals, i * columns, b, k * columns, columns, a[k * rows + i])
  c.set(totals)
}

/** Columns of A times a vector: c[i] = sum over k of A[k, i] v[k]: the talk's `x.T @ yd`. */
function columnsByVector(a: Data, v: Data, c: Data, rows: number, depth: number, totals: Float64Array): void {
  totals.fill(0)
  let k = 0
  for (; k + 4 <= depth; k += 4) addFourRows(totals, 0, a, k * rows, rows, v[k], v[k + 1], v[k + 2], v[k + 3])
  for (; k < depth; k++) addRow(totals, 0, a, k * rows, rows, v[k])
  c.set(totals)
}

/** Products of matrices and vectors; stacks of matrices are left to the reference kernel. */
export const prepareMatmul: Prepare = (inputs, attributes, output) => {
  const [left, right] = inputs
  if (!areFloats([...inputs, output]) || left.shape.length > 2 || right.shape.length > 2) return undefined
  const transposeA = attributes.transposeA === true
  const transposeB = attributes.transposeB === true
  const isVector = right.shape.length === 1
  // A vector on the left is one row; one on the right lies in memory as a row of B transposed.
  const rows = left.shape.length === 1 ? 1 : left.shape[transposeA ? 1 : 0]
  const depth = left.shape.length === 1 ? left.shape[0] : left.shape[transposeA ? 0 : 1]
  const columns = isVector ? 1 : right.shape[transposeB ? 0 : 1]
  if (isVector || transposeB) {
    if (!transposeA) return ([a, b], out) => rowsByRows(a, b, out, rows, depth, columns)
    if (!isVector) return undefined
    const totals = new Float64Array(rows)
    return ([a, v], out) => columnsByVector(a, v, out, rows, depth, totals)
  }
  if (transposeA) {
    const totals = new Float64Array(rows * columns)
    return ([a, b], out) => columnsByColumns(a, b, out, rows, depth, columns, totals)
  }
  const totals = new Float64Array(columns)
  return ([a, b], out) => rowsByColumns(a, b, out, rows, depth, columns, totals)
}
