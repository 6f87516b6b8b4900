/** Products of a matrix with a vector: the talk's `x @ w` and `x.T @ yd`. */
import { fma, laneSum, lanes, loadSplat } from './vector'

/** The products of the terms that fill no vector, added one by one. */
// @ts-ignore: decorator
@inline function withRest<T>(sum: T, x: usize, w: usize, from: i32, depth: i32): T {
  for (let k = from; k < depth; k++) sum = <T>(sum + load<T>(x + <usize>k * sizeof<T>()) * load<T>(w + <usize>k * sizeof<T>()))
  return sum
}

/** y[i] = sum over k of x[i, k] w[k]. The order of the terms depends on `depth` alone. */
// @ts-ignore: decorator
@inline export function rowsDot<T>(x: usize, xRow: i32, w: usize, y: usize, rows: i32, depth: i32): void {
  const size: usize = sizeof<T>()
  const step = <usize>xRow * size
  const whole = depth - depth % lanes<T>()
  const end = <usize>whole * size
  let i = 0
  for (; i + 4 <= rows; i += 4) {
    const x1 = x + step, x2 = x1 + step, x3 = x2 + step
    let s0 = v128.splat<T>(<T>0), s1 = s0, s2 = s0, s3 = s0
    for (let k: usize = 0; k < end; k += 16) {
      const v = v128.load(w + k)
      s0 = fma<T>(v128.load(x + k), v, s0)
      s1 = fma<T>(v128.load(x1 + k), v, s1)
      s2 = fma<T>(v128.load(x2 + k), v, s2)
      s3 = fma<T>(v128.load(x3 + k), v, s3)
    }
    if (sizeof<T>() == 4) {
      // The lane sums of four rows at once, in the order of laneSum.
      const t01 = f32x4.add(v128.shuffle<i32>(s0, s1, 0, 1, 4, 5), v128.shuffle<i32>(s0, s1, 2, 3, 6, 7))
      const t23 = f32x4.add(v128.shuffle<i32>(s2, s3, 0, 1, 4, 5), v128.shuffle<i32>(s2, s3, 2, 3, 6, 7))
      v128.store(y, f32x4.add(v128.shuffle<i32>(t01, t23, 0, 2, 4, 6), v128.shuffle<i32>(t01, t23, 1, 3, 5, 7)))
    } else {
      v128.store(y, f64x2.add(v128.shuffle<i64>(s0, s1, 0, 2), v128.shuffle<i64>(s0, s1, 1, 3)))
      v128.store(y, f64x2.add(v128.shuffle<i64>(s2, s3, 0, 2), v128.shuffle<i64>(s2, s3, 1, 3)), 16)
    }
    if (whole < depth) {
      store<T>(y, withRest<T>(load<T>(y), x, w, whole, depth))
      store<T>(y + size, withRest<T>(load<T>(y + size), x1, w, whole, depth))
      store<T>(y + 2 * size, withRest<T>(load<T>(y + 2 * size), x2, w, whole, depth))
      store<T>(y + 3 * size, withRest<T>(load<T>(y + 3 * size), x3, w, whole, depth))
    }
    x = x3 + step
    y += 4 * size
  }
  for (; i < rows; i++) {
    let s = v128.splat<T>(<T>0)
    for (let k: usize = 0; k < end; k += 16) s = fma<T>(v128.load(x + k), v128.load(w + k), s)
    store<T>(y, withRest<T>(laneSum<T>(s), x, w, whole, depth))
    x += step
    y += size
  }
}

// @ts-ignore: decorator
@inline function storeSum<T>(y: usize, sum: v128, accumulate: i32): void {
  v128.store(y, accumulate ? v128.add<T>(v128.load(y), sum) : sum)
}

