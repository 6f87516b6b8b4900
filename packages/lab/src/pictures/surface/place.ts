/** Where a part of the plane lies on the screen, and back. */
import type { Box, Interval } from '../../worker/views/surface/grid.ts'
import type { Point } from '../../worker/views/surface/range.ts'

/** Width over height of the part of the plane that is shown. */
export const ASPECT = 1.3

export interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly box: Box
}

const lengthOf = ([low, high]: Interval): number => high - low

export const toScreen = ({ left, top, width, height, box: { a, b } }: Place, [x, y]: Point): Point =>
  [left + ((x - a[0]) / lengthOf(a)) * width, top + height - ((y - b[0]) / lengthOf(b)) * height]

export const fromScreen = ({ left, top, width, height, box: { a, b } }: Place, [x, y]: Point): Point =>
  [a[0] + ((x - left) / width) * lengthOf(a), b[0] + ((top + height - y) / height) * lengthOf(b)]

export const isInside = ({ left, top, width, height }: Place, [x, y]: Point, margin = 0): boolean =>
  x >= left + margin && x <= left + width - margin && y >= top + margin && y <= top + height - margin

const scaled = ([low, high]: Interval, fixed: number, factor: number): Interval => [fixed + (low - fixed) * factor, fixed + (high - fixed) * factor]

/** A box that is so many times as large around a point, which stays where it is. */
export const zoomed = ({ a, b }: Box, [x, y]: Point, factor: number): Box => ({ a: scaled(a, x, factor), b: scaled(b, y, factor) })

export const middleOf = ({ a, b }: Box): Point => [(a[0] + a[1]) / 2, (b[0] + b[1]) / 2]

const moved = ([low, high]: Interval, by: number): Interval => [low + by, high + by]

export const shifted = ({ a, b }: Box, [x, y]: Point): Box => ({ a: moved(a, x), b: moved(b, y) })

/** Whether both axes have the same scale, so that right angles are seen as such. */
export const hasSameScale = ({ a, b }: Box): boolean => Math.abs(lengthOf(a) / lengthOf(b) / ASPECT - 1) < 0.01
