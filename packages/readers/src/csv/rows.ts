/** Rows of CSV in bytes: the quick way through well-formed rows. Whatever is unusual is left to the careful parser. */
import { EMPTY_CELL } from 'kudari'
import type { Dialect } from './dialect.ts'
import { type Filling, putText } from './columns.ts'
import { decimalIn, powersOfTen } from './number.ts'
import type { TextDecoding } from './texts.ts'

const LINE_FEED = 10
const RETURN = 13
const POINT = 46
const MINUS = 45
const ZERO = 48
const BACKSLASH = 92

/** Bytes of UTF-8, and how far they have been read. */
export interface Cursor {
  readonly bytes: Uint8Array
  /** Where the next row starts. */
  at: number
  /** The line of the next row, from 1. */
  line: number
  /** How many line feeds there are inside the quotes of the row that was read last. */
  breaksInside: number
  /** Complete rows end before this: behind the last line feed. */
  readonly end: number
}

/** A dialect as bytes. */
export interface ByteDialect {
  readonly delimiter: number
  readonly quote: number
  readonly doublesQuotes: boolean
}

/** A dialect as bytes; undefined where it takes more than that, or looks like a part of a number. */
export function byteDialect({ delimiter, quote, escape }: Dialect): ByteDialect | undefined {
  const isPlain = (text: string) => /^[\t -,/:-~]$/.test(text) && text !== '\\'
  if (!isPlain(delimiter) || !isPlain(quote) || delimiter === quote || delimiter === '"') return undefined
  return { delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0), doublesQuotes: escape === quote }
}

/** Why reading stopped: all complete rows are read, the chunk is full, or the next row is unusual. */
export type Stop = 'end' | 'full' | 'unusual'

/**
 * The end of a field that does not begin with a quote: at a delimiter, line feed or the return before it; -1 where a return
 * stands elsewhere.
 */
function bareEnd(bytes: Uint8Array, start: number, delimiter: number): number {
  let i = start
  for (;;) {
    const c = bytes[i]
    if (c === delimiter || c === LINE_FEED) return i
    if (c === RETURN) return bytes[i + 1] === LINE_FEED ? i : -1
    i++
  }
}

/** As {@link quotedEnd}: the row goes on behind the bytes at hand; the field is unusual. */
const OPEN = -1
const UNUSUAL = -2

/** Where the closing quote of a field is whose text begins at `start`. */
function quotedEnd({ bytes, end }: Cursor, start: number, { quote, delimiter, doublesQuotes }: ByteDialect): number {
  for (let i = start; i < end; i++) {
    const c = bytes[i]
    if (c === BACKSLASH && !doublesQuotes) return UNUSUAL
    if (c !== quote) continue
    const next = bytes[i + 1]
    if (next === quote && doublesQuotes) i++
    else if (next === delimiter || next === LINE_FEED || (next === RETURN && bytes[i + 2] === LINE_FEED))
      return bytes[i - 1] === RETURN ? UNUSUAL : i
    else return UNUSUAL
  }
  return OPEN
}

function countLineFeeds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_FEED, start); at !== -1 && at < end; at = bytes.indexOf(LINE_FEED, at + 1)) count++
  return count
}

/** The text between quotes, with doubled quotes as one. */
function quotedText({ bytes }: Cursor, start: number, end: number, { quote }: ByteDialect, decoding: TextDecoding): string | undefined {
  const text = decoding.text(bytes, start, end)
  const mark = String.fromCharCode(quote)
  return text?.includes(mark) ? text.replaceAll(mark + mark, mark) : text
}

/** Reads a cell that is no plain number. @returns where it ends, {@link OPEN} or {@link UNUSUAL}. */
function readText(
  cursor: Cursor, start: number, filling: Filling, column: number, dialect: ByteDialect, decoding: TextDecoding,
): number {
  const { bytes } = cursor
  const isQuoted = bytes[start] === dialect.quote
  const end = isQuoted ? quotedEnd(cursor, start + 1, dialect) : bareEnd(bytes, start, dialect.delimiter)
  if (end < 0) return end
  const text = isQuoted ? quotedText(cursor, start + 1, end, dialect, decoding) : decoding.text(bytes, start, end)
  if (text === undefined) return UNUSUAL
  if (isQuoted) cursor.breaksInside += countLineFeeds(bytes, start, end)
  putText(filling, column, filling.rows, text)
  return isQuoted ? end + 1 : end
}

/**
 * Reads the cells of one row. (A function that is called for every row is compiled well soon; one long loop is not.)
 *
 * @param start where the row begins.
 * @returns where its line break begins, {@link OPEN} or {@link UNUSUAL}.
 */
