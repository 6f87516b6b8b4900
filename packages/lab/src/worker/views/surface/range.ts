/** Which part of a plane is shown: enough for the path and for the lowest place, and as long as that is so the same. */
import type { Box, Interval } from './grid.ts'

export type Point = readonly [a: number, b: number]

/** What is left free at each side; and, when a running path has come to the edge, for it to go on. */
const MARGIN = 0.2
const ROOM = 0.5
/** Up to this ratio of their lengths, axes of values that may be unlike have the same scale. */
const SAME_SCALE = 50
/** Shorter than this share of the other, an axis is as good as a point. */
const FLAT = 1e-6

const lengthOf = ([low, high]: Interval): number => high - low
const boundsOf = (values: readonly number[]): Interval => [Math.min(...values), Math.max(...values)]
const within = (inner: Interval, outer: Interval): boolean => inner[0] >= outer[0] && inner[1] <= outer[1]
const around = (interval: Interval, length: number): Interval => {
  const middle = (interval[0] + interval[1]) / 2
  return [middle - length / 2, middle + length / 2]
}

/**
 * Looks for the lowest place of a surface by Newton's method on differences: at once where it is a bowl. On a slope without end it
 * stops where going on gains little.
 *
 * @param reach about how far things change, to begin with.
 */
export function lowestPlace(heightAt: (a: number, b: number) => number, start: Point, reach: number, isCurve: boolean): Point {
  let [a, b] = start
  let height = heightAt(a, b)
  const first = height
  let far = reach
  for (let round = 0; round < 12; round++) {
    const h = far / 8
    const [right, left] = [heightAt(a + h, b), heightAt(a - h, b)]
    const [above, below] = isCurve ? [height, height] : [heightAt(a, b + h), heightAt(a, b - h)]
    const corner = isCurve ? right : heightAt(a + h, b + h)
    const [ga, gb] = [(right - left) / (2 * h), (above - below) / (2 * h)]
    const [aa, bb, ab] = [(right - 2 * height + left) / h ** 2, isCurve ? 1 : (above - 2 * height + below) / h ** 2, (corner - right - above + height) / h ** 2]
    const slope = Math.hypot(ga, gb)
    if (!(slope > 0 && slope < Infinity)) break
    const determinant = aa * bb - ab * ab
    const isBowl = aa > 0 && bb > 0 && determinant > 1e-6 * aa * bb
    let [da, db] = isBowl ? [(ab * gb - bb * ga) / determinant, (ab * ga - aa * gb) / determinant] : [(-4 * far * ga) / slope, (-4 * far * gb) / slope]
    let next = heightAt(a + da, b + db)
    for (let halved = 0; !(next < height) && halved < 6; halved++) {
      ;[da, db] = [da / 4, db / 4]
      next = heightAt(a + da, b + db)
    }
    if (!(next < height)) break
    const gain = height - next
    ;[a, b, height] = [a + da, b + db, next]
    if (gain < 0.02 * (first - next)) break
    far = Math.max(Math.hypot(da, db), reach / 64)
  }
  return [a, b]
}

export interface Wanted {
  /** What must be seen; places that are no numbers do not count. */
  readonly points: readonly Point[]
  /** Width over height of the picture. */
  readonly aspect: number
  readonly isCurve: boolean
  /** Whether both axes are distances, and so have the same scale in any case. */
  readonly isDistance: boolean
}

function boundsOfPoints(points: readonly Point[]): Box {
  const finite = points.filter(([a, b]) => Number.isFinite(a + b))
  return { a: boundsOf(finite.map(([a]) => a)), b: boundsOf(finite.map(([, b]) => b)) }
}

/** A box around bounds: with margins, never flat, and where it fits with the same scale on both axes. */
function boxAround({ a, b }: Box, { aspect, isCurve, isDistance }: Wanted, margin: number): Box {
  const size = (interval: Interval): number => Math.max(Math.abs(interval[0]), Math.abs(interval[1]))
  const [wide, high] = [lengthOf(a), isCurve ? 0 : lengthOf(b)]
  // A path along one axis only still has a plane around it.
  const some = Math.max(wide, high) || Math.max(1, size(a), isCurve ? 0 : size(b))
  let width = (wide > FLAT * some ? wide : some / 2) * (1 + 2 * margin)
  if (isCurve) return { a: around(a, width), b: [0, 0] }
  let height = (high > FLAT * some ? high : some / 2) * (1 + 2 * margin)
  if (isDistance || (width < height * aspect * SAME_SCALE && height * aspect < width * SAME_SCALE)) {
    width = Math.max(width, height * aspect)
    height = width / aspect
  }
  return { a: around(a, width), b: around(b, height) }
}

/** The box for what is wanted: the one before as long as all of that is in it, else one with room for more. */
export function boxFor(wanted: Wanted, before: Box | undefined): Box {
  const bounds = boundsOfPoints(wanted.points)
  if (!before) return boxAround(bounds, wanted, MARGIN)
  if (within(bounds.a, before.a) && (wanted.isCurve || within(bounds.b, before.b))) return before
  const both = { a: boundsOf([...bounds.a, ...before.a]), b: boundsOf([...bounds.b, ...before.b]) }
  return boxAround(both, wanted, ROOM / 2)
}
