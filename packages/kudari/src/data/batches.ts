/** Mini-batches: one pass over the rows in small groups. */
import { KudariError } from '../messages/error.ts'
import { type Generator, permutation } from '../tensor/random.ts'
import { dataMessages } from './messages.ts'

export interface BatchOptions {
  /** How many rows there are. */
  readonly rows: number
  /** Rows in a batch; the last batch of an epoch holds what is left. */
  readonly size: number
  /** Shuffles the rows of this epoch; without it they come in order. */
  readonly random?: Generator
}

/**
 * The row indices of one epoch, batch after batch: every row exactly once. Pass the same generator for every epoch, and
 * each is shuffled differently, but the whole run is decided by the seed.
 *
 * @throws KudariError when `size` is not a positive integer.
 * @example
 * const random = generator(42)
 * for (let epoch = 0; epoch < 10; epoch++) for (const batch of batches({ rows: 100, size: 32, random })) step(batch)
 */
export function* batches({ rows, size, random }: BatchOptions): IterableIterator<Int32Array> {
  if (!Number.isInteger(size) || size < 1) throw new KudariError('usage', dataMessages.badBatchSize, { size })
  const order = random ? permutation(random, rows) : Int32Array.from({ length: rows }, (_, i) => i)
  for (let start = 0; start < rows; start += size) yield order.subarray(start, start + size)
}
