/**
 * Exponentials of vectors, and what is made of them. x = k ln 2 + r with |r| <= ln(2) / 2, then a polynomial in r. float32
 * polynomials are those of S. Moshier's Cephes library; float64 ones are Taylor series, as in tensor/functions.ts.
 */
import { fma } from './vector'

/** Added to a number, these leave the nearest whole number in the lowest bits: 1.5 * 2^23, and 1.5 * 2^52. */
const WHOLE_32: f32 = 12582912
const WHOLE_64: f64 = 6755399441055744

/** value * 2^k for a whole number k, in two factors: also where the result is subnormal or infinite. */
// @ts-ignore: decorator
@inline function scaled32(value: v128, k: v128): v128 {
  const magic = f32x4.splat(WHOLE_32)
  const half = fma<f32>(k, f32x4.splat(0.5), magic)
  const rest = f32x4.add(f32x4.sub(k, f32x4.sub(half, magic)), magic)
  const bias = i32x4.splat(127)
  return f32x4.mul(f32x4.mul(value, i32x4.shl(i32x4.add(half, bias), 23)), i32x4.shl(i32x4.add(rest, bias), 23))
}

// @ts-ignore: decorator
@inline function scaled64(value: v128, k: v128): v128 {
  const magic = f64x2.splat(WHOLE_64)
  const half = fma<f64>(k, f64x2.splat(0.5), magic)
  const rest = f64x2.add(f64x2.sub(k, f64x2.sub(half, magic)), magic)
  const bias = i64x2.splat(1023)
  return f64x2.mul(f64x2.mul(value, i64x2.shl(i64x2.add(half, bias), 52)), i64x2.shl(i64x2.add(rest, bias), 52))
}

/** (exp(r) - 1 - r) / r^2. */
// @ts-ignore: decorator
@inline function tail32(r: v128): v128 {
  let p = f32x4.splat(1.9875691500e-4)
  p = fma<f32>(p, r, f32x4.splat(1.3981999507e-3))
  p = fma<f32>(p, r, f32x4.splat(8.3334519073e-3))
  p = fma<f32>(p, r, f32x4.splat(4.1665795894e-2))
  p = fma<f32>(p, r, f32x4.splat(1.6666665459e-1))
  return fma<f32>(p, r, f32x4.splat(5.0000001201e-1))
}

// @ts-ignore: decorator
@inline function tail64(r: v128): v128 {
  let p = f64x2.splat(1.1470745597729725e-11)
  p = fma<f64>(p, r, f64x2.splat(1.6059043836821613e-10))
  p = fma<f64>(p, r, f64x2.splat(2.08767569878681e-9))
  p = fma<f64>(p, r, f64x2.splat(2.505210838544172e-8))
  p = fma<f64>(p, r, f64x2.splat(2.755731922398589e-7))
  p = fma<f64>(p, r, f64x2.splat(0.0000027557319223985893))
  p = fma<f64>(p, r, f64x2.splat(0.0000248015873015873))
  p = fma<f64>(p, r, f64x2.splat(0.0001984126984126984))
  p = fma<f64>(p, r, f64x2.splat(0.001388888888888889))
  p = fma<f64>(p, r, f64x2.splat(0.008333333333333333))
  p = fma<f64>(p, r, f64x2.splat(0.041666666666666664))
  p = fma<f64>(p, r, f64x2.splat(0.16666666666666666))
  return fma<f64>(p, r, f64x2.splat(0.5))
}

// @ts-ignore: decorator
@inline function whole32(x: v128): v128 {
  const magic = f32x4.splat(WHOLE_32)
  return f32x4.sub(fma<f32>(x, f32x4.splat(1.44269504088896341), magic), magic)
}

// @ts-ignore: decorator
@inline function rest32(x: v128, k: v128): v128 {
  return fma<f32>(k, f32x4.splat(2.12194440e-4), fma<f32>(k, f32x4.splat(-0.693359375), x))
}

// @ts-ignore: decorator
@inline function whole64(x: v128): v128 {
  const magic = f64x2.splat(WHOLE_64)
  return f64x2.sub(fma<f64>(x, f64x2.splat(1.4426950408889634), magic), magic)
}

// @ts-ignore: decorator
@inline function rest64(x: v128, k: v128): v128 {
  return fma<f64>(k, f64x2.splat(-1.90821492927058770002e-10), fma<f64>(k, f64x2.splat(-0.693147180369123816490), x))
}

/** Beyond these the result is 0 or infinite all the same; NaN stays. */
// @ts-ignore: decorator
@inline function clamped32(x: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(90)), f32x4.splat(-110))
}

// @ts-ignore: decorator
@inline function clamped64(x: v128): v128 {
  return f64x2.pmax(f64x2.pmin(x, f64x2.splat(711)), f64x2.splat(-760))
}

