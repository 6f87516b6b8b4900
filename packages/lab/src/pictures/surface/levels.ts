/** At which heights contour lines are drawn, and how they are written. */
import { formatNumber } from 'kudari'

/** A number in little room: from 100,000 on as a power of ten. */
export function briefly(value: number, digits: number): string {
  const text = formatNumber(value, digits)
  return Math.abs(value) >= 1e5 && Number.isFinite(value) ? Number(text).toExponential().replace('e+', 'e') : text
}

/** About so many lines are enough. */
const MOST = 13
/** Of a valley this much lower than the highest place, no more lines are drawn. */
const DEEPEST = 1e-6
/** Beginnings of round numbers, from many to few in a power of ten. */
const roundings = [[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]]

/** The lowest and the highest of the numbers that are finite; `[NaN, NaN]` where there are none. */
export function extentOf(heights: ArrayLike<number>): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < heights.length; i++) {
    if (!Number.isFinite(heights[i])) continue
    low = Math.min(low, heights[i])
    high = Math.max(high, heights[i])
  }
  return low <= high ? [low, high] : [Number.NaN, Number.NaN]
}

/** Whether heights are so unlike that equal steps would hide the valley. */
export const spansDecades = (low: number, high: number, decades: number): boolean => low >= 0 && high > Math.max(low, high * DEEPEST) * 10 ** decades

const isBetween = (low: number, high: number) => (value: number): boolean => value > low && value < high

function roundNumbers(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))]
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const choices = roundings.map((beginnings) => powers.flatMap((power) => beginnings.map((each) => Number((each * 10 ** power).toPrecision(3)))).filter(isBetween(low, high)))
  return choices.find(({ length }) => length <= MOST) ?? choices.at(-1)!
}

/**
 * The heights of contour lines, all between the lowest and the highest place. Where heights span a power of ten they are round numbers
 * in equal ratios; else they grow as squares, so that the lines of a bowl lie at equal distances.
 */
export function levelsOf(heights: ArrayLike<number>): number[] {
  const [low, high] = extentOf(heights)
  if (!(high > low)) return []
  if (spansDecades(low, high, 1)) return roundNumbers(Math.max(low, high * DEEPEST), high)
  const count = MOST - 3
  const squares = Array.from({ length: count }, (_, k) => low + (high - low) * ((k + 0.6) / count) ** 2)
  const rounded = squares.map((value, k) => {
    const gap = k === 0 ? squares[1] - squares[0] : value - squares[k - 1]
    const unit = 10 ** Math.floor(Math.log10(gap / 2))
    return Number((Math.round(value / unit) * unit).toPrecision(12))
  })
  return [...new Set(rounded)].filter(isBetween(low, high))
}
