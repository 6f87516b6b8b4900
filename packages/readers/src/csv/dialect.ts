/** The dialect of a CSV file, told from its first lines: what stands between fields, around them, and before quotes in them. */
import Papa from 'papaparse'

/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: string
  readonly quote: string
  /** What makes a quote inside a quoted field part of its text: the quote itself, or a backslash. */
  readonly escape: string
}

const delimiters = [',', '\t', ';', '|'] as const
const SAMPLE_ROWS = 50

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/** How many fields stand between quotes. */
function quotedFields(text: string, quote: string): number {
  const any = `[${delimiters.map(escaped).join('')}]`
  const q = escaped(quote)
  return (text.match(new RegExp(String.raw`(?:^|${any})${q}(?:[^${q}\n]|${q}${q}|\\${q})*${q}(?=${any}|\r?$)`, 'gm')) ?? []).length
}

/** The quote that goes around fields: `"` unless only `'` does. */
const detectQuote = (text: string): string =>
  quotedFields(text, '"') === 0 && quotedFields(text, "'") > 0 ? "'" : '"'

/** A backslash before a quote that is followed by more text can only be an escape. */
function detectEscape(text: string, quote: string): string {
  const q = escaped(quote)
  const backslashed = new RegExp(String.raw`[^\\]\\${q}[^,\t;|\r\n${q}]`).test(text)
  const doubled = new RegExp(String.raw`[^,\t;|\n\\${q}]${q}${q}[^,\t;|\r\n${q}]`).test(text)
  return backslashed && !doubled ? '\\' : quote
}

/** The delimiter that cuts the rows into the most fields, the same number in nearly every row. */
function detectDelimiter(text: string, quote: string, escape: string): string {
  const scored = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      quoteChar: quote,
      escapeChar: escape,
      preview: SAMPLE_ROWS,
      skipEmptyLines: true,
    })
    // The last row of a sample may be cut off.
    const rows = data.length > 2 ? data.slice(0, -1) : data
    const fields = rows[0]?.length ?? 1
    const agreeing = rows.filter((row) => row.length === fields).length / Math.max(1, rows.length)
    return { delimiter, score: fields < 2 ? 0 : agreeing * 1000 + fields }
  })
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best.score > 0 ? best.delimiter : ','
}

/**
 * Tells the dialect from a sample.
 *
 * @param given what is told is not detected.
 */
export function detectDialect(sample: string, given: { readonly delimiter?: string; readonly quote?: string }): Dialect {
  const quote = given.quote ?? detectQuote(sample)
  const escape = detectEscape(sample, quote)
  return { quote, escape, delimiter: given.delimiter ?? detectDelimiter(sample, quote, escape) }
}
