/**
 * Logarithms of vectors: x = m 2^k with m from sqrt(1/2) to sqrt(2), then a series in f = m - 1. The float32 polynomial is that
 * of S. Moshier's Cephes library; float64 uses the series of tensor/functions.ts.
 */
import { exp32, exp64 } from './exponential'
import { fma } from './vector'

const LN2_HIGH_32: f32 = 0.693359375
const LN2_LOW_32: f32 = -2.12194440e-4
const LN2_HIGH_64: f64 = 0.693147180369123816490
const LN2_LOW_64: f64 = 1.90821492927058770002e-10

/** log(1 + f) for f from sqrt(1/2) - 1 to sqrt(2) - 1, plus k ln 2. */
// @ts-ignore: decorator
@inline function series32(f: v128, k: v128): v128 {
  const z = f32x4.mul(f, f)
  let p = f32x4.splat(7.0376836292e-2)
  p = fma<f32>(p, f, f32x4.splat(-1.1514610310e-1))
  p = fma<f32>(p, f, f32x4.splat(1.1676998740e-1))
  p = fma<f32>(p, f, f32x4.splat(-1.2420140846e-1))
  p = fma<f32>(p, f, f32x4.splat(1.4249322787e-1))
  p = fma<f32>(p, f, f32x4.splat(-1.6668057665e-1))
  p = fma<f32>(p, f, f32x4.splat(2.0000714765e-1))
  p = fma<f32>(p, f, f32x4.splat(-2.4999993993e-1))
  p = fma<f32>(p, f, f32x4.splat(3.3333331174e-1))
  let y = fma<f32>(k, f32x4.splat(LN2_LOW_32), f32x4.mul(f32x4.mul(p, f), z))
  y = fma<f32>(z, f32x4.splat(-0.5), y)
  return fma<f32>(k, f32x4.splat(LN2_HIGH_32), f32x4.add(f, y))
}

// @ts-ignore: decorator
@inline function series64(f: v128, k: v128): v128 {
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f))
  const z = f64x2.mul(s, s)
  let p = f64x2.splat(2.0 / 25.0)
  p = fma<f64>(p, z, f64x2.splat(2.0 / 23.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 21.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 19.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 17.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 15.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 13.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 11.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 9.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 7.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 5.0))
  p = fma<f64>(p, z, f64x2.splat(2.0 / 3.0))
  // log(1 + f) = f - (f^2/2 - s (f^2/2 + s^2 p)): the small terms are added first.
  const half = f64x2.mul(f64x2.mul(f, f), f64x2.splat(0.5))
  const small = fma<f64>(s, fma<f64>(z, p, half), f64x2.mul(k, f64x2.splat(LN2_LOW_64)))
  return fma<f64>(k, f64x2.splat(LN2_HIGH_64), f64x2.sub(f, f64x2.sub(half, small)))
}

/** The whole k (as floats) of u = m 2^k, for positive normal u. */
// @ts-ignore: decorator
@inline function exponent32(u: v128): v128 {
  // One more where m would be above sqrt(2): adding the distance of its bits to those of 2 carries over into the exponent.
  const moved = i32x4.add(u, i32x4.splat(0x3f800000 - 0x3f3504f3))
  return i32x4.sub(i32x4.shr_u(moved, 23), i32x4.splat(127))
}

// @ts-ignore: decorator
@inline function exponent64(u: v128): v128 {
  const moved = i64x2.add(u, i64x2.splat(0x3ff0000000000000 - 0x3fe6a09e667f3bcd))
  return i64x2.sub(i64x2.shr_u(moved, 52), i64x2.splat(1023))
}

// @ts-ignore: decorator
@inline function floats64(whole: v128): v128 {
  return f64x2.convert_low_i32x4_s(v128.shuffle<i32>(whole, whole, 0, 2, 0, 2))
}

/** What the series does not know: log(0), logarithms of negative numbers, of infinity, of NaN. */
// @ts-ignore: decorator
@inline function special32(x: v128, result: v128): v128 {
  const zero = f32x4.splat(0)
  let y = v128.bitselect(f32x4.splat(-Infinity), result, f32x4.eq(x, zero))
  y = v128.bitselect(f32x4.splat(NaN), y, v128.not(f32x4.ge(x, zero)))
  return v128.bitselect(x, y, f32x4.eq(x, f32x4.splat(Infinity)))
}

// @ts-ignore: decorator
@inline function special64(x: v128, result: v128): v128 {
  const zero = f64x2.splat(0)
  let y = v128.bitselect(f64x2.splat(-Infinity), result, f64x2.eq(x, zero))
  y = v128.bitselect(f64x2.splat(NaN), y, v128.not(f64x2.ge(x, zero)))
  return v128.bitselect(x, y, f64x2.eq(x, f64x2.splat(Infinity)))
}

// @ts-ignore: decorator
@inline export function log32(x: v128): v128 {
  // 2^25: subnormal numbers become normal ones.
  const isSmall = f32x4.lt(x, f32x4.splat(1.17549435e-38))
  const u = v128.bitselect(f32x4.mul(x, f32x4.splat(33554432)), x, isSmall)
  const k = exponent32(u)
  const m = i32x4.sub(u, i32x4.shl(k, 23))
  const whole = f32x4.sub(f32x4.convert_i32x4_s(k), v128.and(isSmall, f32x4.splat(25)))
  return special32(x, series32(f32x4.sub(m, f32x4.splat(1)), whole))
}

