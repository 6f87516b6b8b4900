/** Applying a fitted pipeline: from a table to the matrix of numbers that the model takes. */
import { KudariError } from '../../messages/error.ts'
import { Tensor } from '../../tensor/tensor.ts'
import { imageText } from '../images.ts'
import type { Table } from '../table.ts'
import { type Matrix, encoderOf } from './encode.ts'
import { pipelineMessages } from './messages.ts'
import { type Pipeline, matrixColumns } from './pipeline.ts'
import { allRows } from './target.ts'

/** The input matrix, and what had to be said about the table on the way. */
export interface Inputs {
  /** (rows, matrix columns), float64 unless told otherwise; see `matrixColumns` for the names of the columns. */
  readonly x: Tensor
  /** Features that the table lacks: all their values were filled in. */
  readonly missing: readonly string[]
  /** Columns of the table that training did not see: not used. */
  readonly surplus: readonly string[]
  /** How many missing values were filled in, for each feature that is there and has any. */
  readonly filled: readonly { readonly column: string; readonly count: number }[]
  /** Categories that training did not see, and how often each occurs; they are 0 in all columns of their feature. */
  readonly unseen: readonly { readonly column: string; readonly category: string; readonly count: number }[]
}

/** The form of the input matrix. */
export interface MatrixForm {
  /** Default: float64. */
  readonly dtype?: 'float64' | 'float32'
  /** Whether a column of ones (the dummy column) stands in front. */
  readonly ones?: boolean
}

/** Rows are encoded so many at a time: their part of the matrix stays in cache while one feature after the other is written. */
const BLOCK_ROWS = 512

/**
 * Treats rows as the training rows were treated.
 *
 * @param table typed as the training table was: that table itself, or one from `typeLike(raw, inputSchema(pipeline))`.
 * @param rows the rows wanted; default: all.
 * @throws KudariError when the table has none of the features, a column is of another type, its images are of another size, or a
 *   value is infinite.
 */
export function applyPipeline(
  pipeline: Pipeline,
  table: Table,
  rows = allRows(table),
  { dtype = 'float64', ones = false }: MatrixForm = {},
): Inputs {
  const { features, target, unused, image } = pipeline
  if (image && table.image && imageText(image) !== imageText(table.image))
    throw new KudariError('data', pipelineMessages.otherImages, {
      source: table.source,
      found: imageText(table.image),
      expected: imageText(image),
    })
  const byName = new Map(table.columns.map((column) => [column.name, column]))
  const missing = features.map(({ column }) => column).filter((name) => !byName.has(name))
  if (missing.length === features.length)
    throw new KudariError('data', pipelineMessages.noKnownColumns, { source: table.source, expected: missing })

  const width = matrixColumns(pipeline).length + (ones ? 1 : 0)
  const size = rows.length * width
  const matrix: Matrix = { data: dtype === 'float64' ? new Float64Array(size) : new Float32Array(size), width }
  const encoders = features.map((feature) => encoderOf(feature, table, byName.get(feature.column)))
  for (let start = 0; start < rows.length; start += BLOCK_ROWS) {
    const end = Math.min(rows.length, start + BLOCK_ROWS)
    if (ones) for (let i = start; i < end; i++) matrix.data[i * width] = 1
    let at = ones ? 1 : 0
    for (const [k, { write }] of encoders.entries()) {
      write(rows, start, end, matrix, at)
      at += features[k].columns.length
    }
  }
  const present = features.flatMap(({ column }, k) => (byName.has(column) ? [{ column, encoder: encoders[k] }] : []))
  const filled = present.map(({ column, encoder }) => ({ column, count: encoder.filled() })).filter(({ count }) => count > 0)
  const unseen = present.flatMap(({ column, encoder }) =>
    Array.from(encoder.unseen, ([category, count]) => ({ column, category, count })))
  const known = new Set([...features.map(({ column }) => column), target.column, ...unused])
  return {
    x: new Tensor({ shape: [rows.length, width], dtype }, matrix.data),
    missing,
    // What stands beside the pixels of images is never used.
    surplus: image && table.image ? [] : [...byName.keys()].filter((name) => !known.has(name)),
    filled,
    unseen,
  }
}
