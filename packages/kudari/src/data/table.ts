/** A table as it was read, and a table whose columns have types: plain data, one array a column. */
import type { ImageSize } from './images.ts'
import type { NumberArray, RawColumn } from './number-cells.ts'

/**
 * A table as it was read: names and cells, before anything is known of types. All columns have `rows` cells; `cellsOf` and
 * `cellAt` give them, whichever form a column has.
 */
export interface RawTable {
  readonly names: readonly string[]
  readonly columns: readonly RawColumn[]
  readonly rows: number
  /** For messages: what the table was read from (a path, `-` for standard input). */
  readonly source: string
  /** For messages: the line (from 1) at which each row starts, where the format has lines. */
  readonly lines?: readonly number[]
  /** How the file was understood, where that was detected or told. */
  readonly detected?: Detected
  /** The pixel columns are images of this size. */
  readonly image?: ImageSize
}

/** How a file was understood. */
export interface Detected {
  readonly format: string
  /** Of text files. */
  readonly encoding?: string
  /** Of CSV: the characters between fields and around them. */
  readonly delimiter?: string
  readonly quote?: string
}

/**
 * What a column holds. `integer` is a `number` without fractions; `category` repeats few texts; `text` hardly repeats.
 */
export type ColumnType = 'number' | 'integer' | 'boolean' | 'category' | 'text' | 'date'

/** Numbers, integers, booleans (0, 1) and dates (milliseconds since 1970, UTC); NaN where the value is missing. Pixels are bytes. */
export interface NumberColumn {
  readonly name: string
  readonly type: 'number' | 'integer' | 'boolean' | 'date'
  readonly values: NumberArray
}

/** Categories and texts; `null` where the value is missing. */
export interface TextColumn {
  readonly name: string
  readonly type: 'category' | 'text'
  readonly values: readonly (string | null)[]
}

/** A column of known type. */
export type Column = NumberColumn | TextColumn

export const holdsNumbers = (column: Column): column is NumberColumn =>
  column.type !== 'category' && column.type !== 'text'

/** A table whose columns have types. All columns have `rows` values. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: number
  readonly source: string
  /** As in {@link RawTable}: the line at which each row starts. */
  readonly lines?: readonly number[]
  /** The texts that stood for a missing value. */
  readonly missing: readonly string[]
  /** As in {@link RawTable}: the pixel columns are images of this size. */
  readonly image?: ImageSize
}
