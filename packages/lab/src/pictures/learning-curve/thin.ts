/** Long curves in few points: of every stretch its lowest and highest, so that no spike is lost. */
export interface CurvePoint {
  readonly x: number
  readonly y: number
}

/** Where the lowest and the highest of some numbers are; -1 where none is finite. */
type Extremes = readonly [low: number, high: number]

/** The extremes of so many numbers are looked for once; stretches of a few such blocks consist of them. */
const BLOCK = 64
const FEW = 4

/** The extremes of whole blocks, by the numbers that they are of: a curve grows, and what was written of it stays as it is. */
const known = new WeakMap<ArrayLike<number>, Extremes[]>()

function extremesIn(values: ArrayLike<number>, from: number, to: number): Extremes {
  let [low, high] = [-1, -1]
  for (let i = from; i < to; i++) {
    if (!Number.isFinite(values[i])) continue
    if (low < 0 || values[i] < values[low]) low = i
    if (high < 0 || values[i] > values[high]) high = i
  }
  return [low, high]
}

/** The same from the start of a block on. */
function extremesOfBlocks(values: ArrayLike<number>, from: number, to: number): Extremes {
  const blocks = known.get(values) ?? []
  known.set(values, blocks)
  let [low, high] = [-1, -1]
  for (let i = from; i < to; i += BLOCK) {
    const own = i + BLOCK > to ? extremesIn(values, i, to) : (blocks[i / BLOCK] ??= extremesIn(values, i, i + BLOCK))
    if (own[0] < 0) continue
    if (low < 0 || values[own[0]] < values[low]) low = own[0]
    if (high < 0 || values[own[1]] > values[high]) high = own[1]
  }
  return [low, high]
}

/**
 * @param values what was thinned before must not change; more may be written behind it.
 * @param most how many points at most, about.
 */
export function thinned(values: ArrayLike<number>, length: number, most: number): CurvePoint[] {
  const points: CurvePoint[] = []
  const least = Math.max(1, Math.ceil((2 * length) / most))
  const isLong = least >= FEW * BLOCK
  const stretch = isLong ? Math.ceil(least / BLOCK) * BLOCK : least
  for (let from = 0; from < length; from += stretch) {
    const [low, high] = (isLong ? extremesOfBlocks : extremesIn)(values, from, Math.min(from + stretch, length))
    if (low < 0) continue
    const [first, second] = low <= high ? [low, high] : [high, low]
    points.push({ x: first, y: values[first] })
    if (second !== first) points.push({ x: second, y: values[second] })
  }
  return points
}
