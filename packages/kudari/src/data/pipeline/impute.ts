/** Imputation: what stands in for a missing value. */
import { byCodePoint } from '../order.ts'
import type { Impute } from './pipeline.ts'
import { select } from './select.ts'

/**
 * A missing value becomes a column of its own (`AGE missing`) only if at least so many training rows lack it: from
 * fewer, a model learns those rows by heart instead of what missing means.
 */
export const INDICATOR_ROWS = 5

/**
 * The value that fills the gaps of a column of numbers, from the values that are there (at least one).
 *
 * @param present their order may change.
 * @example
 * fillNumber(Float64Array.of(1, 2, 9), 'median') // 2
 */
export function fillNumber(present: Float64Array, impute: Impute): number {
  switch (impute) {
    case 'mean':
      // Divided first, so that large values do not overflow.
      return present.reduce((sum, value) => sum + value / present.length, 0)
    case 'median': {
      const middle = present.length >> 1
      const upper = select(present, middle)
      if (present.length % 2 === 1) return upper
      // What stands before the middle is not larger: the largest of it is the other middle one.
      let lower = -Infinity
      for (let i = 0; i < middle; i++) lower = Math.max(lower, present[i])
      return lower / 2 + upper / 2
    }
    case 'most_frequent':
      return mostFrequent(present, (a, b) => a - b)
  }
}

/** The category that fills the gaps: the most frequent one, the first in order where several are. */
export const fillCategory = (present: readonly string[]): string => mostFrequent(present, byCodePoint)

function mostFrequent<Value>(present: Iterable<Value>, compare: (a: Value, b: Value) => number): Value {
  const counts = new Map<Value, number>()
  for (const value of present) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && compare(each[0], best[0]) < 0) ? each : best,
  )[0]
}
