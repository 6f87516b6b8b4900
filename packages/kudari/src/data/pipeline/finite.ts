/** Values that no model can learn from: infinite ones, or such as are beyond float64. */
import { KudariError } from '../../messages/error.ts'
import type { Table } from '../table.ts'
import { pipelineMessages } from './messages.ts'

/**
 * Checks the values that a column has at the given rows.
 *
 * @param values as many as `rows`, or more.
 * @throws KudariError naming the place of the first infinite value.
 */
export function requireFinite(table: Table, column: string, values: Float64Array, rows: Int32Array): void {
  let i = 0
  while (i < rows.length && values[i] !== Infinity && values[i] !== -Infinity) i++
  if (i === rows.length) return
  throw infiniteValue(table, column, rows[i])
}

/** That the value of a column at a row is infinite. */
export const infiniteValue = (table: Table, column: string, row: number) =>
  new KudariError('data', pipelineMessages.infiniteValue, { source: table.source, line: table.lines?.[row], row, column })
