/** Plain decimal numbers in bytes: exactly the number that `Number(text)` gives, without making the text. */

/** Powers of ten that float64 holds exactly. */
export const powersOfTen = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`))

const ZERO = 48
const POINT = 46

/** So many digits, and more, as integers below 2^53. */
const EXACT_DIGITS = 15
/** Beyond so many, the text cannot be had back from the number in any case. */
const MOST_DIGITS = 17
/** The last digits of a long number, which are added to the others by themselves. */
const LOW_DIGITS = 10
const LOW = 1e10

/** 2^27 + 1: multiplies a number so that its upper and lower bits can be told apart (Veltkamp, Dekker 1971). */
const SPLITTER = 134217729

/** What a * b is beyond the rounded `product`, exactly. */
function productError(a: number, b: number, product: number): number {
  const aBig = SPLITTER * a
  const aHigh = aBig - (aBig - a)
  const aLow = a - aHigh
  const bBig = SPLITTER * b
  const bHigh = bBig - (bBig - b)
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

/**
 * The number that digits with at most one point say.
 *
 * Of up to 15 digits it is a division of two exact numbers, which rounds correctly. Of up to 17, digits and quotient are kept
 * as a number and its error; where that leaves open to which side to round, the answer is left to the caller.
 *
 * @param bytes `start` to before `end`: digits, and one point at most, without sign.
 * @param decimals how many of the digits stand after the point.
 * @returns NaN where it cannot be told here, or where `toFixed(decimals)` would not give the same text.
 */
export function decimalIn(bytes: Uint8Array, start: number, end: number, decimals: number): number {
  if (decimals >= powersOfTen.length) return NaN
  let first = start
  while (first < end && (bytes[first] === ZERO || bytes[first] === POINT)) first++
  const isPointInside = decimals > 0 && first < end - decimals
  const digits = end - first - (isPointInside ? 1 : 0)
  if (digits > MOST_DIGITS) return NaN
  let high = 0
  let low = 0
  let left = digits
  for (let i = first; i < end; i++) {
    if (bytes[i] === POINT) continue
    if (left > LOW_DIGITS) high = high * 10 + (bytes[i] - ZERO)
    else low = low * 10 + (bytes[i] - ZERO)
    left--
  }
  const divisor = powersOfTen[decimals]
  // `high` has at most 7 digits: times 10^10 it is exact.
  const shifted = high * LOW
  const sum = shifted + low
  if (digits <= EXACT_DIGITS) return sum / divisor
  const sumError = low - (sum - shifted)
  const quotient = sum / divisor
  const product = quotient * divisor
  const remainder = sum - product - productError(quotient, divisor, product)
  const rest = (remainder + sumError) / divisor
  // `rest` is right to 2^-51 of itself: if a little more and a little less round to the same number, so does the truth.
  const value = quotient + rest * (1 + 2 ** -49)
  if (value !== quotient + rest * (1 - 2 ** -49)) return NaN
  const off = rest - (value - quotient)
  return Math.abs(off) * divisor < 0.49 ? value : NaN
}
