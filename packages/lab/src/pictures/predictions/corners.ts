/** A curve of steps in few points. */
import type { RocCurve } from '../../worker/views/roc-curve.ts'

export interface Corner {
  readonly x: number
  readonly y: number
}

/** The corners of a curve: between two of them all points lie on a straight line, across or up. */
export function cornersOf({ falseAlarms, hits }: RocCurve): Corner[] {
  const points = Array.from(hits, (y, i) => ({ x: falseAlarms[i], y }))
  return points.filter(({ x, y }, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    return !before || !after || !((before.x === x && after.x === x) || (before.y === y && after.y === y))
  })
}
