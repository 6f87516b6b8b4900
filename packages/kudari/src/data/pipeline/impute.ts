/** Imputation: what stands in for a missing value. */
import { byCodePoint } from '../order.ts'
import type { Impute } from './pipeline.ts'

/**
 * A missing value becomes a column of its own (`AGE missing`) only if at least so many training rows lack it: from
 * fewer, a model learns those rows by heart instead of what missing means.
 */
export const INDICATOR_ROWS = 5

/**
 * The value that fills the gaps of a column of numbers, from the values that are there (at least one).
 *
 * @example
 * fillNumber(Float64Array.of(1, 2, 9), 'median') // 2
 */
export function fillNumber(present: Float64Array, impute: Impute): number {
  switch (impute) {
    case 'mean':
      // Divided first, so that large values do not overflow.
      return present.reduce((sum, value) => sum + value / present.length, 0)
    case 'median': {
      const sorted = present.toSorted()
      const middle = sorted.length >> 1
      return sorted.length % 2 === 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
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
