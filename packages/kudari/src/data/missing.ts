/** Which cells count as missing. */
import { parseNumber, textIn } from './cells.ts'
import type { Cell } from './number-cells.ts'

/**
 * The texts that stand for a missing value unless the caller lists others: compared exactly, case included (`NA`, but
 * not `na`), after blanks around them are removed.
 */
export const MISSING_MARKERS: readonly string[] = [
  '',
  'NA',
  'N/A',
  '#N/A',
  'NaN',
  'nan',
  'NULL',
  'null',
  'None',
  '?',
  '-',
  '－',
  '欠損',
]

/** A list of markers made ready for asking. */
export interface MissingTest {
  /** Whether the cell is missing: nothing, NaN, or one of the markers. */
  readonly cell: (cell: Cell) => boolean
  /** Whether a number is a marker by value: the marker `-999` also means the cell `-999.0`. */
  readonly number: ((value: number) => boolean) | undefined
}

/** Prepares the test for a list of markers. An empty cell is missing whatever the list says. */
export function missingTest(markers: readonly string[]): MissingTest {
  const texts = new Set(markers.map((marker) => marker.trim()))
  const numbers = new Set(markers.map(parseNumber).filter((value) => !Number.isNaN(value)))
  return {
    cell: (cell) => {
      if (cell === null || cell === '') return true
      if (typeof cell === 'number' && Number.isNaN(cell)) return true
      if (cell instanceof Date && Number.isNaN(cell.getTime())) return true
      const text = textIn(cell)
      return text === '' || texts.has(text)
    },
    number: numbers.size > 0 ? (value) => numbers.has(value) : undefined,
  }
}
