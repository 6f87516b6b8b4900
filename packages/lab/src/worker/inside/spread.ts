/** How numbers spread: what a tensor of any size is in a few of them. */

/** Bars of a histogram; an odd number, so that 0 has one of its own. */
export const BARS = 41

export interface Spread {
  readonly count: number
  /** Numbers that are NaN or infinite; all that follows is said of the others. */
  readonly notFinite: number
  readonly min: number
  readonly max: number
  /** The mean of the sizes, regardless of the sign. */
  readonly meanSize: number
  /** How many are exactly 0. */
  readonly zeros: number
  /** The histogram reaches from `-limit` to `limit`. */
  readonly limit: number
  readonly bars: Uint32Array
}

/** The digits of round limits. */
const DIGITS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** The smallest round number that is not smaller: scales stay when numbers move a little. */
export function roundLimit(size: number): number {
  if (!(size > 0) || size === Infinity) return 0
  const power = 10 ** Math.floor(Math.log10(size))
  const fits = DIGITS.find((digit) => digit * power >= size * (1 - 1e-12))
  // 1e-7 rather than 1.0000000000000001e-7.
  return Number(((fits ?? 10) * power).toPrecision(3))
}

/** The largest size among numbers, NaN and infinities left out. */
export function largestSize(data: ArrayLike<number>): number {
  let most = 0
  for (let i = 0; i < data.length; i++) {
    const size = Math.abs(data[i])
    if (size > most && size !== Infinity) most = size
  }
  return most
}

export function spreadOf(data: ArrayLike<number>): Spread {
  let [min, max, sizes, zeros, notFinite] = [Infinity, -Infinity, 0, 0, 0]
  const limit = roundLimit(largestSize(data))
  const bars = new Uint32Array(BARS)
  const perBar = limit === 0 ? 0 : BARS / (2 * limit)
  for (let i = 0; i < data.length; i++) {
    const value = data[i]
    if (!Number.isFinite(value)) {
      notFinite++
      continue
    }
    if (value < min) min = value
    if (value > max) max = value
    if (value === 0) zeros++
    sizes += Math.abs(value)
    bars[limit === 0 ? (BARS - 1) / 2 : Math.min(BARS - 1, Math.floor((value + limit) * perBar))]++
  }
  return { count: data.length, notFinite, min, max, meanSize: sizes / (data.length - notFinite), zeros, limit, bars }
}
