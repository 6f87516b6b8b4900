/** The columns of a chunk while it is being filled, cell by cell: numbers as long as nearly all cells are plain numbers. */
import { type Cell, EMPTY_CELL, OTHER_CELL, type RawColumn, cellsOf } from 'kudari'

/** A column of a chunk with more cells than this, and half of its rows, that are no numbers, is a column of texts. */
const FEW_OTHERS = 1000

/** A chunk that is being filled. `values` and `decimals` hold one column after the other, `capacity` cells each. */
export interface Filling {
  readonly width: number
  readonly capacity: number
  rows: number
  readonly values: Float64Array
  readonly decimals: Uint8Array
  readonly others: readonly Map<number, string>[]
  /** The cells of columns that turned out to be texts. */
  readonly texts: (string[] | undefined)[]
  readonly lines: number[]
}

/** An empty chunk for so many columns and rows. Memory that is not used costs nothing. */
export function newFilling(width: number, capacity: number): Filling {
  return {
    width,
    capacity,
    rows: 0,
    values: new Float64Array(width * capacity),
    decimals: new Uint8Array(width * capacity),
    others: Array.from({ length: width }, () => new Map<number, string>()),
    texts: new Array<undefined>(width).fill(undefined),
    lines: [],
  }
}

/** Puts a cell that is no plain number into a column. */
export function putText(filling: Filling, column: number, row: number, text: string): void {
  const texts = filling.texts[column]
  if (texts) {
    texts[row] = text
    return
  }
  const at = column * filling.capacity + row
  filling.values[at] = NaN
  filling.decimals[at] = text === '' ? EMPTY_CELL : OTHER_CELL
  if (text === '') return
  const others = filling.others[column]
  others.set(row, text)
  if (others.size > FEW_OTHERS && others.size * 2 > row)
    filling.texts[column] = cellsOf(columnSoFar(filling, column, row + 1)) as string[]
}

function columnSoFar({ capacity, values, decimals, others }: Filling, column: number, rows: number): RawColumn {
  const start = column * capacity
  return { values: values.subarray(start, start + rows), decimals: decimals.subarray(start, start + rows), others: others[column] }
}

/** The columns of the rows that were filled. A row that was begun and given up leaves nothing behind. */
export function columnsOf(filling: Filling): RawColumn[] {
  const { width, rows, texts, others } = filling
  return Array.from({ length: width }, (_, j): RawColumn => {
    const cells: readonly Cell[] | undefined = texts[j]
    if (cells) return cells.length > rows ? cells.slice(0, rows) : cells
    others[j].delete(rows)
    return columnSoFar(filling, j, rows)
  })
}
