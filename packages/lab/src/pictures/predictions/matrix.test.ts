import { expect, it } from 'vitest'
import { largestClasses, matrixSummary, percent, sharesOfRow } from './matrix.ts'

// The example of sklearn.metrics.confusion_matrix: y_true = [2, 0, 2, 2, 0, 1], y_pred = [0, 0, 2, 2, 0, 2].
const counts = [[2, 0, 0], [0, 0, 1], [1, 0, 2]]

it('is told in numbers', () => {
  expect(matrixSummary(counts)).toEqual({ rows: 6, right: 4, largest: 2, largestShare: 0.5 })
  expect(percent(4 / 6)).toBe('66.7')
})

it('has shares of every row, also of one without any', () => {
  expect(sharesOfRow(counts[2])).toEqual([1 / 3, 0, 2 / 3])
  expect(sharesOfRow([0, 0])).toEqual([0, 0])
})

it('is cut to the classes of most rows, the first of equals, in their order', () => {
  expect(largestClasses(counts, 5)).toEqual([0, 1, 2])
  expect(largestClasses(counts, 2)).toEqual([0, 2])
  expect(largestClasses([[1, 0], [0, 1]], 1)).toEqual([0])
})
