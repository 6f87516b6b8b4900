/** CSV as a stream of chunks of rows: well-formed rows are read from the bytes, and from the first unusual one on with care. */
import { KudariError, type RawTable } from 'kudari'
import { joinBytes } from '../bytes/source.ts'
import { readerMessages } from '../messages.ts'
import { checkNames, numberedNames } from '../names.ts'
import { type ReadOptions, chunkCapacity } from '../options.ts'
import { strictDecoder } from '../text/encoding.ts'
import { type Parsed, RowParser } from './careful.ts'
import { type Filling, columnsOf, newFilling, putText } from './columns.ts'
import { type Dialect, detectDialect } from './dialect.ts'
import { type ByteDialect, type Cursor, byteDialect, readRow, readRows } from './rows.ts'
import { TextDecoding } from './texts.ts'

/** So many characters are looked at to tell the dialect, and so many bytes are parsed at a time. */
const SAMPLE = 64 * 1024
const BLOCK = 1024 * 1024
/** The most bytes that a character of UTF-8 takes. */
const CHARACTER = 4

const LINE_FEED = 10
const RETURN = 13

/** Bytes in blocks: small pieces are put together, so that the parser is not called for every one of them. */
async function* blocks(bytes: AsyncIterable<Uint8Array>, first: number, others: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let length = 0
  let size = first
  for await (const piece of bytes) {
    held.push(piece)
    length += piece.length
    if (length < size) continue
    yield joinBytes(held)
    held = []
    length = 0
    size = others
  }
  yield joinBytes(held)
}

/** Line breaks of old files (CR alone) as LF; CR LF is left to the parser. */
const unifyBreaks = (text: string): string => (text.includes('\n') ? text : text.replaceAll('\r', '\n'))

/** Whether a block is of an old file, in which line breaks are CR alone. */
const hasOldBreaks = (block: Uint8Array): boolean => !block.includes(LINE_FEED) && block.includes(RETURN)

/** How many leading lines are comments: they begin with `#`, and are not cut into as many fields as the next line. */
function leadingComments(sample: string, delimiter: string): number {
  const lines = sample.split('\n', 200)
  const comments = lines.findIndex((line) => !line.startsWith('#'))
  if (comments < 1) return 0
  const fields = (line: string) => line.split(delimiter).length
  // `#id,name` right above `1,taro` is a header, not a comment.
  const isHeader = fields(lines[comments - 1]) === fields(lines[comments]) && fields(lines[comments]) > 1
  return isHeader ? comments - 1 : comments
}

/** How a file is to be read, as its first block tells. */
interface Start {
  readonly dialect: Dialect
  /** How many lines of comments there are before the header. */
  readonly comments: number
}

function startOf(block: Uint8Array, source: string, options: ReadOptions, isTsv: boolean): Start {
  const sample = unifyBreaks(strictDecoder('utf-8', source, true)(block)).slice(0, SAMPLE)
  const { comment } = options
  const shown = sample.split('\n').filter((line) => !line.startsWith(comment ?? '#')).join('\n')
  const dialect = detectDialect(shown, { ...(isTsv && { delimiter: '\t' }), ...options })
  return { dialect, comments: comment === undefined ? leadingComments(sample, dialect.delimiter) : 0 }
}

/** The text after so many lines. */
function behindLines(text: string, count: number): string {
  let at = 0
  for (let i = 0; i < count; i++) at = text.indexOf('\n', at) + 1
  return text.slice(at)
}

/** Where the bytes go on after so many lines. */
function startBehindLines(bytes: Uint8Array, count: number): number {
  let at = 0
  for (let i = 0; i < count; i++) at = bytes.indexOf(LINE_FEED, at) + 1
  return at
}

/** What is read with care, from an unusual row on. */
interface Careful {
  readonly parser: RowParser
  readonly decode: (bytes?: Uint8Array) => string
}

/** A guess of the rows of a file from those of its first block, rather too high. */
function guessRows(block: Uint8Array, size: number): number {
  let lines = 1
  for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED, at + 1)) lines++
  return Math.ceil((lines / Math.max(1, block.length)) * size * 1.1) + 1
}

/** How much is read at a time. */
export interface Portions {
  /** The number of bytes of a whole file: one chunk then holds all its rows, or, if the first rows are long, most of them. */
  readonly size?: number
  /** Bytes of the first block, by which the dialect is told, and of the others; at least so many. */
  readonly firstBlock?: number
  readonly block?: number
}

/**
 * Reads CSV.
 *
 * @param bytes UTF-8 without a byte order mark.
 */
