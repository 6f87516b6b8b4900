/** Regression or classification: what the target column asks for, and why. */
import type { NumberArray } from '../number-cells.ts'
import { type Column, holdsNumbers } from '../table.ts'

/** What is to be learned: numbers, or classes. */
export type Task = 'regression' | 'classification'

/** Whole numbers are class codes only if there are at most so many, */
export const MAX_INTEGER_CLASSES = 10
/** and on average at least so many rows for each. */
export const ROWS_PER_CLASS = 3

/** Why a task was chosen: what the target column holds. */
export interface TaskReason {
  readonly code: 'texts' | 'booleans' | 'classCodes' | 'numbers'
  readonly column: string
  /** How many different values there are. */
  readonly distinct: number
}

/**
 * The task that a target column asks for, from the given rows.
 *
 * Texts, categories and booleans are classes. Whole numbers are classes when they look like codes: two values, or
 * 0, 1, 2, ... or 1, 2, 3, ... without gaps, at most {@link MAX_INTEGER_CLASSES} of them, each in at least
 * {@link ROWS_PER_CLASS} rows on average. All other numbers are amounts: regression.
 *
 * @example
 * detectTask({ name: 'class', type: 'integer', values: Float64Array.of(0, 1, 0, 1, 0, 1) }, rows)
 * // { task: 'classification', reason: { code: 'classCodes', column: 'class', distinct: 2 } }
 */
export function detectTask(column: Column, rows: Int32Array): { readonly task: Task; readonly reason: TaskReason } {
  const { found, present } = holdsNumbers(column) ? distinctNumbers(column.values, rows) : distinctTexts(column.values, rows)
  const reason = (code: TaskReason['code']): TaskReason => ({ code, column: column.name, distinct: found.length })
  switch (column.type) {
    case 'category':
    case 'text':
      return { task: 'classification', reason: reason('texts') }
    case 'boolean':
      return { task: 'classification', reason: reason('booleans') }
    case 'integer': {
      const codes = Array.from(found, Number)
      const areCodes = looksLikeCodes(codes) && present >= ROWS_PER_CLASS * codes.length
      return areCodes
        ? { task: 'classification', reason: reason('classCodes') }
        : { task: 'regression', reason: reason('numbers') }
    }
    case 'number':
    case 'date':
      return { task: 'regression', reason: reason('numbers') }
  }
}

interface Distinct {
  readonly found: ArrayLike<string | number>
  /** How many rows have a value. */
  readonly present: number
}

/** The different numbers in order. (Sorting a million of them takes a tenth of the time that a Set takes.) */
function distinctNumbers(values: NumberArray, rows: Int32Array): Distinct {
  const sorted = new Float64Array(rows.length)
  let present = 0
  for (const row of rows) if (!Number.isNaN(values[row])) sorted[present++] = values[row]
  sorted.subarray(0, present).sort()
  let count = 0
  for (let i = 0; i < present; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]
  return { found: sorted.subarray(0, count), present }
}

function distinctTexts(values: readonly (string | null)[], rows: Int32Array): Distinct {
  const found = new Set<string>()
  let present = 0
  for (const row of rows) {
    const value = values[row]
    if (value === null) continue
    present++
    found.add(value)
  }
  return { found: [...found], present }
}

function looksLikeCodes(codes: readonly number[]): boolean {
  if (codes.length === 2) return true
  if (codes.length > MAX_INTEGER_CLASSES) return false
  const min = Math.min(...codes)
  const withoutGaps = Math.max(...codes) - min === codes.length - 1
  return (min === 0 || min === 1) && withoutGaps
}
