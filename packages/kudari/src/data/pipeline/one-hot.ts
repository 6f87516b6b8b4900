/** One-hot encoding: a category becomes numbers, a column of 0 and 1 for each. */
import { byCodePoint } from '../order.ts'

/** The different categories in sorted order. */
export const categoriesOf = (present: Iterable<string>): string[] => [...new Set(present)].toSorted(byCodePoint)

/**
 * The categories that get a column: all of them, but of two only the second, since the first is then all that is left
 * (scikit-learn's `drop='if_binary'`).
 */
export const encodedCategories = (categories: readonly string[]): readonly string[] =>
  categories.length === 2 ? categories.slice(1) : categories

/**
 * For each encoded category a column that is 1 where the value is that category. A value that training did not see is
 * 0 in all of them.
 *
 * @example
 * oneHot(['S', 'C'], ['C', 'Q', 'S']) // [[0, 1], [0, 0], [1, 0]], a list for each category
 */
export function oneHot(values: readonly string[], categories: readonly string[]): Float64Array[] {
  const encoded = encodedCategories(categories)
  const places = new Map(encoded.map((category, i) => [category, i]))
  const columns = encoded.map(() => new Float64Array(values.length))
  for (let row = 0; row < values.length; row++) {
    const place = places.get(values[row])
    if (place !== undefined) columns[place][row] = 1
  }
  return columns
}
