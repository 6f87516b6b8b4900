/** Reading a grid of heights: between its points, and where it is lowest. */
import type { Box, Grid, Interval } from '../../worker/views/surface/grid.ts'
import type { Point } from '../../worker/views/surface/range.ts'

const positionIn = ([low, high]: Interval, value: number, count: number): number => ((value - low) / (high - low)) * (count - 1)

/** The height of a place, from the four points of the grid around it; undefined outside. */
export function heightAt({ columns, rows, heights }: Grid, { a, b }: Box, [x, y]: Point): number | undefined {
  const [i, j] = [positionIn(a, x, columns), rows === 1 ? 0 : positionIn(b, y, rows)]
  if (!(i >= 0 && i <= columns - 1 && j >= 0 && j <= rows - 1)) return undefined
  const [left, bottom] = [Math.min(Math.floor(i), columns - 2), Math.min(Math.floor(j), Math.max(rows - 2, 0))]
  const [p, q] = [i - left, j - bottom]
  const row = (at: number): number => heights[at * columns + left] * (1 - p) + heights[at * columns + left + 1] * p
  return rows === 1 ? row(0) : row(bottom) * (1 - q) + row(bottom + 1) * q
}

/** Where a parabola through three heights at -1, 0, 1 is lowest. */
function bottomOf(before: number, here: number, after: number): number {
  const curvature = before - 2 * here + after
  return curvature > 0 ? Math.min(Math.max((before - after) / (2 * curvature), -1), 1) : 0
}

/** The lowest place of a grid, made finer by the points around it; undefined where it lies at the edge: beyond, it may go on down. */
export function lowestOf({ columns, rows, heights }: Grid, { a, b }: Box): Point | undefined {
  let lowest = -1
  for (let k = 0; k < heights.length; k++) if (Number.isFinite(heights[k]) && (lowest < 0 || heights[k] < heights[lowest])) lowest = k
  const [i, j] = [lowest % columns, Math.floor(lowest / columns)]
  if (lowest < 0 || i === 0 || i === columns - 1 || (rows > 1 && (j === 0 || j === rows - 1))) return undefined
  const across = i + bottomOf(heights[lowest - 1], heights[lowest], heights[lowest + 1])
  const up = rows === 1 ? 0 : j + bottomOf(heights[lowest - columns], heights[lowest], heights[lowest + columns])
  const valueAt = ([low, high]: Interval, position: number, count: number): number => low + ((high - low) * position) / (count - 1)
  return [valueAt(a, across, columns), rows === 1 ? 0 : valueAt(b, up, rows)]
}
