/** Columns that are left out: nothing that holds for other rows can be learned from them. */
import type { NumberArray } from '../number-cells.ts'
import { type Column, type Table, holdsNumbers } from '../table.ts'
import { repeatsLittle } from '../types.ts'

/** A category column may have at most so many categories, */
export const MAX_CATEGORIES = 100
/** and, from the eleventh on, on average at least so many rows for each. */
export const ROWS_PER_CATEGORY = 5
/** A column counting 1, 2, 3, ... is taken for a row number only in a table of at least so many rows. */
export const ROWS_OF_A_COUNT = 20

/** `notPixels`: of a table of images, what stands beside the pixels. The others: see {@link dropReason}. */
export type DropReason = 'allMissing' | 'constant' | 'text' | 'tooManyCategories' | 'rowNumber' | 'notPixels'

/** A column left out, and what was seen in the training rows. */
export interface Dropped {
  readonly column: string
  readonly reason: DropReason
  /** How many different texts there are; of numbers, 2 stands for two or more. */
  readonly distinct: number
  /** How many rows have a value. */
  readonly present: number
}

/**
 * Why a column should be left out, or `undefined` if it should not:
 * `allMissing`: no training row has a value; `constant`: all have the same; `text`: nearly all have different texts
 * (names, sentences, identifiers); `tooManyCategories`: more than {@link MAX_CATEGORIES}, or too few rows for each;
 * `rowNumber`: whole numbers that count the table's rows from 0 or 1.
 */
export function dropReason(table: Table, column: Column, rows: Int32Array): Dropped | undefined {
  const { distinct, present } = holdsNumbers(column) ? countNumbers(column.values, rows) : countTexts(column.values, rows)
  const dropped = (reason: DropReason): Dropped => ({ column: column.name, reason, distinct, present })

  if (present === 0) return dropped('allMissing')
  // A value that is there or not still tells something.
  if (distinct === 1 && present === rows.length) return dropped('constant')
  if (column.type === 'text') return dropped('text')
  if (column.type === 'category') {
    if (repeatsLittle(distinct, present)) return dropped('text')
    const thin = distinct > 10 && present < distinct * ROWS_PER_CATEGORY
    return distinct > MAX_CATEGORIES || thin ? dropped('tooManyCategories') : undefined
  }
  return column.type === 'integer' && countsRows(table, column.values) ? dropped('rowNumber') : undefined
}

interface Counts {
  readonly distinct: number
  readonly present: number
}

/** Of numbers it is enough to know whether they differ at all. */
function countNumbers(values: NumberArray, rows: Int32Array): Counts {
  const present = countPresent(values, rows)
  return { distinct: present > 0 && differ(values, rows) ? 2 : Math.min(present, 1), present }
}

function countPresent(values: NumberArray, rows: Int32Array): number {
  let present = 0
  for (let i = 0; i < rows.length; i++) if (!Number.isNaN(values[rows[i]])) present++
  return present
}

function differ(values: NumberArray, rows: Int32Array): boolean {
  let first = NaN
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]]
    if (Number.isNaN(value)) continue
    if (Number.isNaN(first)) first = value
    else if (value !== first) return true
  }
  return false
}

function countTexts(values: readonly (string | null)[], rows: Int32Array): Counts {
  const distinct = new Set<string>()
  let present = 0
  for (const row of rows) {
    const value = values[row]
    if (value === null) continue
    present++
    distinct.add(value)
  }
  return { distinct: distinct.size, present }
}

/** The whole table is asked, since the training rows alone are a random choice of a count. */
function countsRows(table: Table, values: NumberArray): boolean {
  if (table.rows < ROWS_OF_A_COUNT || (values[0] !== 0 && values[0] !== 1)) return false
  return values.every((value, row) => value === values[0] + row)
}
