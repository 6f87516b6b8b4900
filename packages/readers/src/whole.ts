/** A whole table, put together from its chunks as they come. */
import {
  type Cell,
  EMPTY_CELL,
  type NumberArray,
  type NumberCells,
  OTHER_CELL,
  type RawColumn,
  type RawTable,
  cellsOf,
  isNumberArray,
  isNumberCells,
} from 'kudari'

/** Numbers with room for more. */
interface GrowingNumbers {
  values: Float64Array
  decimals: Uint8Array
  readonly others: Map<number, string>
}

/** Columns that grow: lists of cells, numbers with their texts, and numbers as such. */
type GrowingColumn = Cell[] | GrowingNumbers | NumberArray

/** A table that grows chunk by chunk. */
export interface Whole {
  readonly first: RawTable
  readonly columns: GrowingColumn[]
  readonly lines: number[] | undefined
  rows: number
}

/** The first chunk as the beginning of a table. It is not copied, and must not be used any more. */
export const wholeOf = (chunk: RawTable): Whole => ({
  first: { ...chunk, columns: [] },
  columns: chunk.columns.map((column) =>
    isNumberCells(column) ? { ...column, others: new Map(column.others) } : (column as Cell[] | NumberArray)),
  lines: chunk.lines as number[] | undefined,
  rows: chunk.rows,
})

/** Adds the rows of a chunk. */
export function append(whole: Whole, chunk: RawTable): Whole {
  const { rows } = whole
  for (const [j, column] of chunk.columns.entries()) {
    const own = whole.columns[j]
    if (own instanceof Uint8Array && column instanceof Uint8Array) whole.columns[j] = appended(own, column, rows)
    else if (own instanceof Float64Array && column instanceof Float64Array) whole.columns[j] = appended(own, column, rows)
    else if (!isGrowingNumbers(own) || !appendNumbers(own, column, rows, chunk.rows)) {
      const cells = Array.isArray(own) ? own : [...cellsOf(used(own, rows))]
      for (const cell of cellsOf(column)) cells.push(cell)
      whole.columns[j] = cells
    }
  }
  if (whole.lines && chunk.lines) for (const line of chunk.lines) whole.lines.push(line)
  whole.rows += chunk.rows
  return whole
}

const isGrowingNumbers = (column: GrowingColumn): column is GrowingNumbers => 'decimals' in column

/** Numbers with more behind the first `rows`. */
function appended<Numbers extends NumberArray>(own: Numbers, more: Numbers, rows: number): Numbers {
  const count = rows + more.length
  const room = count > own.length ? grown(own, count) : own
  room.set(more, rows)
  return room
}

/** Adds cells to numbers; `false` where that makes more other cells than numbers, so that a list of cells is better. */
function appendNumbers(own: GrowingNumbers, column: RawColumn, rows: number, more: number): boolean {
  const count = rows + more
  const others = isNumberCells(column) ? column.others.size : more
  if ((own.others.size + others) * 2 > count) return false
  if (count > own.values.length) {
    own.values = grown(own.values, count)
    own.decimals = grown(own.decimals, count)
  }
  if (isNumberCells(column)) {
    own.values.set(column.values, rows)
    own.decimals.set(column.decimals, rows)
    for (const [row, text] of column.others) own.others.set(rows + row, text)
    return true
  }
  own.values.fill(NaN, rows, count)
  for (let row = 0; row < more; row++) {
    const text = String(column[row])
    own.decimals[rows + row] = text === '' ? EMPTY_CELL : OTHER_CELL
    if (text !== '') own.others.set(rows + row, text)
  }
  return true
}

/** The same elements with room for at least `length`. */
function grown<Elements extends Float64Array | Uint8Array>(elements: Elements, length: number): Elements {
  const larger = new (elements.constructor as new (length: number) => Elements)(Math.max(length, elements.length * 2))
  larger.set(elements)
  return larger
}

/** What is used of the room of numbers. */
function used(column: GrowingNumbers | NumberArray, rows: number): NumberCells | NumberArray {
  if (isNumberArray(column)) return column.subarray(0, rows)
  const { values, decimals, others } = column
  return { values: values.subarray(0, rows), decimals: decimals.subarray(0, rows), others }
}

/** The table with all its rows. */
export const tableOf = ({ first, columns, lines, rows }: Whole): RawTable => ({
  ...first,
  columns: columns.map((column) => (Array.isArray(column) ? column : used(column, rows))),
  rows,
  ...(lines && { lines }),
})
