/** Sums along rows, down columns, and of the parts that tiles gave. */
import { laneSum, lanes } from './vector'

/** y[i] = sum over j of x[i, j]. */
// @ts-ignore: decorator
@inline export function rowSums<T>(x: usize, y: usize, rows: i32, columns: i32): void {
  const size: usize = sizeof<T>()
  const whole = columns - columns % lanes<T>()
  const end = <usize>whole * size
  for (let i = 0; i < rows; i++) {
    let s0 = v128.splat<T>(<T>0), s1 = s0
    let k: usize = 0
    for (; k + 32 <= end; k += 32) {
      s0 = v128.add<T>(s0, v128.load(x + k))
      s1 = v128.add<T>(s1, v128.load(x + k, 16))
    }
    if (k < end) s0 = v128.add<T>(s0, v128.load(x + k))
    let sum = laneSum<T>(v128.add<T>(s0, s1))
    for (let j = whole; j < columns; j++) sum = <T>(sum + load<T>(x + <usize>j * size))
    store<T>(y, sum)
    x += <usize>columns * size
    y += size
  }
}

/** y[j] = sum over i of x[i, j], even and odd rows apart. */
// @ts-ignore: decorator
@inline export function columnSums<T>(x: usize, xRow: i32, y: usize, rows: i32, columns: i32): void {
  const size: usize = sizeof<T>()
  const step = <usize>xRow * size
  let j = 0
  for (; j + 4 * lanes<T>() <= columns; j += 4 * lanes<T>()) {
    let e0 = v128.splat<T>(<T>0), e1 = e0, e2 = e0, e3 = e0, o0 = e0, o1 = e0, o2 = e0, o3 = e0
    let at = x + <usize>j * size
    let i = 0
    for (; i + 2 <= rows; i += 2) {
      const next = at + step
      e0 = v128.add<T>(e0, v128.load(at))
      e1 = v128.add<T>(e1, v128.load(at, 16))
      e2 = v128.add<T>(e2, v128.load(at, 32))
      e3 = v128.add<T>(e3, v128.load(at, 48))
      o0 = v128.add<T>(o0, v128.load(next))
      o1 = v128.add<T>(o1, v128.load(next, 16))
      o2 = v128.add<T>(o2, v128.load(next, 32))
      o3 = v128.add<T>(o3, v128.load(next, 48))
      at = next + step
    }
    if (i < rows) {
      e0 = v128.add<T>(e0, v128.load(at))
      e1 = v128.add<T>(e1, v128.load(at, 16))
      e2 = v128.add<T>(e2, v128.load(at, 32))
      e3 = v128.add<T>(e3, v128.load(at, 48))
    }
    const to = y + <usize>j * size
    v128.store(to, v128.add<T>(e0, o0))
    v128.store(to, v128.add<T>(e1, o1), 16)
    v128.store(to, v128.add<T>(e2, o2), 32)
    v128.store(to, v128.add<T>(e3, o3), 48)
  }
  for (; j + lanes<T>() <= columns; j += lanes<T>()) {
    let sum = v128.splat<T>(<T>0)
    for (let i = 0; i < rows; i++) sum = v128.add<T>(sum, v128.load(x + <usize>i * step + <usize>j * size))
    v128.store(y + <usize>j * size, sum)
  }
  for (; j < columns; j++) {
    let sum: f64 = 0
    for (let i = 0; i < rows; i++) sum += <f64>load<T>(x + <usize>i * step + <usize>j * size)
    store<T>(y + <usize>j * size, <T>sum)
  }
}

/** y[b, j] = sum over i of x[b, i, j]. */
// @ts-ignore: decorator
@inline export function blockSums<T>(x: usize, y: usize, blocks: i32, rows: i32, columns: i32): void {
  const step = <usize>columns * sizeof<T>()
  for (let b = 0; b < blocks; b++) {
    columnSums<T>(x, columns, y, rows, columns)
    x += <usize>rows * step
    y += step
  }
}

/** Two numbers from memory as float64: pair by pair. */
// @ts-ignore: decorator
@inline function two<T>(at: usize, pair: usize): v128 {
  return sizeof<T>() == 4 ? f64x2.promote_low_f32x4(v128.load64_zero(at + pair * 8)) : v128.load(at + pair * 16)
}

// @ts-ignore: decorator
@inline function storeTwo<T>(at: usize, pair: usize, numbers: v128): void {
  if (sizeof<T>() == 4) v128.store64_lane(at + pair * 8, f32x4.demote_f64x2_zero(numbers), 0)
  else v128.store(at + pair * 16, numbers)
}

/** y[i] = (sum over c of parts[c * stride + i]) / divisor, in float64, the parts in order. */
// @ts-ignore: decorator
@inline export function addPartials<T>(parts: usize, count: i32, stride: i32, y: usize, size: i32, divisor: f64): void {
  const bytes: usize = sizeof<T>()
  const step = <usize>stride * bytes
  const by = f64x2.splat(divisor)
  let i = 0
  for (; i + 8 <= size; i += 8) {
    let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0
    let at = parts + <usize>i * bytes
    for (let c = 0; c < count; c++) {
      s0 = f64x2.add(s0, two<T>(at, 0))
      s1 = f64x2.add(s1, two<T>(at, 1))
      s2 = f64x2.add(s2, two<T>(at, 2))
      s3 = f64x2.add(s3, two<T>(at, 3))
      at += step
    }
    const to = y + <usize>i * bytes
    storeTwo<T>(to, 0, f64x2.div(s0, by))
    storeTwo<T>(to, 1, f64x2.div(s1, by))
    storeTwo<T>(to, 2, f64x2.div(s2, by))
    storeTwo<T>(to, 3, f64x2.div(s3, by))
  }
  for (; i + 2 <= size; i += 2) {
    let sum = f64x2.splat(0)
    let at = parts + <usize>i * bytes
    for (let c = 0; c < count; c++) {
      sum = f64x2.add(sum, two<T>(at, 0))
      at += step
    }
    storeTwo<T>(y + <usize>i * bytes, 0, f64x2.div(sum, by))
  }
  if (i < size) {
    let sum: f64 = 0
    for (let c = 0; c < count; c++) sum += <f64>load<T>(parts + <usize>i * bytes + <usize>c * step)
    store<T>(y + <usize>i * bytes, <T>(sum / divisor))
  }
}
