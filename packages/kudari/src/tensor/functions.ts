/**
 * Exponentials, logarithms and the error function, of which every engine gives the same bits. (`Math.exp` and its like may
 * differ in the last bit from one engine, or version of it, to the next.) Only `+ - * /` and rounding are used, which IEEE 754 fixes.
 * Errors are below 1.5 units in the last place (2.5 for those made of several steps).
 */

/** ln 2 in two parts: products of the first with whole numbers up to 2^20 are exact. */
const LN2_HIGH = 0.693147180369123816490
const LN2_LOW = 1.90821492927058770002e-10

const bits = new DataView(new ArrayBuffer(8))

/** 2^-1022 ... 2^1023. */
const POWERS_OF_TWO = Float64Array.from({ length: 2046 }, (_, i) => 2 ** (i - 1022))

/** value * 2^k, rounded once also where the result is subnormal or infinite. */
function scale(value: number, k: number): number {
  if (k > 1023) return value * POWERS_OF_TWO[2045] * POWERS_OF_TWO[k - 1]
  // In two steps, of which the first is exact.
  if (k < -1022) return value * POWERS_OF_TWO[k + 1559] * POWERS_OF_TWO[485]
  return value * POWERS_OF_TWO[k + 1022]
}

/** exp(r) - 1 - r for |r| <= ln(2) / 2: the Taylor series r^2 (1/2! + r/3! + ... + r^12/14!). */
function exponentialTail(r: number): number {
  let sum = 1.1470745597729725e-11
  sum = sum * r + 1.6059043836821613e-10
  sum = sum * r + 2.08767569878681e-9
  sum = sum * r + 2.505210838544172e-8
  sum = sum * r + 2.755731922398589e-7
  sum = sum * r + 0.0000027557319223985893
  sum = sum * r + 0.0000248015873015873
  sum = sum * r + 0.0001984126984126984
  sum = sum * r + 0.001388888888888889
  sum = sum * r + 0.008333333333333333
  sum = sum * r + 0.041666666666666664
  sum = sum * r + 0.16666666666666666
  sum = sum * r + 0.5
  return sum * r * r
}

/** exp(x). With x = k ln 2 + r, |r| <= ln(2) / 2: 2^k (1 + r + r^2 / 2! + ...). */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  if (Number.isNaN(x)) return x
  const k = Math.round(x * 1.4426950408889634)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  // What is lost in r comes back with the small terms.
  const lost = high - r - low
  return scale(1 + (r + (exponentialTail(r) + lost)), k)
}

/** exp(x) - 1, exact for small x. */
export function expm1(x: number): number {
  // The sum would lose the sign of -0.
  if (x === 0) return x
  if (Math.abs(x) < 0.35) return x + exponentialTail(x)
  return exp(x) - 1
}

/** 2/3 + 2/5 z + ... + 2/25 z^11: the series of (log(1 + f) - 2s) / s^3 in z = s^2, where s = f / (2 + f), |s| < 0.172. */
function logarithmTail(z: number): number {
  let sum = 2 / 25
  sum = sum * z + 2 / 23
  sum = sum * z + 2 / 21
  sum = sum * z + 2 / 19
  sum = sum * z + 2 / 17
  sum = sum * z + 2 / 15
  sum = sum * z + 2 / 13
  sum = sum * z + 2 / 11
  sum = sum * z + 2 / 9
  sum = sum * z + 2 / 7
  sum = sum * z + 2 / 5
  return sum * z + 2 / 3
}

const SQRT2 = 1.4142135623730951

/** x = m * 2^k with m between sqrt(1/2) and sqrt(2). */
function split(x: number): { m: number; k: number } {
  let k = 0
  let value = x
  if (value < 2.2250738585072014e-308) {
    value *= 18014398509481984 // 2^54: subnormal numbers become normal ones
    k = -54
  }
  bits.setFloat64(0, value)
  const top = bits.getUint32(0)
  k += (top >>> 20) - 1023
  bits.setUint32(0, (top & 0xfffff) | 0x3ff00000)
  let m = bits.getFloat64(0)
  if (m > SQRT2) {
    m /= 2
    k++
  }
  return { m, k }
}

/** log(1 + f) + k ln 2 for f from sqrt(1/2) - 1 to sqrt(2) - 1; `lost` is what 1 + f lacks. */
function logarithm(f: number, k: number, lost: number): number {
  const s = f / (2 + f)
  const square = s * s
  // log(1 + f) = f - f^2/2 + s (f^2/2 + s^2 sum): the small terms are added first.
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + square * logarithmTail(square)) + (k * LN2_LOW + lost)) - f)
}

