/** The units in which columns of numbers enter a model. */
import type { ColumnType } from '../table.ts'

const MILLISECONDS_OF_A_DAY = 86_400_000

/** What the values of a column are divided by: dates are counted in days. */
export const unitOf = (type: ColumnType): number => (type === 'date' ? MILLISECONDS_OF_A_DAY : 1)
