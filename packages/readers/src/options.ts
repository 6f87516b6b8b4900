/** What can be told about a file instead of being detected. */
import type { ByteSource } from './bytes/source.ts'

/** The formats of tables, by the usual endings of their files. */
export const formats = ['csv', 'tsv', 'json', 'jsonl', 'parquet', 'idx'] as const
export type Format = (typeof formats)[number]

/** What can be told about a file; everything that is left out is detected. */
export interface ReadOptions {
  readonly format?: Format
  /** Of text: `utf-8`, `utf-16le`, `utf-16be`, `shift_jis`, `euc-jp`, or a usual name of one of them. */
  readonly encoding?: string
  /** Of CSV: one character between the fields. */
  readonly delimiter?: string
  /** Of CSV: one character around fields that hold delimiters or line breaks. */
  readonly quote?: string
  /** Of CSV: lines that begin with it are passed over. */
  readonly comment?: string
  /** Of CSV: `false` if the first row is data like the others; the columns are then named `column1`, `column2`, ... Default: true. */
  readonly header?: boolean
  /** Of images in IDX: the file of their labels, which become the column `label`. */
  readonly labels?: ByteSource
  /** Of a folder of images: 3 makes RGB of every image, 1 refuses colour. Default: 3 if any image has colour. */
  readonly channels?: number
}

/** The rows of a chunk: enough to work on at a time, few enough to be small beside the file. */
export const chunkRows = 10_000
/** A chunk of a wide table has fewer rows, so that it has at most so many cells (if it has more than one row). */
const CHUNK_CELLS = 4 * 1024 * 1024

/** How many rows a chunk of a table of so many columns has. */
export const chunkCapacity = (width: number): number => Math.min(chunkRows, Math.max(1, Math.floor(CHUNK_CELLS / width)))