/** The mantissa minus 1, and the exponent, of float64. */
// @ts-ignore: decorator
@inline export function log64(x: v128): v128 {
  const isSmall = f64x2.lt(x, f64x2.splat(2.2250738585072014e-308))
  const u = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, isSmall)
  const k = exponent64(u)
  const m = i64x2.sub(u, i64x2.shl(k, 52))
  const whole = f64x2.sub(floats64(k), v128.and(isSmall, f64x2.splat(54)))
  return special64(x, series64(f64x2.sub(m, f64x2.splat(1)), whole))
}

/** log(1 + x): what 1 + x lacks is given back to the series, so that small x are exact. */
// @ts-ignore: decorator
@inline export function log1p_32(x: v128): v128 {
  const one = f32x4.splat(1)
  const u = f32x4.add(one, x)
  const lost = v128.bitselect(f32x4.sub(one, f32x4.sub(u, x)), f32x4.sub(x, f32x4.sub(u, one)), f32x4.ge(x, one))
  const k = exponent32(u)
  const shift = i32x4.shl(k, 23)
  const f = f32x4.add(f32x4.sub(i32x4.sub(u, shift), one), f32x4.mul(lost, i32x4.sub(i32x4.splat(0x3f800000), shift)))
  // 2^-k of the largest k is subnormal and its bits are wrong, but then nothing is lost that could be seen.
  const safe = v128.bitselect(f32x4.sub(i32x4.sub(u, shift), one), f, f32x4.gt(x, f32x4.splat(1e30)))
  const y = special32(u, series32(safe, f32x4.convert_i32x4_s(k)))
  return v128.bitselect(x, y, f32x4.eq(x, f32x4.splat(0)))
}

// @ts-ignore: decorator
@inline export function log1p_64(x: v128): v128 {
  const one = f64x2.splat(1)
  const u = f64x2.add(one, x)
  const lost = v128.bitselect(f64x2.sub(one, f64x2.sub(u, x)), f64x2.sub(x, f64x2.sub(u, one)), f64x2.ge(x, one))
  const k = exponent64(u)
  const shift = i64x2.shl(k, 52)
  const f = f64x2.add(f64x2.sub(i64x2.sub(u, shift), one), f64x2.mul(lost, i64x2.sub(i64x2.splat(0x3ff0000000000000), shift)))
  const safe = v128.bitselect(f64x2.sub(i64x2.sub(u, shift), one), f, f64x2.gt(x, f64x2.splat(1e300)))
  const y = special64(u, series64(safe, floats64(k)))
  return v128.bitselect(x, y, f64x2.eq(x, f64x2.splat(0)))
}

/** log2(x) = k + log(m) / ln 2: exact for powers of 2. */
// @ts-ignore: decorator
@inline export function log2_32(x: v128): v128 {
  // In float64, of which the result is the nearest float32.
  const low = log2_64(f64x2.promote_low_f32x4(x))
  const high = log2_64(f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1)))
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2)
}

// @ts-ignore: decorator
@inline export function log2_64(x: v128): v128 {
  const isSmall = f64x2.lt(x, f64x2.splat(2.2250738585072014e-308))
  const u = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, isSmall)
  const k = exponent64(u)
  const m = i64x2.sub(u, i64x2.shl(k, 52))
  const whole = f64x2.sub(floats64(k), v128.and(isSmall, f64x2.splat(54)))
  const part = series64(f64x2.sub(m, f64x2.splat(1)), f64x2.splat(0))
  return special64(x, fma<f64>(part, f64x2.splat(1.4426950408889634), whole))
}

// @ts-ignore: decorator
@inline export function log10_32(x: v128): v128 {
  const factor = f64x2.splat(0.4342944819032518)
  const low = f64x2.mul(log64(f64x2.promote_low_f32x4(x)), factor)
  const high = f64x2.mul(log64(f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1))), factor)
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2)
}

// @ts-ignore: decorator
@inline export function log10_64(x: v128): v128 {
  return f64x2.mul(log64(x), f64x2.splat(0.4342944819032518))
}

/** log(1 + exp(u)) = max(u, 0) + log(1 + exp(-|u|)): 1 + exp(-|u|) is between 1 and 2. */
// @ts-ignore: decorator
@inline export function softplus32(u: v128): v128 {
  const e = exp32(f32x4.neg(f32x4.abs(u)))
  // From sqrt(2) on, half of it: k is 1 there, and what 1 + e lacks is halved too.
  const one = f32x4.splat(1)
  const isUpper = f32x4.gt(e, f32x4.splat(0.41421356))
  const f = v128.bitselect(f32x4.mul(f32x4.sub(e, one), f32x4.splat(0.5)), e, isUpper)
  return f32x4.add(f32x4.pmax(u, f32x4.splat(0)), series32(f, v128.and(isUpper, one)))
}

// @ts-ignore: decorator
@inline export function softplus64(u: v128): v128 {
  const e = exp64(f64x2.neg(f64x2.abs(u)))
  const one = f64x2.splat(1)
  const isUpper = f64x2.gt(e, f64x2.splat(0.4142135623730951))
  const f = v128.bitselect(f64x2.mul(f64x2.sub(e, one), f64x2.splat(0.5)), e, isUpper)
  return f64x2.add(f64x2.pmax(u, f64x2.splat(0)), series64(f, v128.and(isUpper, one)))
}
