/** What all kernels share: vectors of 16 bytes, and the product that is added without rounding in between. */

/** How many numbers a vector holds. */
// @ts-ignore: decorator
@inline export function lanes<T>(): i32 {
  return 16 / <i32>sizeof<T>()
}

/** a * b + c: rounded once where the build uses the processor's fused instruction, twice in the other build. */
// @ts-ignore: decorator
@inline export function fma<T>(a: v128, b: v128, c: v128): v128 {
  return USE_FMA ? v128.relaxed_madd<T>(a, b, c) : v128.add<T>(v128.mul<T>(a, b), c)
}

/** One number in every lane, read from memory. */
// @ts-ignore: decorator
@inline export function loadSplat<T>(at: usize, offset: usize = 0): v128 {
  return sizeof<T>() == 4 ? v128.load32_splat(at + offset) : v128.load64_splat(at + offset)
}

/** The sum of the lanes, always in the same order: (first + third) + (second + fourth). */
// @ts-ignore: decorator
@inline export function laneSum<T>(v: v128): T {
  if (sizeof<T>() == 8) return <T>(f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1))
  const low = f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 2)
  const high = f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 3)
  return <T>(low + high)
}
