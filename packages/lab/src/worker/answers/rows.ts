/** The table of a moment as CSV: for data that are no file yet. */
import type { Moment } from '../moment.ts'
import { tableCsv } from '../table-csv.ts'

export const rows = ({ table }: Moment): string => tableCsv(table)
