/** A confusion matrix in numbers: what stands in it, and what is told of it. */
export type Counts = readonly (readonly number[])[]

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** What share of a row lies in each cell; 0 in a row without any. */
export const sharesOfRow = (row: readonly number[]): readonly number[] => row.map((count) => count / Math.max(sum(row), 1))

/** All rows, those answered rightly, and the largest class, which somebody would name who only guesses. */
export function matrixSummary(counts: Counts) {
  const sizes = counts.map(sum)
  const rows = sum(sizes)
  const largest = sizes.indexOf(Math.max(...sizes))
  return { rows, right: sum(counts.map((row, k) => row[k])), largest, largestShare: sizes[largest] / rows }
}

/** The classes of most rows, so many at most, in their order. */
export function largestClasses(counts: Counts, most: number): number[] {
  const sizes = counts.map(sum)
  const bySize = sizes.map((_, k) => k).sort((a, b) => sizes[b] - sizes[a] || a - b)
  return bySize.slice(0, most).sort((a, b) => a - b)
}

/** A share as a percentage in a sentence. */
export const percent = (share: number): string => (100 * share).toFixed(1)
