/** How rows are handed to the steps, and some of them. */
import { take } from '../ops/gather.ts'
import { arange } from '../tensor/create.ts'
import type { Rows } from './step.ts'

/** How the rows are handed to the steps. */
export interface StepRowsOptions {
  /** Rows in a step: all of them, or mini-batches of so many. Default: all. */
  readonly batch?: 'full' | number
  /** Whether the rows are shuffled before every epoch of mini-batches. Default: yes. */
  readonly shuffle?: boolean
  /** Seed of the shuffles. */
  readonly seed?: number
}

/** At most so many of the rows, evenly spread over all of them. */
export function someRows(rows: Rows, most: number): Rows {
  const [count] = rows.x.shape
  const every = Math.ceil(count / most)
  if (every <= 1) return rows
  const sample = arange(0, count, every, { dtype: 'int32' })
  return { x: take(rows.x, sample), yt: take(rows.yt, sample) }
}
