/** Small tables for tests. */
import { KudariError } from '../../messages/error.ts'
import type { ColumnType, RawTable, Table } from '../table.ts'
import { typeTable } from '../types.ts'

/** Lines of comma-separated cells as a table from `t.csv`. */
export const rawOf = (text: string): RawTable => {
  const [names, ...rows] = text.trim().split('\n').map((line) => line.trim().split(','))
  const lines = rows.map((_, i) => i + 2)
  const columns = names.map((_, j) => rows.map((row) => row[j]))
  return { names, columns, rows: rows.length, source: 't.csv', lines }
}

/** The same, typed. */
export const tableOf = (text: string, types?: Record<string, ColumnType>): Table =>
  typeTable(rawOf(text), types && { types })

/** A table whose cells are made from the row number. */
export const numbered = (count: number, columns: Record<string, (i: number) => string | number>): Table =>
  tableOf(
    [
      Object.keys(columns).join(','),
      ...Array.from({ length: count }, (_, i) => Object.values(columns).map((cell) => cell(i)).join(',')),
    ].join('\n'),
  )

/** The error that an action throws. */
export const errorOf = (action: () => unknown): KudariError => {
  try {
    action()
  } catch (error) {
    if (error instanceof KudariError) return error
  }
  throw new Error('expected a KudariError')
}

/** The talk's five rows. */
export const body = tableOf('height,weight\n166,58.7\n176,75.7\n171,62.1\n173,70.4\n169,60.1')

/** A made-up passenger list. */
export const passengers = tableOf(`
  age,port,sex,survived
  22,S,male,no
  38,C,female,yes
  ,S,female,yes
  35,Q,female,yes
  35,S,male,no
  ,?,male,no
  54,C,male,no
  2,S,male,no`)
