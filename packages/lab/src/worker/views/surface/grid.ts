/** Heights on a grid that becomes finer as time allows: every level has the points of the one before and those between them. */

export type Interval = readonly [low: number, high: number]

/** A part of a plane: what is between two values of each coordinate. Of a curve the second is `[0, 0]`. */
export interface Box {
  readonly a: Interval
  readonly b: Interval
}

/** Heights at evenly spaced places, row by row from `low`, the first coordinate changing fastest. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly heights: Float64Array
}

/** Points on a side, from the coarsest level to the finest. */
export const SIDES = [9, 17, 33, 65] as const
const FINEST = SIDES.at(-1)!

/** The value that is `i / last` of the way. */
export const between = ([low, high]: Interval, i: number, last: number): number => (i === last ? high : low + ((high - low) * i) / last)

/** @param heightAt computes a height; it is called once for every point. */
export function createGrid({ a, b }: Box, heightAt: (a: number, b: number) => number) {
  const isCurve = b[0] === b[1]
  const last = FINEST - 1
  const heights = new Float64Array(isCurve ? FINEST : FINEST * FINEST)
  let level = -1
  let spent = 0
  let made = 0

  function* points(): Generator<void> {
    for (const [k, side] of SIDES.entries()) {
      const stride = last / (side - 1)
      for (let j = 0; j <= (isCurve ? 0 : last); j += stride)
        for (let i = 0; i <= last; i += stride) {
          if (k > 0 && i % (2 * stride) === 0 && j % (2 * stride) === 0) continue
          heights[j * FINEST + i] = heightAt(between(a, i, last), isCurve ? 0 : between(b, j, last))
          made++
          yield
        }
      level = k
    }
  }
  const rest = points()

  return {
    /** Points on a side of the finest level that is complete; 0 at first. */
    get side(): number {
      return level < 0 ? 0 : SIDES[level]
    },
    /** Computes heights for so many milliseconds, or until a level is complete that has so many points on a side. */
    grow(milliseconds: number, side: number): void {
      const start = performance.now()
      while (this.side < side && performance.now() - start < milliseconds) rest.next()
      spent += performance.now() - start
    },
    /** Milliseconds that one point takes, as far as that is known. */
    get perPoint(): number {
      return made === 0 ? 0 : spent / made
    },
    /** How many points a level has. */
    pointsOf: (side: number): number => (isCurve ? side : side * side),
    /** The finest level that is complete. */
    read(): Grid {
      const columns = this.side
      const rows = isCurve ? 1 : columns
      const stride = last / (columns - 1)
      const own = new Float64Array(columns * rows)
      for (let j = 0; j < rows; j++) for (let i = 0; i < columns; i++) own[j * columns + i] = heights[j * stride * FINEST + i * stride]
      return { columns, rows, heights: own }
    },
  }
}

export type GrowingGrid = ReturnType<typeof createGrid>
