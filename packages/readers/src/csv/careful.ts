/** Rows of CSV in text, whatever they hold: papaparse cuts the fields, this file keeps count of the lines. */
import { KudariError } from 'kudari'
import Papa from 'papaparse'
import { readerMessages } from '../messages.ts'
import type { Dialect } from './dialect.ts'

const countLines = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Rows as texts. */
export interface Parsed {
  readonly rows: readonly (readonly string[])[]
  /** The line on which each row starts. */
  readonly lines: readonly number[]
}

/** Parses block after block; a row that goes on in the next block waits for it. */
export class RowParser {
  readonly #dialect: Dialect
  readonly #comment: string | undefined
  readonly #source: string
  #rest = ''
  #line: number

  /** @param line the line on which the text begins. */
  constructor(dialect: Dialect, comment: string | undefined, source: string, line: number) {
    this.#dialect = dialect
    this.#comment = comment
    this.#source = source
    this.#line = line
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
