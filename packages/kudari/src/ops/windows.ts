/** Windows that slide over images of shape (images, height, width, channels): how many fit, and which pixels lie under each. */
import { KudariError } from '../messages/error.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { type Shape, formatShape, sameShape } from '../tensor/shape.ts'

/** A number for the height and one for the width. */
export type Pair = readonly [number, number]

/** A pair, or one number for both. */
export type NumberOrPair = number | Pair

/** How windows slide over images, as attributes of an operation. */
export type Windows = {
  /** Pixels under a window. */
  readonly size: Pair
  /** How far the next window lies from the one before it. */
  readonly stride: Pair
  /** Pixels that are added beyond each edge: above and below, left and right. */
  readonly padding: Pair
  /** The distance between two neighbours under a window; 1 where they are neighbours in the image. */
  readonly dilation: Pair
}

/** The same as a caller writes it. */
export interface WindowOptions {
  readonly size: NumberOrPair
  readonly stride?: NumberOrPair
  readonly padding?: NumberOrPair
  readonly dilation?: NumberOrPair
}

export const pairOf = (value: NumberOrPair): Pair => (typeof value === 'number' ? [value, value] : value)

export const windowsOf = ({ size, stride = 1, padding = 0, dilation = 1 }: WindowOptions): Windows => ({
  size: pairOf(size),
  stride: pairOf(stride),
  padding: pairOf(padding),
  dilation: pairOf(dilation),
})

const leasts = { size: 1, stride: 1, padding: 0, dilation: 1 } as const

function checkWindows(operation: string, windows: Windows): void {
  for (const name of ['size', 'stride', 'padding', 'dilation'] as const) {
    const pair: readonly number[] = windows[name]
    const least = leasts[name]
    if (pair.length !== 2 || pair.some((value) => !Number.isInteger(value) || value < least))
      throw new KudariError('usage', tensorMessages.badPair, { operation, name, least, value: pair.join(', ') })
  }
}

/** Windows along an axis: the last pixel of each must lie in the image or its padding. */
const countAlong = (axis: 0 | 1, length: number, { size, stride, padding, dilation }: Windows): number =>
  Math.floor((length + 2 * padding[axis] - dilation[axis] * (size[axis] - 1) - 1) / stride[axis]) + 1

/**
 * How many windows fit, along the height and along the width: floor((length + 2 padding - dilation (size - 1) - 1) / stride) + 1.
 *
 * @param operation on whose behalf this is asked: errors name it.
 * @throws KudariError when the shape is not that of images, a setting is out of range, or a window is larger than the
 *   padded image.
 */
export function countWindows(operation: string, shape: Shape, windows: Windows): Pair {
  checkWindows(operation, windows)
  if (shape.length !== 4 || shape[1] === 0 || shape[2] === 0)
    throw new KudariError('usage', tensorMessages.notImages, { operation, shape: formatShape(shape) })
  const count = (axis: 0 | 1): number => {
    const windowsAlong = countAlong(axis, shape[axis + 1], windows)
    if (windowsAlong < 1)
      throw new KudariError('usage', tensorMessages.windowTooLarge, {
        operation,
        axis: axis === 0 ? 'height' : 'width',
        span: windows.dilation[axis] * (windows.size[axis] - 1) + 1,
        length: shape[axis + 1],
        padding: windows.padding[axis],
      })
    return windowsAlong
  }
  return [count(0), count(1)]
}

/** @throws KudariError when an operand does not have the shape that follows from the images and the windows. */
export function requireShape(operation: string, found: Shape, expected: Shape): void {
  if (!sameShape(found, expected))
    throw new KudariError('usage', tensorMessages.otherShape, {
      operation,
      expected: formatShape(expected),
      found: formatShape(found),
    })
}

/** For each window along an axis the positions under it, one after the other; -1 beyond the edge. */
function positionsUnder(axis: 0 | 1, length: number, windows: Windows): Int32Array {
  const size = windows.size[axis]
  const positions = new Int32Array(countAlong(axis, length, windows) * size)
  for (let i = 0; i < positions.length; i++) {
    const window = Math.floor(i / size)
    const position = window * windows.stride[axis] - windows.padding[axis] + (i % size) * windows.dilation[axis]
    positions[i] = position >= 0 && position < length ? position : -1
  }
  return positions
}

/**
 * For each window in row order the pixels under it in row order: where they are in an image (row * width + column), or -1
 * beyond the edge. The same for every image and channel.
 */
export function pixelsUnder([, height, width]: Shape, windows: Windows): Int32Array {
  const [tall, wide] = windows.size
  const rows = positionsUnder(0, height, windows)
  const columns = positionsUnder(1, width, windows)
  const pixels = new Int32Array(rows.length * columns.length)
  let i = 0
  for (let top = 0; top < rows.length; top += tall)
    for (let left = 0; left < columns.length; left += wide)
      for (let r = top; r < top + tall; r++)
        for (let c = left; c < left + wide; c++) pixels[i++] = rows[r] < 0 || columns[c] < 0 ? -1 : rows[r] * width + columns[c]
  return pixels
}

/** The windows as arguments of a Python function; what is as usual is not said: `(3, 3), padding=(1, 1)`. */
export function numpyWindows({ size, stride, padding, dilation = [1, 1] }: Omit<Windows, 'dilation'> & Partial<Windows>): string {
  const unless = (usual: number, name: string, pair: Pair): string[] =>
    pair.every((value) => value === usual) ? [] : [`${name}=${formatShape(pair)}`]
  return [formatShape(size), ...unless(1, 'stride', stride), ...unless(0, 'padding', padding), ...unless(1, 'dilation', dilation)].join(', ')
}
