/** Cells and columns as readers hand them over: a list of cells, numbers with what it takes to have their texts back, or numbers. */
/** A cell as the reader found it: text from CSV, a typed value from JSON and Parquet, `null` where there is nothing. */
export type Cell = string | number | boolean | bigint | Date | null

/**
 * The cells of a column of text that are nearly all plain decimal numbers (`12`, `-0.50`), at 9 bytes a cell instead of a
 * text each. Nothing is lost: {@link cellAt} gives the text of every cell as it stands in the file.
 *
 * What a plain number is: `-` or nothing, digits without zeros in front, and perhaps a point with digits after it, so that
 * the text can be had back as `values[row].toFixed(decimals[row])`. All other cells are empty or among `others`.
 */
export interface NumberCells {
  /** For each row the number that the cell says; NaN where it is empty or among `others`. */
  readonly values: Float64Array
  /** For each row how many digits stand after the point, or {@link EMPTY_CELL}, or {@link OTHER_CELL}. */
  readonly decimals: Uint8Array
  /** The texts of cells that are not plain numbers (`NA`, `1e5`, `007`), by row, in the order of the rows. */
  readonly others: ReadonlyMap<number, string>
}

/** In `decimals`: a cell without any text. */
export const EMPTY_CELL = 255
/** In `decimals`: a cell that is among `others`. */
export const OTHER_CELL = 254

/** Numbers as such, of which no text has to be had back: NaN where one is missing. Pixels take a byte each. */
export type NumberArray = Float64Array | Uint8Array

/** The cells of a column, in one of three forms. */
export type RawColumn = readonly Cell[] | NumberCells | NumberArray

export const isNumberCells = (column: RawColumn): column is NumberCells => 'decimals' in column

export const isNumberArray = (column: RawColumn): column is NumberArray => ArrayBuffer.isView(column)

/** One cell of a column. */
export function cellAt(column: RawColumn, row: number): Cell {
  if (!isNumberCells(column)) return column[row]
  const decimals = column.decimals[row]
  if (decimals === EMPTY_CELL) return ''
  if (decimals === OTHER_CELL) return column.others.get(row)!
  const value = column.values[row]
  // The sign of a zero is not written by `toFixed`.
  return Object.is(value, -0) ? `-${(0).toFixed(decimals)}` : value.toFixed(decimals)
}

/**
 * All cells of a column, as a list.
 *
 * @example
 * cellsOf({ values: Float64Array.of(0.5, NaN), decimals: Uint8Array.of(2, EMPTY_CELL), others: new Map() }) // ['0.50', '']
 */
export function cellsOf(column: RawColumn): readonly Cell[] {
  if (isNumberArray(column)) return Array.from(column)
  if (!isNumberCells(column)) return column
  const cells: Cell[] = []
  for (let row = 0; row < column.values.length; row++) cells.push(cellAt(column, row))
  return cells
}
