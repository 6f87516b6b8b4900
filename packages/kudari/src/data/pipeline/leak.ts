/** Leakage: features that give the answer away, because they are known only when it is. */
import type { Table } from '../table.ts'
import { columnNamed } from '../types.ts'
import { INDICATOR_ROWS } from './impute.ts'
import type { Pipeline } from './pipeline.ts'
import type { SuspectedLeak } from './messages.ts'
import { allRows, encodeTarget } from './target.ts'

/**
 * Features that are suspected of giving the class away: looking only at whether they have a value is right in at least
 * 95 % of the rows, and wrong at most a quarter as often as always naming the most frequent class. On the Titanic,
 * whoever has a lifeboat's number survived.
 *
 * @param rows the rows to look at; default: all. Meant for the training rows.
 */
export function suspectedLeaks(pipeline: Pipeline, table: Table, rows = allRows(table)): SuspectedLeak[] {
  const { target, features } = pipeline
  if (target.task === 'regression') return []
  const { rows: known, y } = encodeTarget(pipeline, table, rows)
  /** How many of the rows that `belongs` picks are of their most frequent class. */
  const mostFrequent = (belongs: (row: number) => boolean): number => {
    const counts = new Int32Array(target.classes.length)
    for (let i = 0; i < known.length; i++) if (belongs(known[i])) counts[y.data[i]]++
    return Math.max(...counts)
  }
  const baseline = mostFrequent(() => true) / known.length
  return features
    .filter(({ missing }) => missing >= INDICATOR_ROWS)
    .map(({ column }) => {
      const { values } = columnNamed(table, column)
      const isMissing = (row: number) => values[row] === null || Number.isNaN(values[row])
      const right = mostFrequent(isMissing) + mostFrequent((row) => !isMissing(row))
      return { column, accuracy: right / known.length, baseline }
    })
    .filter(({ accuracy }) => accuracy >= 0.95 && 1 - accuracy <= (1 - baseline) / 4)
}
