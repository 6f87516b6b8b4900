/** Softmax and the logarithm of a sum of exponentials, row by row. */
import { exp32, exp64 } from './exponential'
import { log32, log64 } from './logarithm'
import { laneSum, lanes } from './vector'

// @ts-ignore: decorator
@inline function expOf<T>(x: v128): v128 {
  return sizeof<T>() == 4 ? exp32(x) : exp64(x)
}

// @ts-ignore: decorator
@inline function firstLane<T>(v: v128): T {
  return sizeof<T>() == 4 ? <T>f32x4.extract_lane(v, 0) : <T>f64x2.extract_lane(v, 0)
}

/** The largest number of a row; NaN if there is one. */
// @ts-ignore: decorator
@inline function largest<T>(x: usize, columns: i32): T {
  let most = <T>-Infinity
  let j = 0
  if (columns >= lanes<T>()) {
    let mosts = v128.load(x)
    for (j = lanes<T>(); j + lanes<T>() <= columns; j += lanes<T>()) mosts = v128.max<T>(mosts, v128.load(x + <usize>j * sizeof<T>()))
    most = firstLane<T>(mosts)
    for (let lane = 1; lane < lanes<T>(); lane++) {
      mosts = sizeof<T>() == 4 ? v128.shuffle<i32>(mosts, mosts, 1, 2, 3, 0) : v128.shuffle<i64>(mosts, mosts, 1, 0)
      most = max<T>(most, firstLane<T>(mosts))
    }
  }
  for (; j < columns; j++) most = max<T>(most, load<T>(x + <usize>j * sizeof<T>()))
  return most
}

/** The sum of exp(x - largest); the exponentials are kept at `y` unless it is 0. */
// @ts-ignore: decorator
@inline function powers<T>(x: usize, y: usize, columns: i32, most: T): T {
  const whole = columns - columns % lanes<T>()
  const shift = v128.splat<T>(most)
  let sums = v128.splat<T>(<T>0)
  let j = 0
  for (; j < whole; j += lanes<T>()) {
    const at = <usize>j * sizeof<T>()
    const e = expOf<T>(v128.sub<T>(v128.load(x + at), shift))
    if (y) v128.store(y + at, e)
    sums = v128.add<T>(sums, e)
  }
  let sum = laneSum<T>(sums)
  for (; j < columns; j++) {
    const at = <usize>j * sizeof<T>()
    const e = firstLane<T>(expOf<T>(v128.splat<T>(<T>(load<T>(x + at) - most))))
    if (y) store<T>(y + at, e)
    sum = <T>(sum + e)
  }
  return sum
}

// @ts-ignore: decorator
@inline export function softmax<T>(x: usize, y: usize, rows: i32, columns: i32): void {
  const step = <usize>columns * sizeof<T>()
  for (let i = 0; i < rows; i++) {
    const sum = powers<T>(x, y, columns, largest<T>(x, columns))
    const by = v128.splat<T>(sum)
    let j = 0
    for (; j + lanes<T>() <= columns; j += lanes<T>()) {
      const at = y + <usize>j * sizeof<T>()
      v128.store(at, v128.div<T>(v128.load(at), by))
    }
    for (; j < columns; j++) {
      const at = y + <usize>j * sizeof<T>()
      store<T>(at, <T>(load<T>(at) / sum))
    }
    x += step
    y += step
  }
}

/** An infinite or undefined largest number is the result itself. */
// @ts-ignore: decorator
@inline export function logSumExp<T>(x: usize, y: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) {
    const most = largest<T>(x, columns)
    let result = most
    if (isFinite<T>(most)) {
      const sum = v128.splat<T>(powers<T>(x, 0, columns, most))
      result = <T>(most + firstLane<T>(sizeof<T>() == 4 ? log32(sum) : log64(sum)))
    }
    store<T>(y, result)
    x += <usize>columns * sizeof<T>()
    y += sizeof<T>()
  }
}
