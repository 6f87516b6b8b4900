/** The error function of vectors: a polynomial up to 1, beyond it 1 - exp(-x^2) times one; scripts/golden-erf.py prints both. */
import { exp32, exp64 } from './exponential'
import { fma } from './vector'

/** erf(x) / x - 1 for |x| up to 1, in z = x^2. */
// @ts-ignore: decorator
@inline function nearZero32(z: v128): v128 {
  let p = f32x4.splat(7.875875062685488e-5)
  p = fma<f32>(p, z, f32x4.splat(-0.000801686428716587))
  p = fma<f32>(p, z, f32x4.splat(0.005189087423433974))
  p = fma<f32>(p, z, f32x4.splat(-0.026854212010626412))
  p = fma<f32>(p, z, f32x4.splat(0.11283594715160218))
  p = fma<f32>(p, z, f32x4.splat(-0.37612626666720334))
  return fma<f32>(p, z, f32x4.splat(0.12837916584835093))
}

/** (1 - erf(x)) exp(x^2) for x from 1 to 4, in u = (x - 2.5) / (x + 2.5). */
// @ts-ignore: decorator
@inline function beyondOne32(u: v128): v128 {
  let p = f32x4.splat(-0.0031158498090332614)
  p = fma<f32>(p, u, f32x4.splat(-0.003986350313803165))
  p = fma<f32>(p, u, f32x4.splat(0.03996438660515563))
  p = fma<f32>(p, u, f32x4.splat(-0.12503018126629356))
  p = fma<f32>(p, u, f32x4.splat(0.25171221650607745))
  p = fma<f32>(p, u, f32x4.splat(-0.3717367847149471))
  return fma<f32>(p, u, f32x4.splat(0.21080636780144338))
}

/** erf(x) / x - 1 for |x| up to 1, in z = x^2. */
// @ts-ignore: decorator
@inline function nearZero64(z: v128): v128 {
  let p = f64x2.splat(5.957176147748911e-11)
  p = fma<f64>(p, z, f64x2.splat(-1.1372848856791674e-9))
  p = fma<f64>(p, z, f64x2.splat(1.4659775274047436e-8))
  p = fma<f64>(p, z, f64x2.splat(-1.6350312701054695e-7))
  p = fma<f64>(p, z, f64x2.splat(1.6461000484121368e-6))
  p = fma<f64>(p, z, f64x2.splat(-0.000014925595266831182))
  p = fma<f64>(p, z, f64x2.splat(0.0001205533111164271))
  p = fma<f64>(p, z, f64x2.splat(-0.000854832698083379))
  p = fma<f64>(p, z, f64x2.splat(0.0052239776248180145))
  p = fma<f64>(p, z, f64x2.splat(-0.026866170645076792))
  p = fma<f64>(p, z, f64x2.splat(0.11283791670954879))
  p = fma<f64>(p, z, f64x2.splat(-0.3761263890318375))
  return fma<f64>(p, z, f64x2.splat(0.1283791670955126))
}

/** (1 - erf(x)) exp(x^2) for x from 1 to 6, in u = (x - 2.5) / (x + 2.5). */
// @ts-ignore: decorator
@inline function beyondOne64(u: v128): v128 {
  let p = f64x2.splat(8.134380709229634e-8)
  p = fma<f64>(p, u, f64x2.splat(-1.5625258507743158e-6))
  p = fma<f64>(p, u, f64x2.splat(-2.2842173094341345e-6))
  p = fma<f64>(p, u, f64x2.splat(7.48480117852628e-6))
  p = fma<f64>(p, u, f64x2.splat(0.000018609712314617464))
  p = fma<f64>(p, u, f64x2.splat(-0.000034172229273553035))
  p = fma<f64>(p, u, f64x2.splat(-0.00012887649615317198))
  p = fma<f64>(p, u, f64x2.splat(0.00022837955896605415))
  p = fma<f64>(p, u, f64x2.splat(0.0008759154019168855))
  p = fma<f64>(p, u, f64x2.splat(-0.002642365927759658))
  p = fma<f64>(p, u, f64x2.splat(-0.0039937011641469865))
  p = fma<f64>(p, u, f64x2.splat(0.0399225390747838))
  p = fma<f64>(p, u, f64x2.splat(-0.12503305237885554))
  p = fma<f64>(p, u, f64x2.splat(0.251713193217456))
  p = fma<f64>(p, u, f64x2.splat(-0.3717367339489732))
  return fma<f64>(p, u, f64x2.splat(0.21080636406114356))
}

/** From 4 on the nearest float32 is 1. */
// @ts-ignore: decorator
@inline export function erf32(x: v128): v128 {
  const size = f32x4.pmin(f32x4.abs(x), f32x4.splat(4))
  const z = f32x4.mul(size, size)
  const near = fma<f32>(x, nearZero32(z), x)
  const middle = f32x4.splat(2.5)
  const u = f32x4.div(f32x4.sub(size, middle), f32x4.add(size, middle))
  const far = f32x4.sub(f32x4.splat(1), f32x4.mul(exp32(f32x4.neg(z)), beyondOne32(u)))
  const signed = v128.or(far, v128.and(x, i32x4.splat(<i32>0x80000000)))
  return v128.bitselect(signed, near, f32x4.gt(size, f32x4.splat(1)))
}

/** From 6 on the nearest float64 is 1. */
// @ts-ignore: decorator
@inline export function erf64(x: v128): v128 {
  const size = f64x2.pmin(f64x2.abs(x), f64x2.splat(6))
  const z = f64x2.mul(size, size)
  const near = fma<f64>(x, nearZero64(z), x)
  const middle = f64x2.splat(2.5)
  const u = f64x2.div(f64x2.sub(size, middle), f64x2.add(size, middle))
  const far = f64x2.sub(f64x2.splat(1), f64x2.mul(exp64(f64x2.neg(z)), beyondOne64(u)))
  const signed = v128.or(far, v128.and(x, i64x2.splat(<i64>0x8000000000000000)))
  return v128.bitselect(signed, near, f64x2.gt(size, f64x2.splat(1)))
}
