/** How the rows of a Program are cut into tiles that stay in the cache, and that threads can share out among themselves. */
import type { Program } from '../../program/program.ts'
import { bytesPerElement } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'

/**
 * Values of the same number of rows (the length of their first axis) are cut alike, so that row i of one belongs to the same
 * tile as row i of the other.
 */
export interface Tiling {
  readonly rows: number
  /** Rows in every tile but the last, which holds what is left. */
  readonly tileRows: number
  readonly tiles: number
}

/** Bytes that a tile may touch: they stay in the second-level cache while its instructions follow one another. */
const TILE_BYTES = 192 * 1024
/** Below so many bytes, cutting costs more than it gives. */
const UNCUT_BYTES = 48 * 1024
/** Tiles are cut at multiples of so many rows. */
const ROWS_MULTIPLE = 16
/** Enough tiles for several threads to finish at about the same time; not one for each thread, or results would depend on it. */
const TILES_WANTED = 8
/** A matrix product reads all of its right operand for every tile: the more rows a tile has, the less often. */
const PRODUCT_ROWS = 64
/** Right operands beyond this many numbers do not stay in the cache from one tile to the next: fewer, larger tiles. */
const LARGE_OPERAND = 1 << 19
const LARGE_PRODUCT_ROWS = 256
const LARGE_TILES_WANTED = 4

/** The rows of a value: its first axis; a single number is one row. */
export const rowsOf = ({ shape }: { readonly shape: readonly number[] }): number => (shape.length === 0 ? 1 : shape[0])

/** Numbers in the largest right operand of the matrix products that give so many rows. */
function largestOperand({ values, instructions }: Program, rows: number): number {
  const sizes = instructions
    .filter(({ operation, output }) => operation === 'matmul' && rowsOf(values[output]) === rows)
    .map(({ inputs }) => sizeOf(values[inputs[1]].shape))
  return Math.max(0, ...sizes)
}

/**
 * The tiling of every number of rows in a Program. It depends on the Program alone — not on threads or machine — because
 * partial sums of tiles are added up, and another cut would give other bits.
 */
export function tilingsOf(program: Program): (rows: number) => Tiling {
  const bytes = new Map<number, number>()
  for (const value of program.values) {
    const rows = rowsOf(value)
    const perRow = rows === 0 ? 0 : (sizeOf(value.shape) / rows) * bytesPerElement[value.dtype]
    bytes.set(rows, (bytes.get(rows) ?? 0) + perRow)
  }
  const known = new Map<number, Tiling>()
  return (rows) => {
    const before = known.get(rows)
    if (before) return before
    const tileRows = tileRowsOf(rows, bytes.get(rows) ?? 0, largestOperand(program, rows))
    const tiling = { rows, tileRows, tiles: rows === 0 ? 1 : Math.ceil(rows / tileRows) }
    known.set(rows, tiling)
    return tiling
  }
}

function tileRowsOf(rows: number, bytesPerRow: number, operand: number): number {
  if (rows * bytesPerRow <= UNCUT_BYTES && operand * rows <= UNCUT_BYTES) return Math.max(rows, 1)
  const cached = TILE_BYTES / Math.max(bytesPerRow, 1)
  const isLarge = operand > LARGE_OPERAND
  const most = operand === 0 ? cached : Math.max(cached, isLarge ? LARGE_PRODUCT_ROWS : PRODUCT_ROWS)
  const cut = Math.min(most, rows / (isLarge ? LARGE_TILES_WANTED : TILES_WANTED))
  return Math.min(Math.max(ROWS_MULTIPLE, Math.ceil(cut / ROWS_MULTIPLE) * ROWS_MULTIPLE), Math.max(rows, 1))
}
