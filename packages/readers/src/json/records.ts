/** Records (objects) as the columns of a table. */
import { type Cell, KudariError, type RawTable } from 'kudari'
import { readerMessages } from '../messages.ts'
import { checkNames } from '../names.ts'

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record, checked to be one. @param line where it stands, from 1. */
export function recordOf(value: unknown, source: string, line: number): Fields {
  if (!isObject(value)) throw new KudariError('data', readerMessages.notAnObject, { source, line })
  return value
}

/** A value of a record, checked to be a cell. */
export function cellOf(value: unknown, source: string, line: number, name: string): Cell {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  throw new KudariError('data', readerMessages.nested, { source, line, name })
}

/** All keys of some records, in the order in which they first appear. */
export const keysOf = (records: readonly Fields[], source: string): readonly string[] =>
  checkNames([...new Set(records.flatMap((record) => Object.keys(record)))], source)

/** Records as a table; what a record lacks is missing. */
export function tableOfRecords(
  records: readonly Fields[],
  lines: readonly number[],
  names: readonly string[],
  source: string,
  detected: RawTable['detected'],
): RawTable {
  const known = new Set(names)
  for (const [i, record] of records.entries())
    for (const name of Object.keys(record))
      if (!known.has(name.trim())) throw new KudariError('data', readerMessages.lateColumn, { source, line: lines[i], name })
  return {
    names,
    columns: names.map((name) => records.map((record, i) => cellOf(record[name], source, lines[i], name))),
    rows: records.length,
    source,
    lines,
    ...(detected && { detected }),
  }
}