export async function* streamCsv(
  bytes: AsyncIterable<Uint8Array>,
  source: string,
  options: ReadOptions,
  detected: { readonly format: string; readonly encoding: string },
  { size, firstBlock = SAMPLE, block: blockSize = BLOCK }: Portions = {},
): AsyncGenerator<RawTable> {
  const { header: hasHeader = true } = options
  let start: Start | undefined
  let quick: ByteDialect | undefined
  let careful: Careful | undefined
  let names: readonly string[] | undefined
  let filling: Filling | undefined
  let rows = 0
  // One buffer for all blocks, with what is left of the last one in front; `rest` is that part of it.
  let buffer = new Uint8Array()
  let rest = buffer
  let line = 1
  const decoding = new TextDecoding()

  const table = (own: Filling): RawTable => ({
    names: names!,
    columns: columnsOf(own),
    rows: own.rows,
    source,
    lines: own.lines,
    detected: { ...detected, delimiter: start!.dialect.delimiter, quote: start!.dialect.quote },
  })

  const emptyFilling = (width: number): Filling => {
    const usual = chunkCapacity(width)
    // Every cell takes a byte at least, whatever the first rows look like.
    const wanted = Math.min(rows, Math.ceil((size ?? 0) / width))
    if (wanted <= usual) return newFilling(width, usual)
    try {
      return newFilling(width, wanted)
    } catch (error) {
      // No room for that many rows at once: the table then grows chunk by chunk.
      if (error instanceof RangeError) return newFilling(width, usual)
      throw error
    }
  }

  /** Takes rows that were read with care. */
  const take = function* ({ rows, lines: starts }: Parsed): Generator<RawTable> {
    for (const [i, raw] of rows.entries()) {
      // A line that holds nothing is no row.
      if (raw.length === 1 && raw[0] === '') continue
      if (!names || !filling) {
        names = hasHeader ? checkNames(raw, source) : numberedNames(raw.length)
        filling = emptyFilling(names.length)
        if (hasHeader) continue
      }
      if (raw.length !== names.length)
        throw new KudariError('data', readerMessages.ragged, {
          source,
          line: starts[i],
          expected: names.length,
          found: raw.length,
          delimiter: JSON.stringify(start!.dialect.delimiter),
          quote: start!.dialect.quote,
        })
      if (filling.rows === filling.capacity) {
        yield table(filling)
        filling = emptyFilling(names.length)
      }
      for (let j = 0; j < raw.length; j++) putText(filling, j, filling.rows, raw[j])
      filling.lines.push(starts[i])
      filling.rows++
    }
  }

  /** Reads rows from the bytes; whether all that are complete could be read. */
  const takeQuickly = function* (cursor: Cursor, dialect: ByteDialect): Generator<RawTable, boolean> {
    while (!names || !filling) {
      if (cursor.at >= cursor.end) return true
      const before = { ...cursor }
      const header = readRow(cursor, dialect, decoding)
      if (header?.length === 1 && header[0] === '') continue
      names = header && (hasHeader ? fineNames(header, source) : numberedNames(header.length))
      if (!names || !hasHeader) Object.assign(cursor, before)
      if (!names) return false
      filling = emptyFilling(names.length)
    }
    for (;;) {
      const stop = readRows(cursor, filling, dialect, decoding)
      if (stop !== 'full') return stop === 'end'
      yield table(filling)
      filling = emptyFilling(names.length)
    }
  }

  /** Reads with care from here on. */
  const beCareful = (): Careful => ({
    parser: new RowParser(start!.dialect, options.comment, source, line),
    decode: strictDecoder('utf-8', source, true),
  })

  for await (const block of blocks(bytes, firstBlock, blockSize)) {
    const isOld = hasOldBreaks(block)
    let skipped = 0
    if (!start) {
      start = startOf(block.subarray(0, SAMPLE * CHARACTER), source, options, detected.format === 'tsv')
      quick = options.comment === undefined ? byteDialect(start.dialect) : undefined
      skipped = start.comments
      line += skipped
      if (size !== undefined) rows = guessRows(block, size)
    }
    if (careful) {
      yield* take(careful.parser.parse(unifyBreaks(careful.decode(block)), false))
    } else if (isOld || !quick) {
      careful = beCareful()
      const before = careful.decode(rest)
      const own = unifyBreaks(careful.decode(block))
      yield* take(careful.parser.parse(before + behindLines(own, skipped), false))
    } else {
      const left = rest.length
      if (left + block.length > buffer.length) buffer = new Uint8Array((left + block.length) * 2)
      buffer.set(rest)
      buffer.set(block, left)
      const own = buffer.subarray(0, left + block.length)
      const end = own.lastIndexOf(LINE_FEED) + 1
      const cursor = { bytes: own, at: startBehindLines(own, skipped), line, breaksInside: 0, end }
      const isFine = yield* takeQuickly(cursor, quick)
      line = cursor.line
      rest = own.subarray(cursor.at)
      if (isFine) continue
      careful = beCareful()
      yield* take(careful.parser.parse(careful.decode(rest), false))
    }
  }

  // The last row may have no line break. (A return at the very end could be the half of one.)
  if (!careful && quick && rest.length > 0 && rest.at(-1) !== RETURN) {
    const own = joinBytes([rest, Uint8Array.of(LINE_FEED)])
    const cursor = { bytes: own, at: 0, line, breaksInside: 0, end: own.length }
    yield* takeQuickly(cursor, quick)
    line = cursor.line
    rest = rest.subarray(cursor.at)
  }
  if (!careful && rest.length > 0) {
    careful = beCareful()
    yield* take(careful.parser.parse(careful.decode(rest), false))
  }
  if (careful) yield* take(careful.parser.parse(careful.decode(), true))
  if (!filling) throw new KudariError('data', readerMessages.empty, { source })
  // A table without rows is still a table.
  yield table(filling)
}

/** The names of the columns; undefined where something is wrong with them, which is then said by who reads with care. */
function fineNames(header: readonly string[], source: string): readonly string[] | undefined {
  try {
    return checkNames(header, source)
  } catch (error) {
    if (error instanceof KudariError) return undefined
    throw error
  }
}