/** Five vectors of columns: y[j] = sum over i of v[i] x[i, j], even and odd rows apart. */
function combineFive<T>(x: usize, step: usize, v: usize, y: usize, rows: i32, accumulate: i32): void {
  const size: usize = sizeof<T>()
  let e0 = v128.splat<T>(<T>0), e1 = e0, e2 = e0, e3 = e0, e4 = e0, o0 = e0, o1 = e0, o2 = e0, o3 = e0, o4 = e0
  let i = 0
  for (; i + 2 <= rows; i += 2) {
    let f = loadSplat<T>(v)
    e0 = fma<T>(f, v128.load(x), e0)
    e1 = fma<T>(f, v128.load(x, 16), e1)
    e2 = fma<T>(f, v128.load(x, 32), e2)
    e3 = fma<T>(f, v128.load(x, 48), e3)
    e4 = fma<T>(f, v128.load(x, 64), e4)
    x += step
    f = loadSplat<T>(v, size)
    o0 = fma<T>(f, v128.load(x), o0)
    o1 = fma<T>(f, v128.load(x, 16), o1)
    o2 = fma<T>(f, v128.load(x, 32), o2)
    o3 = fma<T>(f, v128.load(x, 48), o3)
    o4 = fma<T>(f, v128.load(x, 64), o4)
    x += step
    v += 2 * size
  }
  if (i < rows) {
    const f = loadSplat<T>(v)
    e0 = fma<T>(f, v128.load(x), e0)
    e1 = fma<T>(f, v128.load(x, 16), e1)
    e2 = fma<T>(f, v128.load(x, 32), e2)
    e3 = fma<T>(f, v128.load(x, 48), e3)
    e4 = fma<T>(f, v128.load(x, 64), e4)
  }
  storeSum<T>(y, v128.add<T>(e0, o0), accumulate)
  storeSum<T>(y + 16, v128.add<T>(e1, o1), accumulate)
  storeSum<T>(y + 32, v128.add<T>(e2, o2), accumulate)
  storeSum<T>(y + 48, v128.add<T>(e3, o3), accumulate)
  storeSum<T>(y + 64, v128.add<T>(e4, o4), accumulate)
}

/** One vector of columns, every fourth row apart. */
function combineOne<T>(x: usize, step: usize, v: usize, y: usize, rows: i32, accumulate: i32): void {
  const size: usize = sizeof<T>()
  let s0 = v128.splat<T>(<T>0), s1 = s0, s2 = s0, s3 = s0
  let i = 0
  for (; i + 4 <= rows; i += 4) {
    s0 = fma<T>(loadSplat<T>(v), v128.load(x), s0)
    s1 = fma<T>(loadSplat<T>(v, size), v128.load(x + step), s1)
    s2 = fma<T>(loadSplat<T>(v, 2 * size), v128.load(x + 2 * step), s2)
    s3 = fma<T>(loadSplat<T>(v, 3 * size), v128.load(x + 3 * step), s3)
    x += 4 * step
    v += 4 * size
  }
  for (; i < rows; i++) {
    s0 = fma<T>(loadSplat<T>(v), v128.load(x), s0)
    x += step
    v += size
  }
  storeSum<T>(y, v128.add<T>(v128.add<T>(s0, s1), v128.add<T>(s2, s3)), accumulate)
}

/** y[j] = sum over i of v[i] x[i, j], rows in order; added to y[j] where sums are to be accumulated. */
// @ts-ignore: decorator
@inline export function rowsCombine<T>(x: usize, xRow: i32, v: usize, y: usize, rows: i32, columns: i32, accumulate: i32): void {
  const size: usize = sizeof<T>()
  const step = <usize>xRow * size
  let j = 0
  for (; j + 5 * lanes<T>() <= columns; j += 5 * lanes<T>()) combineFive<T>(x + <usize>j * size, step, v, y + <usize>j * size, rows, accumulate)
  for (; j + lanes<T>() <= columns; j += lanes<T>()) combineOne<T>(x + <usize>j * size, step, v, y + <usize>j * size, rows, accumulate)
  for (; j < columns; j++) {
    // float32 terms are added up in float64 here: there is nothing to be gained from vectors.
    let sum: f64 = accumulate ? <f64>load<T>(y + <usize>j * size) : 0
    for (let i = 0; i < rows; i++) sum += <f64>load<T>(v + <usize>i * size) * <f64>load<T>(x + <usize>i * step + <usize>j * size)
    store<T>(y + <usize>j * size, <T>sum)
  }
}