/** The natural logarithm. */
export function log(x: number): number {
  if (x === 0) return -Infinity
  if (x < 0 || Number.isNaN(x)) return NaN
  if (x === Infinity) return x
  const { m, k } = split(x)
  return logarithm(m - 1, k, 0)
}

/** log(1 + x), exact for small x. */
export function log1p(x: number): number {
  if (x === -1) return -Infinity
  if (x < -1 || Number.isNaN(x)) return NaN
  if (x === Infinity || x === 0) return x
  if (x > -0.29 && x < 0.41) return logarithm(x, 0, 0)
  const u = 1 + x
  const lost = (x - (u - 1)) / u
  // Most calls come from softplus, with x up to 1: there the split is known.
  if (u > SQRT2 && u <= 2) return logarithm(u / 2 - 1, 1, lost)
  const { m, k } = split(u)
  return logarithm(m - 1, k, lost)
}

/** The logarithm to base 2; exact for powers of 2. */
export function log2(x: number): number {
  if (!(x > 0) || x === Infinity) return log(x)
  const { m, k } = split(x)
  return k + logarithm(m - 1, 0, 0) * 1.4426950408889634
}

/** The logarithm to base 10; exact for powers of 10. */
export function log10(x: number): number {
  const value = log(x) * 0.4342944819032518
  const nearest = Math.round(value)
  // Beyond 10^22 powers of ten are not exact numbers.
  return Math.abs(nearest) <= 22 && Number(`1e${nearest}`) === x ? nearest : value
}

/** tanh(x) = -t / (2 + t) with t = exp(-2|x|) - 1. */
export function tanh(x: number): number {
  if (Number.isNaN(x) || x === 0) return x
  const t = expm1(-2 * Math.abs(x))
  const positive = -t / (2 + t)
  return x < 0 ? -positive : positive
}

/** sinh(x) = (t + t / (t + 1)) / 2 with t = exp(|x|) - 1. */
export function sinh(x: number): number {
  if (Number.isNaN(x) || x === 0) return x
  const size = Math.abs(x)
  const root = size > 709 ? exp(size / 2) : 0
  const t = expm1(size)
  const positive = size > 709 ? (root / 2) * root : (t + t / (t + 1)) / 2
  return x < 0 ? -positive : positive
}

/** cosh(x) = (e + 1 / e) / 2 with e = exp(|x|). */
export function cosh(x: number): number {
  const size = Math.abs(x)
  if (size > 709) {
    const root = exp(size / 2)
    return (root / 2) * root
  }
  const e = exp(size)
  return (e + 1 / e) / 2
}

/**
 * erf(x) / x - 1 for |x| <= 1: a polynomial in z = x^2 through the values at Chebyshev's points. (These and the other
 * coefficients come from scripts/golden-erf.py.)
 */
function errorNearZero(z: number): number {
  let sum = 5.957176147748911e-11
  sum = sum * z - 1.1372848856791674e-9
  sum = sum * z + 1.4659775274047436e-8
  sum = sum * z - 1.6350312701054695e-7
  sum = sum * z + 1.6461000484121368e-6
  sum = sum * z - 0.000014925595266831182
  sum = sum * z + 0.0001205533111164271
  sum = sum * z - 0.000854832698083379
  sum = sum * z + 0.0052239776248180145
  sum = sum * z - 0.026866170645076792
  sum = sum * z + 0.11283791670954879
  sum = sum * z - 0.3761263890318375
  return sum * z + 0.1283791670955126
}

/** (1 - erf(x)) exp(x^2) for 1 <= x <= 6: a polynomial in u = (x - 2.5) / (x + 2.5), as above. */
function complementBeyondOne(x: number): number {
  const u = (x - 2.5) / (x + 2.5)
  let sum = 8.134380709229634e-8
  sum = sum * u - 1.5625258507743158e-6
  sum = sum * u - 2.2842173094341345e-6
  sum = sum * u + 7.48480117852628e-6
  sum = sum * u + 0.000018609712314617464
  sum = sum * u - 0.000034172229273553035
  sum = sum * u - 0.00012887649615317198
  sum = sum * u + 0.00022837955896605415
  sum = sum * u + 0.0008759154019168855
  sum = sum * u - 0.002642365927759658
  sum = sum * u - 0.0039937011641469865
  sum = sum * u + 0.0399225390747838
  sum = sum * u - 0.12503305237885554
  sum = sum * u + 0.251713193217456
  sum = sum * u - 0.3717367339489732
  return sum * u + 0.21080636406114356
}

/** The error function: 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
export function erf(x: number): number {
  const size = Math.abs(x)
  if (!(size > 1)) return x + x * errorNearZero(x * x)
  // From 6 on the float64 nearest to erf(x) is 1.
  const positive = size < 6 ? 1 - exp(-x * x) * complementBeyondOne(size) : 1
  return x < 0 ? -positive : positive
}
