/** JSON: a list of objects, or an object of lists; and JSON lines, an object a line. */
import { KudariError, type RawTable } from 'kudari'
import { readerMessages } from '../messages.ts'
import { checkNames } from '../names.ts'
import { chunkRows } from '../options.ts'
import { cellOf, keysOf, recordOf, tableOfRecords } from './records.ts'

/** Line and column (from 1) of a position in a text. */
function placeIn(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position)
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') }
}

/** Whether a text may be the beginning of JSON: what `JSON.parse` complains about is only that it ends. */
function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(message)
    return /end of JSON|Unterminated/.test(message) || (position !== null && Number(position[1]) >= text.length)
  }
}

/** Where broken JSON stops being JSON. Engines tell this in different ways or not at all, so it is searched for. */
function brokenAt(text: string): number {
  let [fine, broken] = [0, text.length]
  while (broken - fine > 1) {
    const middle = (fine + broken) >> 1
    if (mayGoOn(text.slice(0, middle))) fine = middle
    else broken = middle
  }
  return fine
}

/** `JSON.parse` that says where it failed. */
function parse(text: string, source: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const { line, column } = placeIn(text, brokenAt(text))
    throw new KudariError('data', readerMessages.badJson, { source, line: line + firstLine - 1, column })
  }
}

/** Reads JSON. It is read whole: what it means is known only at its end. */
export async function* streamJson(
  text: AsyncIterable<string>,
  source: string,
  detected: NonNullable<RawTable['detected']>,
): AsyncGenerator<RawTable> {
  const pieces: string[] = []
  for await (const piece of text) pieces.push(piece)
  const value = parse(pieces.join(''), source)
  if (Array.isArray(value)) {
    const records = value.map((record, i) => recordOf(record, source, i + 1))
    const names = keysOf(records, source)
    if (names.length === 0) throw new KudariError('data', readerMessages.empty, { source })
    const { lines: _, ...table } = tableOfRecords(records, records.map((__, i) => i + 1), names, source, detected)
    yield table
    return
  }
  if (typeof value !== 'object' || value === null || !Object.values(value).every(Array.isArray))
    throw new KudariError('data', readerMessages.notRecords, { source })
  const lists = value as Record<string, unknown[]>
  const names = checkNames(Object.keys(lists), source)
  if (names.length === 0) throw new KudariError('data', readerMessages.empty, { source })
  const columns = Object.entries(lists).map(([name, list]) => list.map((cell, i) => cellOf(cell, source, i + 1, name)))
  const rows = columns[0].length
  for (const [j, column] of columns.entries())
    if (column.length !== rows)
      throw new KudariError('data', readerMessages.differentLengths, {
        source,
        name: names[j],
        expected: rows,
        found: column.length,
      })
  yield { names, columns, rows, source, detected }
}

/** Reads JSON lines, chunk by chunk. The keys of the first chunk are the columns. */
export async function* streamJsonLines(
  text: AsyncIterable<string>,
  source: string,
  detected: NonNullable<RawTable['detected']>,
): AsyncGenerator<RawTable> {
  let names: readonly string[] | undefined
  let records: Readonly<Record<string, unknown>>[] = []
  let lines: number[] = []
  const chunk = (): RawTable => {
    names ??= keysOf(records, source)
    const table = tableOfRecords(records, lines, names, source, detected)
    records = []
    lines = []
    return table
  }
  let line = 0
  let rest = ''
  const take = (own: string): void => {
    line++
    if (own.trim() === '') return
    records.push(recordOf(parse(own, source, line), source, line))
    lines.push(line)
  }
  for await (const piece of text) {
    const all = (rest + piece).split('\n')
    rest = all.pop()!
    for (const own of all) {
      take(own)
      if (records.length === chunkRows) yield chunk()
    }
  }
  take(rest)
  if (records.length === 0 && !names) throw new KudariError('data', readerMessages.empty, { source })
  yield chunk()
}
