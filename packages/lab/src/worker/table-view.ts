/** What is shown of a table: its columns with types, gaps and distributions, and some of its rows. */
import { type Column, type ColumnType, type Detected, type ImageSize, type NumberColumn, type Table, type TextColumn, holdsNumbers, pixelCount } from 'kudari'
import { likelyTarget } from './likely-target.ts'

/** So many bars has the small picture of a column of numbers; so many categories are named. */
const BARS = 16
const CATEGORIES = 12
/** So many rows are shown, and kept by the page; of images, */
const ROWS = 200
const IMAGES = 120
const PIXELS = 4_000_000
/** and so many columns. */
const COLUMNS = 200

export type ColumnView = { readonly name: string; readonly type: ColumnType; readonly missing: number } & (
  | {
      readonly kind: 'numbers'
      /** NaN where there is no value. */
      readonly min: number
      readonly max: number
      readonly mean: number
      /** How many values lie in each of the equal stretches from `min` to `max`. */
      readonly bars: readonly number[]
    }
  | { readonly kind: 'texts'; readonly distinct: number; readonly most: readonly { readonly text: string; readonly count: number }[] }
)

/** The first images of a table of images. */
export interface ImagesView {
  /** (images, height, width, channels), from 0 to 255. */
  readonly pixels: Uint8Array
  /** What each shows; '' where nobody says. */
  readonly labels: readonly string[]
}

export interface TableView {
  readonly source: string
  readonly rows: number
  /** How many columns the table has. */
  readonly width: number
  /** Their names. */
  readonly names: readonly string[]
  /** The first columns; of images those that are no pixels. */
  readonly columns: readonly ColumnView[]
  /** The first rows of these columns, as text; '' where there is no value. */
  readonly head: readonly (readonly string[])[]
  /** How many values are missing, in all columns. */
  readonly missing: number
  /** The column that is predicted as long as nobody says otherwise. */
  readonly target: string
  readonly detected?: Detected
  readonly image?: ImageSize
  readonly images?: ImagesView
}

/** How many bars show the values best: one a value where these are few whole numbers. */
function barCount(type: ColumnType, min: number, max: number): number {
  if (type === 'boolean') return 2
  return type === 'integer' && max - min < BARS ? max - min + 1 : BARS
}

function numbersView({ type, values }: NumberColumn) {
  let [min, max, sum, finite, missing] = [Infinity, -Infinity, 0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (Number.isNaN(value)) missing++
    if (!Number.isFinite(value)) continue
    min = Math.min(min, value)
    max = Math.max(max, value)
    sum += value
    finite++
  }
  if (finite === 0) return { kind: 'numbers' as const, min: NaN, max: NaN, mean: NaN, bars: [], missing }
  const bars = new Array<number>(barCount(type, min, max)).fill(0)
  // Neither the spread of huge numbers nor a share of it may overflow.
  const place = (value: number): number => (max > min ? (value / 2 - min / 2) / (max / 2 - min / 2) : 0)
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i])) bars[Math.min(bars.length - 1, Math.floor(place(values[i]) * bars.length))]++
  return { kind: 'numbers' as const, min, max, mean: sum / finite, bars, missing }
}

function textsView({ values }: TextColumn) {
  const counts = new Map<string, number>()
  for (const text of values) if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1)
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  const missing = values.length - sorted.reduce((sum, [, count]) => sum + count, 0)
  return { kind: 'texts' as const, distinct: sorted.length, most: sorted.slice(0, CATEGORIES).map(([text, count]) => ({ text, count })), missing }
}

export function columnView(column: Column): ColumnView {
  const { name, type } = column
  return { name, type, ...(holdsNumbers(column) ? numbersView(column) : textsView(column)) }
}

/** A value of a column of numbers as it is read: `true`, `2020-01-31`, `1.5`; '' where there is none. */
export function valueText(type: NumberColumn['type'], value: number): string {
  if (Number.isNaN(value)) return ''
  if (type === 'boolean') return value ? 'true' : 'false'
  return type === 'date' ? new Date(value).toISOString().replace('T00:00:00.000Z', '') : String(value)
}

const cellText = (column: Column, row: number): string =>
  holdsNumbers(column) ? valueText(column.type, column.values[row]) : (column.values[row] ?? '')

function countMissing({ values }: Column): number {
  let missing = 0
  for (let row = 0; row < values.length; row++) if (values[row] === null || Number.isNaN(values[row])) missing++
  return missing
}

/** The pixels of the first images, the largest value as white. */
function imagesView({ columns, rows }: Table, image: ImageSize, label: Column | undefined): ImagesView {
  const size = pixelCount(image)
  const count = Math.min(IMAGES, rows, Math.max(1, Math.floor(PIXELS / size)))
  const first = columns.slice(0, size).map(({ values }) => values as ArrayLike<number>)
  let white = 0
  for (const values of first) for (let i = 0; i < count; i++) white = Math.max(white, values[i])
  const scale = white > 0 ? 255 / white : 1
  const pixels = new Uint8Array(count * size)
  for (const [j, values] of first.entries()) for (let i = 0; i < count; i++) pixels[i * size + j] = values[i] * scale
  return { pixels, labels: Array.from({ length: count }, (_, row) => (label ? cellText(label, row) : '')) }
}

export function tableView(table: Table, detected: Detected | undefined): TableView {
  const { columns, rows, image, source } = table
  const target = likelyTarget(table)
  const shown = image ? columns.slice(pixelCount(image)) : columns.slice(0, COLUMNS)
  return {
    source,
    rows,
    width: columns.length,
    names: columns.map(({ name }) => name),
    columns: shown.map(columnView),
    head: Array.from({ length: Math.min(ROWS, rows) }, (_, row) => shown.map((column) => cellText(column, row))),
    missing: columns.reduce((sum, column) => sum + countMissing(column), 0),
    target,
    ...(detected && { detected }),
    ...(image && { image, images: imagesView(table, image, columns.find(({ name }) => name === target)) }),
  }
}
