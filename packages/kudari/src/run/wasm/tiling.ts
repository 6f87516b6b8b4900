/** How the rows of a Program are cut into tiles that stay in the cache, and that threads can share out among themselves. */
import type { Program } from '../../program/program.ts'
import { bytesPerElement } from '../../tensor/dtype.ts'
import { type Shape, sizeOf } from '../../tensor/shape.ts'

/**
 * How samples are cut into tiles: rows of a table, or images, each of which may be many rows of a matrix of patches. There is
 * one of these for everything that is cut alike, so that sample i of one value belongs to the same tile as sample i of another.
 */
export interface Tiling {
  readonly samples: number
  /** Samples in every tile but the last, which holds what is left. */
  readonly tileSamples: number
  readonly tiles: number
  /** Samples of a block, if a tile is gone through in blocks; as many as in a tile where that does not pay. */
  readonly blockSamples: number
}

/** Bytes that a tile may touch: they stay in the second-level cache while its instructions follow one another. */
const TILE_BYTES = 192 * 1024
/**
 * Bytes that a block may touch: a fraction of the first-level cache, for memory rests while what was read is used again. Blocks
 * of fewer rows than these cost more, in calls, than they give.
 */
const BLOCK_BYTES = 8 * 1024
const FEWEST_BLOCK_ROWS = 32
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

/** What is cut alike: so many rows of tables and matrices, or so many images. */
interface Samples {
  readonly count: number
  readonly areImages: boolean
}

/**
 * What the first axis of a shape counts. The rows of a matrix of patches, and everything of as many rows, count as the images
 * that they were taken from; images have four axes, and what has three or more and is of the same length belongs to them.
 */
function samplesOf({ values, instructions }: Program): (shape: Shape) => Samples {
  const imagesOfRows = new Map<number, number>()
  const counts = new Set<number>()
  for (const { operation, inputs, output } of instructions) {
    if (operation !== 'patches' && operation !== 'foldPatches') continue
    const [from, to] = [rowsOf(values[inputs[0]]), rowsOf(values[output])]
    const [images, rows] = operation === 'patches' ? [from, to] : [to, from]
    counts.add(images)
    if (rows > images && !imagesOfRows.has(rows)) imagesOfRows.set(rows, images)
  }
  return (shape) => {
    let count = rowsOf({ shape })
    let areImages = shape.length > 2 && counts.has(count)
    for (let images = imagesOfRows.get(count); images !== undefined; images = imagesOfRows.get(count)) {
      count = images
      areImages = true
    }
    return { count, areImages }
  }
}

/** What is known of everything that is cut alike, for one sample. */
interface Needs {
  /** Bytes of all values. */
  bytes: number
  /** Numbers in the largest right operand of a matrix product. */
  operand: number
  /** Samples from which on the parts of each product that is added up are smaller than what a tile reads for them. */
  forParts: number
}

/**
 * The tiling of whatever has a shape. It depends on the Program alone — not on threads or machine — because partial sums of
 * tiles are added up, and another cut would give other bits.
 */
export function tilingsOf(program: Program): (shape: Shape) => Tiling {
  const samples = samplesOf(program)
  const keyOf = ({ count, areImages }: Samples): string => `${areImages ? 'images' : 'rows'} ${count}`
  const needs = new Map<string, Needs>()
  const needsOf = (shape: Shape): Needs => {
    const key = keyOf(samples(shape))
    const known = needs.get(key) ?? { bytes: 0, operand: 0, forParts: 0 }
    needs.set(key, known)
    return known
  }
  const { values, instructions } = program
  for (const { shape, dtype } of values) {
    const { count } = samples(shape)
    if (count > 0) needsOf(shape).bytes += (sizeOf(shape) / count) * bytesPerElement[dtype]
  }
  for (const { operation, inputs, output, attributes } of instructions) {
    if (operation !== 'matmul') continue
    const [left, right] = inputs.map((id) => values[id].shape)
    const product = needsOf(values[output].shape)
    product.operand = Math.max(product.operand, sizeOf(right))
    if (attributes.transposeA !== true || left.length !== 2 || right.length !== 2) continue
    const perSample = ((left[1] + right[1]) * left[0]) / samples(left).count
    const added = needsOf(left)
    if (perSample > 0) added.forParts = Math.max(added.forParts, Math.ceil((2 * left[1] * right[1]) / perSample))
  }
  const known = new Map<string, Tiling>()
  return (shape) => {
    const found = samples(shape)
    const key = keyOf(found)
    const before = known.get(key)
    if (before) return before
    const { count } = found
    const needed = needs.get(key) ?? { bytes: 0, operand: 0, forParts: 0 }
    const tileSamples = (found.areImages ? tileImages : tileRows)(count, needed)
    const blockSamples = found.areImages ? tileSamples : blockRows(tileSamples, needed)
    const tiling = { samples: count, tileSamples, tiles: count === 0 ? 1 : Math.ceil(count / tileSamples), blockSamples }
    known.set(key, tiling)
    return tiling
  }
}

function tileRows(rows: number, { bytes, operand }: Needs): number {
  if (rows * bytes <= UNCUT_BYTES && operand * rows <= UNCUT_BYTES) return Math.max(rows, 1)
  const cached = TILE_BYTES / Math.max(bytes, 1)
  const isLarge = operand > LARGE_OPERAND
  const most = operand === 0 ? cached : Math.max(cached, isLarge ? LARGE_PRODUCT_ROWS : PRODUCT_ROWS)
  const cut = Math.min(most, rows / (isLarge ? LARGE_TILES_WANTED : TILES_WANTED))
  return Math.min(Math.max(ROWS_MULTIPLE, Math.ceil(cut / ROWS_MULTIPLE) * ROWS_MULTIPLE), Math.max(rows, 1))
}

/** A power of 2: whole vectors, and no fewer than are computed side by side. */
function blockRows(tileRows: number, { bytes }: Needs): number {
  const rows = 2 ** Math.floor(Math.log2(BLOCK_BYTES / Math.max(bytes, 1)))
  return rows < FEWEST_BLOCK_ROWS ? tileRows : Math.min(rows, tileRows)
}

/** An image brings as many rows to a product as there are places of a window: one may be enough for a tile. */
function tileImages(images: number, { bytes, forParts }: Needs): number {
  if (images * bytes <= UNCUT_BYTES) return Math.max(images, 1)
  const cached = Math.min(TILE_BYTES / Math.max(bytes, 1), images / TILES_WANTED)
  return Math.max(1, Math.floor(cached), Math.min(forParts, Math.ceil(images / LARGE_TILES_WANTED)))
}
