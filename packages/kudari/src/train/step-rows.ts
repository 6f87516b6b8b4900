/** Which rows each step learns from: all of them, or one mini-batch after the other. */
import { batches } from '../data/batches.ts'
import { take } from '../ops/gather.ts'
import { arange } from '../tensor/create.ts'
import { generator } from '../tensor/random.ts'
import { Tensor } from '../tensor/tensor.ts'
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

/** The rows of every step, without end: all of them, or one mini-batch after the other, epoch after epoch. */
export function* stepRows({ x, yt }: Rows, { batch = 'full', shuffle = true, seed = 0 }: StepRowsOptions): Generator<{
  readonly rows: Rows
  readonly isEpochEnd: boolean
}> {
  const count = x.shape[0]
  if (batch === 'full' || batch >= count) for (;;) yield { rows: { x, yt }, isEpochEnd: true }
  const random = generator(seed)
  for (;;) {
    let seen = 0
    for (const indices of batches({ rows: count, size: batch, ...(shuffle ? { random } : {}) })) {
      const picked = new Tensor({ shape: [indices.length], dtype: 'int32' }, Int32Array.from(indices))
      seen += indices.length
      yield { rows: { x: take(x, picked), yt: take(yt, picked) }, isEpochEnd: seen === count }
    }
  }
}
