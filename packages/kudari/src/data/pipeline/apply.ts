/** Applying a fitted pipeline: from a table to the matrix of numbers that the model takes. */
import { KudariError } from '../../messages/error.ts'
import { Tensor } from '../../tensor/tensor.ts'
import type { Table } from '../table.ts'
import { encodeFeature } from './feature.ts'
import { pipelineMessages } from './messages.ts'
import { type Pipeline, matrixColumns } from './pipeline.ts'
import { allRows } from './target.ts'

/** The input matrix, and what had to be said about the table on the way. */
export interface Inputs {
  /** float64 (rows, matrix columns); see `matrixColumns` for their names. */
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

/**
 * Treats rows as the training rows were treated.
 *
 * @param table typed as the training table was: that table itself, or one from `typeLike(raw, inputSchema(pipeline))`.
 * @param rows the rows wanted; default: all.
 * @throws KudariError when the table has none of the features, a column is of another type, or a value is infinite.
 */
export function applyPipeline(pipeline: Pipeline, table: Table, rows = allRows(table)): Inputs {
  const { features, target, unused } = pipeline
  const byName = new Map(table.columns.map((column) => [column.name, column]))
  const missing = features.map(({ column }) => column).filter((name) => !byName.has(name))
  if (missing.length === features.length)
    throw new KudariError('data', pipelineMessages.noKnownColumns, { source: table.source, expected: missing })

  const width = matrixColumns(pipeline).length
  const x = new Float64Array(rows.length * width)
  const filled: { column: string; count: number }[] = []
  const unseen: { column: string; category: string; count: number }[] = []
  let first = 0
  for (const feature of features) {
    const { column } = feature
    const encoded = encodeFeature(feature, table, byName.get(column), rows)
    for (const [j, values] of encoded.columns.entries()) {
      const { offset, divisor } = feature.columns[j]
      for (let i = 0; i < rows.length; i++) x[i * width + first + j] = (values[i] - offset) / divisor
    }
    first += feature.columns.length
    if (encoded.filled > 0 && byName.has(column)) filled.push({ column, count: encoded.filled })
    for (const [category, count] of encoded.unseen) unseen.push({ column, category, count })
  }
  const known = new Set([...features.map(({ column }) => column), target.column, ...unused])
  return {
    x: new Tensor({ shape: [rows.length, width], dtype: 'float64' }, x),
    missing,
    surplus: [...byName.keys()].filter((name) => !known.has(name)),
    filled,
    unseen,
  }
}
