/** CSV as a stream of chunks of rows: papaparse cuts the fields, this file keeps count of lines and columns. */
import { KudariError, type RawTable } from 'kudari'
import Papa from 'papaparse'
import { readerMessages } from '../messages.ts'
import { checkNames } from '../names.ts'
import { chunkRows, type ReadOptions } from '../options.ts'
import { type Dialect, detectDialect } from './dialect.ts'

/** So many characters are looked at to tell the dialect, and parsed at a time. */
const SAMPLE = 64 * 1024
const BLOCK = 1024 * 1024

const countLines = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Text in blocks: small pieces are put together, so that the parser is not called for every one of them. */
async function* blocks(text: AsyncIterable<string>, size: (index: number) => number): AsyncGenerator<string> {
  let held = ''
  let index = 0
  for await (const piece of text) {
    held += piece
    if (held.length < size(index)) continue
    yield held
    index++
    held = ''
  }
  yield held
}

/** Line breaks of old files (CR alone) as LF; CR LF is left to the parser. */
const unifyBreaks = (text: string): string => (text.includes('\n') ? text : text.replaceAll('\r', '\n'))

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

interface Parsed {
  readonly rows: readonly (readonly string[])[]
  /** The line on which each row starts. */
  readonly lines: readonly number[]
}

/** Parses block after block; a row that goes on in the next block waits for it. */
class RowParser {
  readonly #dialect: Dialect
  readonly #comment: string | undefined
  readonly #source: string
  #rest = ''
  #line = 1

  constructor(dialect: Dialect, comment: string | undefined, source: string) {
    this.#dialect = dialect
    this.#comment = comment
    this.#source = source
  }

  skipLines(text: string, count: number): string {
    let at = 0
    for (let i = 0; i < count; i++) at = text.indexOf('\n', at) + 1
    this.#line += count
    return text.slice(at)
  }

  parse(block: string, isLast: boolean): Parsed {
    const text = this.#rest + block
    const { delimiter, quote, escape } = this.#dialect
    const rows: string[][] = []
    const lines: number[] = []
    let position = 0
    let error: Papa.ParseError | undefined
    let line = this.#line
    const parser = new Papa.Parser({
      delimiter,
      newline: '\n',
      quoteChar: quote,
      escapeChar: escape,
      comments: this.#comment ?? false,
      step: ({ data, errors, meta }) => {
        error ??= errors[0]
        const row = data as unknown as string[][]
        // Comment lines before the row are part of what was read for it.
        const read = text.slice(position, meta.cursor)
        const skipped = this.#comment === undefined ? 0 : leadingLines(read, this.#comment)
        lines.push(line + skipped)
        line += countLines(read)
        position = meta.cursor
        const cells = row[0]
        const last = cells.length - 1
        cells[last] = withoutReturn(cells[last])
        rows.push(cells)
      },
    })
    parser.parse(text, 0, !isLast)
    if (error && (isLast || error.code !== 'MissingQuotes')) this.#refuse(error, lines.at(-1) ?? line)
    this.#rest = isLast ? '' : text.slice(position)
    this.#line = line
    return { rows, lines }
  }

  #refuse({ code }: Papa.ParseError, line: number): never {
    const { quote } = this.#dialect
    const message = code === 'MissingQuotes' ? readerMessages.openQuote : readerMessages.badQuote
    throw new KudariError('data', message, { source: this.#source, line, quote })
  }
}

/** How many lines at the beginning of a text are comments. */
function leadingLines(text: string, comment: string): number {
  let count = 0
  for (let at = 0; text.startsWith(comment, at); count++) at = text.indexOf('\n', at) + 1
  return count
}

const withoutReturn = (cell: string): string => (cell.endsWith('\r') ? cell.slice(0, -1) : cell)

/**
 * Reads CSV.
 *
 * @param text without a byte order mark.
 */
export async function* streamCsv(
  text: AsyncIterable<string>,
  source: string,
  options: ReadOptions,
  detected: { readonly format: string; readonly encoding: string },
): AsyncGenerator<RawTable> {
  let parser: RowParser | undefined
  let dialect: Dialect | undefined
  let names: readonly string[] | undefined
  let columns: string[][] = []
  let lines: number[] = []
  const table = (): RawTable => ({
    names: names!,
    columns,
    rows: lines.length,
    source,
    lines,
    detected: { ...detected, delimiter: dialect!.delimiter, quote: dialect!.quote },
  })
  const take = function* ({ rows, lines: starts }: Parsed): Generator<RawTable> {
    for (const [i, raw] of rows.entries()) {
      // A line that holds nothing is no row.
      if (raw.length === 1 && raw[0] === '') continue
      if (!names) {
        names = checkNames(raw, source)
        columns = names.map(() => [])
        continue
      }
      if (raw.length !== names.length)
        throw new KudariError('data', readerMessages.ragged, {
          source,
          line: starts[i],
          expected: names.length,
          found: raw.length,
          delimiter: JSON.stringify(dialect!.delimiter),
          quote: dialect!.quote,
        })
      for (let j = 0; j < raw.length; j++) columns[j].push(raw[j])
      lines.push(starts[i])
      if (lines.length === chunkRows) {
        yield table()
        columns = names.map(() => [])
        lines = []
      }
    }
  }
  for await (const block of blocks(text, (index) => (index === 0 ? SAMPLE : BLOCK))) {
    let own = unifyBreaks(block)
    if (!parser) {
      const sample = own.slice(0, SAMPLE)
      const { comment } = options
      const isTsv = detected.format === 'tsv'
      const shown = sample.split('\n').filter((line) => !line.startsWith(comment ?? '#')).join('\n')
      dialect = detectDialect(shown, { ...(isTsv && { delimiter: '\t' }), ...options })
      parser = new RowParser(dialect, comment, source)
      if (comment === undefined) own = parser.skipLines(own, leadingComments(sample, dialect.delimiter))
    }
    yield* take(parser.parse(own, false))
  }
  yield* take(parser!.parse('', true))
  if (!names) throw new KudariError('data', readerMessages.empty, { source })
  // A table without rows is still a table.
  yield table()
}
