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