function readCells(cursor: Cursor, start: number, filling: Filling, dialect: ByteDialect, decoding: TextDecoding): number {
  const { bytes } = cursor
  const { delimiter, quote } = dialect
  const { width, capacity, rows, values, decimals, texts } = filling
  let i = start
  for (let column = 0; column < width; column++) {
    const cellStart = i
    const isQuoted = bytes[i] === quote
    if (isQuoted) i++
    const isNegative = bytes[i] === MINUS
    if (isNegative) i++
    const first = i
    let digit = bytes[i] - ZERO
    let number = 0
    // Up to 9 digits fit into 32 bits; more are only counted here, and read again below. Not a digit: negative or above 9.
    while (digit >>> 0 <= 9) {
      number = (Math.imul(number, 10) + digit) | 0
      digit = bytes[++i] - ZERO
    }
    const whole = i - first
    let fraction = 0
    if (bytes[i] === POINT) {
      digit = bytes[++i] - ZERO
      while (digit >>> 0 <= 9) {
        number = (Math.imul(number, 10) + digit) | 0
        digit = bytes[++i] - ZERO
      }
      // `5.` is a number, but no plain one.
      fraction = i - first - whole - 1 || -1
    }
    const numberEnd = i
    const isClosed = !isQuoted || bytes[i++] === quote
    const after = bytes[i]
    const isEnd = after === delimiter || after === LINE_FEED || (after === RETURN && bytes[i + 1] === LINE_FEED)
    let value = NaN
    if (isClosed && isEnd && whole > 0 && fraction >= 0 && (whole === 1 || bytes[first] !== ZERO) && texts[column] === undefined)
      value = whole + fraction <= 9 ? number / powersOfTen[fraction] : decimalIn(bytes, first, numberEnd, fraction)
    if (value >= 0) {
      const place = column * capacity + rows
      values[place] = isNegative ? -value : value
      decimals[place] = fraction
    } else {
      i = readText(cursor, cellStart, filling, column, dialect, decoding)
      if (i < 0) return i
    }
    const isDelimiter = bytes[i] === delimiter
    if (column === width - 1) return isDelimiter ? UNUSUAL : i
    if (!isDelimiter) return UNUSUAL
    i++
  }
  return UNUSUAL
}

/**
 * Reads rows into a chunk, up to the end of the complete rows, until the chunk is full, or up to a row that is unusual.
 *
 * @param cursor is moved behind the rows that were read.
 */
export function readRows(cursor: Cursor, filling: Filling, dialect: ByteDialect, decoding: TextDecoding): Stop {
  const { bytes, end } = cursor
  const { width, capacity, lines } = filling
  while (cursor.at < end) {
    const { at } = cursor
    const breakLength = lengthOfBreak(bytes, at)
    // A line that holds nothing is no row.
    if (breakLength > 0) {
      cursor.at += breakLength
      cursor.line++
      continue
    }
    if (filling.rows === capacity) return 'full'
    cursor.breaksInside = 0
    const rowEnd = readCells(cursor, at, filling, dialect, decoding)
    if (rowEnd < 0) return rowEnd === OPEN ? 'end' : 'unusual'
    // In a table of one column, two quotes and nothing else are an empty line too.
    if (width > 1 || !cellIsNothing(filling, filling.rows)) {
      lines.push(cursor.line)
      filling.rows++
    }
    cursor.line += cursor.breaksInside + 1
    cursor.at = rowEnd + lengthOfBreak(bytes, rowEnd)
  }
  return 'end'
}

/** How many bytes a line break takes that begins here; 0 where none does. */
const lengthOfBreak = (bytes: Uint8Array, at: number): number =>
  bytes[at] === LINE_FEED ? 1 : bytes[at] === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 0

/** Whether the only cell of a row is empty. */
const cellIsNothing = ({ decimals, texts }: Filling, row: number): boolean =>
  texts[0] ? texts[0][row] === '' : decimals[row] === EMPTY_CELL

/**
 * Reads one row as texts, whatever their number; undefined where it is not complete or unusual. The cursor is moved behind it.
 */
export function readRow(cursor: Cursor, dialect: ByteDialect, decoding: TextDecoding): string[] | undefined {
  const { bytes, end } = cursor
  const cells: string[] = []
  for (let i = cursor.at; i < end; ) {
    const isQuoted = bytes[i] === dialect.quote
    const textEnd = isQuoted ? quotedEnd(cursor, i + 1, dialect) : bareEnd(bytes, i, dialect.delimiter)
    if (textEnd < 0) return undefined
    const text = isQuoted ? quotedText(cursor, i + 1, textEnd, dialect, decoding) : decoding.text(bytes, i, textEnd)
    if (text === undefined) return undefined
    cells.push(text)
    i = isQuoted ? textEnd + 1 : textEnd
    if (bytes[i] !== dialect.delimiter) {
      i += bytes[i] === RETURN ? 2 : 1
      cursor.line += countLineFeeds(bytes, cursor.at, i)
      cursor.at = i
      return cells
    }
    i++
  }
  return undefined
}