// @ts-ignore: decorator
@inline export function exp32(value: v128): v128 {
  const x = clamped32(value)
  const k = whole32(x)
  const r = rest32(x, k)
  const y = f32x4.add(f32x4.splat(1), fma<f32>(f32x4.mul(r, r), tail32(r), r))
  return scaled32(y, k)
}

// @ts-ignore: decorator
@inline export function exp64(value: v128): v128 {
  const x = clamped64(value)
  const k = whole64(x)
  const r = rest64(x, k)
  const y = f64x2.add(f64x2.splat(1), fma<f64>(f64x2.mul(r, r), tail64(r), r))
  return scaled64(y, k)
}

/** exp(x) - 1 = 2^k (exp(r) - 1) + (2^k - 1): exact for small x. The sign of 0 stays. */
// @ts-ignore: decorator
@inline export function expm1_32(value: v128): v128 {
  const x = clamped32(value)
  const k = whole32(x)
  const r = rest32(x, k)
  const p = fma<f32>(f32x4.mul(r, r), tail32(r), r)
  // 2^128 is no float32; where k is 128 the 1 is lost in any case.
  const isLarge = f32x4.gt(k, f32x4.splat(100))
  const power = scaled32(f32x4.splat(1), f32x4.pmin(k, f32x4.splat(100)))
  const y = fma<f32>(p, power, f32x4.sub(power, f32x4.splat(1)))
  const large = scaled32(f32x4.add(p, f32x4.splat(1)), k)
  return v128.bitselect(value, v128.bitselect(large, y, isLarge), f32x4.eq(value, f32x4.splat(0)))
}

// @ts-ignore: decorator
@inline export function expm1_64(value: v128): v128 {
  const x = clamped64(value)
  const k = whole64(x)
  const r = rest64(x, k)
  const p = fma<f64>(f64x2.mul(r, r), tail64(r), r)
  const isLarge = f64x2.gt(k, f64x2.splat(1000))
  const power = scaled64(f64x2.splat(1), f64x2.pmin(k, f64x2.splat(1000)))
  const y = fma<f64>(p, power, f64x2.sub(power, f64x2.splat(1)))
  const large = scaled64(f64x2.add(p, f64x2.splat(1)), k)
  return v128.bitselect(value, v128.bitselect(large, y, isLarge), f64x2.eq(value, f64x2.splat(0)))
}

/** 1 / (1 + exp(-u)), by way of exp(-|u|), which never overflows. */
// @ts-ignore: decorator
@inline export function sigmoid32(u: v128): v128 {
  const e = exp32(f32x4.neg(f32x4.abs(u)))
  const one = f32x4.splat(1)
  const q = f32x4.div(v128.bitselect(e, one, f32x4.lt(u, f32x4.splat(0))), f32x4.add(one, e))
  // For small e, where rounding 1 + e would cost a third unit: e / (1 + e) = e - e (e / (1 + e)).
  const small = fma<f32>(f32x4.neg(e), q, e)
  return v128.bitselect(small, q, f32x4.lt(u, f32x4.splat(-1.2)))
}

// @ts-ignore: decorator
@inline export function sigmoid64(u: v128): v128 {
  const e = exp64(f64x2.neg(f64x2.abs(u)))
  const one = f64x2.splat(1)
  return f64x2.div(v128.bitselect(e, one, f64x2.lt(u, f64x2.splat(0))), f64x2.add(one, e))
}

/** A polynomial near 0, 1 - 2 / (exp(2|x|) + 1) elsewhere. */
// @ts-ignore: decorator
@inline export function tanh32(x: v128): v128 {
  const size = f32x4.abs(x)
  const z = f32x4.mul(x, x)
  let p = f32x4.splat(-5.70498872745e-3)
  p = fma<f32>(p, z, f32x4.splat(2.06390887954e-2))
  p = fma<f32>(p, z, f32x4.splat(-5.37397155531e-2))
  p = fma<f32>(p, z, f32x4.splat(1.33314422036e-1))
  p = fma<f32>(p, z, f32x4.splat(-3.33332819422e-1))
  const small = fma<f32>(f32x4.mul(p, z), size, size)
  const e = exp32(f32x4.add(size, size))
  const large = f32x4.sub(f32x4.splat(1), f32x4.div(f32x4.splat(2), f32x4.add(e, f32x4.splat(1))))
  const positive = v128.bitselect(small, large, f32x4.lt(size, f32x4.splat(0.625)))
  return v128.or(positive, v128.and(x, i32x4.splat(<i32>0x80000000)))
}

/** -t / (2 + t) with t = exp(-2|x|) - 1. */
// @ts-ignore: decorator
@inline export function tanh64(x: v128): v128 {
  const t = expm1_64(f64x2.mul(f64x2.abs(x), f64x2.splat(-2)))
  const positive = f64x2.div(f64x2.neg(t), f64x2.add(f64x2.splat(2), t))
  return v128.or(f64x2.abs(positive), v128.and(x, i64x2.splat(<i64>0x8000000000000000)))
}
