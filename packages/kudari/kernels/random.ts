/** Random numbers that follow from a seed and a place: the same however a tensor is cut. */
import { lanes } from './vector'

/** Numbers that float32 holds exactly: 2^24. */
const STEP: f64 = 1.0 / 16777216.0

/** A hash of 32 bits (Wellons 2018, "lowbias32"), as in ops/random.ts. */
// @ts-ignore: decorator
@inline function hash(bits: u32): u32 {
  let h = (bits ^ (bits >> 16)) * 0x7feb352d
  h = (h ^ (h >> 15)) * 0x846ca68b
  return h ^ (h >> 16)
}

// @ts-ignore: decorator
@inline function hashes(bits: v128): v128 {
  let h = i32x4.mul(v128.xor(bits, i32x4.shr_u(bits, 16)), i32x4.splat(0x7feb352d))
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(<i32>0x846ca68b))
  return v128.xor(h, i32x4.shr_u(h, 16))
}

/** y[i] = the number of the place `first + i`, from 0 to below 1. */
// @ts-ignore: decorator
@inline export function randomUniform<T>(seed: usize, y: usize, first: i32, count: i32): void {
  const start = hash(load<u32>(seed)) + <u32>first
  let places = i32x4.add(i32x4.splat(<i32>start), i32x4(0, 1, 2, 3))
  let i = 0
  for (; i + 4 <= count; i += 4) {
    const whole = i32x4.shr_u(hashes(places), 8)
    if (lanes<T>() == 4) v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(whole), f32x4.splat(<f32>STEP)))
    else {
      v128.store(y, f64x2.mul(f64x2.convert_low_i32x4_s(whole), f64x2.splat(STEP)))
      v128.store(y, f64x2.mul(f64x2.convert_low_i32x4_s(v128.shuffle<i64>(whole, whole, 1, 1)), f64x2.splat(STEP)), 16)
    }
    places = i32x4.add(places, i32x4.splat(4))
    y += 4 * sizeof<T>()
  }
  for (; i < count; i++) {
    store<T>(y, <T>(<f64>(hash(start + <u32>i) >> 8) * STEP))
    y += sizeof<T>()
  }
}
