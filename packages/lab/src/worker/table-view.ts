/** What is shown of a table: its columns with types, gaps and distributions, and some of its rows. */
import { type Column, type ColumnType, type Detected, type ImageSize, type Table, holdsNumbers } from 'kudari'

/** So many bars has the small picture of a column of numbers; so many categories are named. */
const BARS = 16
const CATEGORIES = 12
/** So many rows are shown, and kept by the page. */
const ROWS = 200
/** Of images there are as many columns as pixels. */
const COLUMNS = 200

export type ColumnView = { readonly name: string; readonly type: ColumnType; readonly missing: number } & (
  | { readonly kind: 'numbers'; readonly min: number; readonly max: number; readonly mean: number; readonly bars: readonly number[] }
  | { readonly kind: 'texts'; readonly distinct: number; readonly most: readonly { readonly text: string; readonly count: number }[] }
)

export interface TableView {
  readonly source: string
  readonly rows: number
  readonly width: number
  readonly columns: readonly ColumnView[]
  /** The first rows, as text; '' where there is no value. */
  readonly head: readonly (readonly string[])[]
  /** The column that is predicted as long as nobody says otherwise. */
  readonly target: string
  readonly detected?: Detected
  readonly image?: ImageSize
}

function numbersView({ values }: { readonly values: ArrayLike<number> }) {
  let [min, max, sum, count] = [Infinity, -Infinity, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (!Number.isFinite(value)) continue
    min = Math.min(min, value)
    max = Math.max(max, value)
    sum += value
    count++
  }
  const bars = new Array<number>(BARS).fill(0)
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i])) bars[max > min ? Math.min(BARS - 1, Math.floor(((values[i] - min) / (max - min)) * BARS)) : 0]++
  return { kind: 'numbers' as const, min, max, mean: sum / count, bars, missing: values.length - count }
}

function textsView(values: readonly (string | null)[]) {
  const counts = new Map<string, number>()
  for (const text of values) if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1)
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  const missing = values.length - sorted.reduce((sum, [, count]) => sum + count, 0)
  return { kind: 'texts' as const, distinct: sorted.length, most: sorted.slice(0, CATEGORIES).map(([text, count]) => ({ text, count })), missing }
}

export function columnView(column: Column): ColumnView {
  const { name, type } = column
  return { name, type, ...(holdsNumbers(column) ? numbersView(column) : textsView(column.values)) }
}

function cellText(column: Column, row: number): string {
  if (!holdsNumbers(column)) return column.values[row] ?? ''
  const value = column.values[row]
  if (Number.isNaN(value)) return ''
  if (column.type === 'boolean') return value ? 'true' : 'false'
  return column.type === 'date' ? new Date(value).toISOString().replace('T00:00:00.000Z', '') : String(value)
}

/** What is likeliest to be predicted: a column that is called so, else the last that is no text. */
function likelyTarget({ columns }: Table): string {
  const usual = columns.find(({ name }) => /^(target|label|class|y)$/i.test(name))
  return (usual ?? columns.findLast(({ type }) => type !== 'text') ?? columns.at(-1)!).name
}

export function tableView(table: Table, detected: Detected | undefined): TableView {
  const target = likelyTarget(table)
  // The target of images stands behind their pixels.
  const shown = [...table.columns.slice(0, COLUMNS), ...table.columns.slice(COLUMNS).filter(({ name }) => name === target)]
  return {
    source: table.source,
    rows: table.rows,
    width: table.columns.length,
    columns: shown.map(columnView),
    head: Array.from({ length: Math.min(ROWS, table.rows) }, (_, row) => shown.map((column) => cellText(column, row))),
    target,
    ...(detected && { detected }),
    ...(table.image && { image: table.image }),
  }
}
