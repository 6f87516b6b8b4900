/** Tables as CSV, every number in full. */
import { type Column, type Table, holdsNumbers } from 'kudari'
import Papa from 'papaparse'
import { valueText } from './table-view.ts'

/** The values of a column as texts; '' where there is none. */
export const textsOf = (column: Column): string[] =>
  holdsNumbers(column) ? Array.from(column.values, (value) => valueText(column.type, value)) : column.values.map((text) => text ?? '')

/** Columns of texts or numbers side by side, under their names. */
export function csvOf(names: readonly string[], columns: readonly (readonly (string | number | boolean)[])[], rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => columns.map((column) => column[i]))
  return `${Papa.unparse([[...names], ...lines], { newline: '\n' })}\n`
}

export const tableCsv = ({ columns, rows }: Table): string => csvOf(columns.map(({ name }) => name), columns.map(textsOf), rows)
