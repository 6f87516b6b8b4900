/** Values that no model can learn from: infinite ones, or such as are beyond float64. */
import { KudariError } from '../../messages/error.ts'
import type { Table } from '../table.ts'
import { pipelineMessages } from './messages.ts'

/**
 * Checks the values that a column has at the given rows.
 *
 * @throws KudariError naming the place of the first infinite value.
 */
export function requireFinite(table: Table, column: string, values: Float64Array, rows: Int32Array): void {
  const i = values.findIndex((value) => value === Infinity || value === -Infinity)
  if (i < 0) return
  const row = rows[i]
  throw new KudariError('data', pipelineMessages.infiniteValue, {
    source: table.source,
    line: table.lines?.[row],
    row,
    column,
  })
}
