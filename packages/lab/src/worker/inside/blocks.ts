/** Matrices as pictures of few cells: each the mean of a block of numbers. */

export interface Blocks {
  readonly height: number
  readonly width: number
  /** How many rows and columns of the matrix make a cell; the last ones may have fewer. */
  readonly rowsPerCell: number
  readonly columnsPerCell: number
  /** The means, row by row. */
  readonly cells: Float32Array
}

/** No picture needs more cells to a side. A single column is no picture: its numbers are read one by one. */
const SIDE = 128

/** @param most how many cells at most. */
export function blockMeans(data: ArrayLike<number>, rows: number, columns: number, most: number): Blocks {
  let [rowsPerCell, columnsPerCell] = [columns === 1 ? 1 : Math.ceil(rows / SIDE), Math.ceil(columns / SIDE)]
  const size = () => [Math.ceil(rows / rowsPerCell), Math.ceil(columns / columnsPerCell)] as const
  // The longer side gives way first.
  for (let [height, width] = size(); height * width > most; [height, width] = size()) {
    if (height >= width) rowsPerCell++
    else columnsPerCell++
  }
  const [height, width] = size()
  const cells = new Float32Array(height * width)
  const sums = new Float64Array(width)
  for (let cellRow = 0; cellRow < height; cellRow++) {
    const [from, to] = [cellRow * rowsPerCell, Math.min(rows, (cellRow + 1) * rowsPerCell)]
    sums.fill(0)
    for (let i = from; i < to; i++)
      for (let j = 0, cell = 0, left = columnsPerCell; j < columns; j++) {
        sums[cell] += data[i * columns + j]
        if (--left === 0) [cell, left] = [cell + 1, columnsPerCell]
      }
    for (let cell = 0; cell < width; cell++) {
      const across = Math.min(columnsPerCell, columns - cell * columnsPerCell)
      cells[cellRow * width + cell] = sums[cell] / ((to - from) * across)
    }
  }
  return { height, width, rowsPerCell, columnsPerCell, cells }
}
