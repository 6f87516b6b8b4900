/** The ground of a plane: filled contours of values on a grid, right up to the edges of the plot. */
import * as Plot from '@observablehq/plot'
import type { PlanePicture } from '../summary.ts'

type Grid = Pick<PlanePicture, 'columns' | 'rows'>

/**
 * The grid with one more cell on every side, the values carried on in a straight line. A contour ends half a cell before
 * the border of its grid; with this margin it ends outside the plot instead, where it is clipped.
 */
export function withMargin(values: readonly number[], { columns, rows }: Grid): readonly number[] {
  const carryOn = (at: (i: number) => number, length: number, i: number): number => {
    if (i >= 0 && i < length) return at(i)
    const edge = i < 0 ? 0 : length - 1
    const inner = length === 1 ? edge : i < 0 ? 1 : length - 2
    return 2 * at(edge) - at(inner)
  }
  return Array.from({ length: (columns + 2) * (rows + 2) }, (_, i) => {
    const column = (i % (columns + 2)) - 1
    const row = Math.floor(i / (columns + 2)) - 1
    return carryOn((r) => carryOn((c) => values[r * columns + c], columns, column), rows, row)
  })
}

/** A mark for the ground of the picture. The first row of `values` lies at the bottom. */
export function ground(picture: PlanePicture, values: readonly number[], options: Plot.ContourOptions): Plot.Markish {
  const { columns, rows, x, y } = picture
  const width = (x[1] - x[0]) / columns
  const height = (y[1] - y[0]) / rows
  return Plot.contour(withMargin(values, picture), {
    ...options, clip: true, width: columns + 2, height: rows + 2,
    x1: x[0] - width, x2: x[1] + width, y1: y[0] - height, y2: y[1] + height,
  })
}
