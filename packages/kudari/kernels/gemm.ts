/**
 * Matrix products. Every element of C is formed in one order, whatever the sizes and wherever it lies: within blocks of
 * {@link DEPTH} terms by fused additions from 0, then block after block. So C can be cut into tiles in any way.
 */
import { fma, lanes, loadSplat } from './vector'

/** Terms in a block: a panel of the right operand then fits into the first-level cache. */
const DEPTH: i32 = 256
/** Columns for which the right operand is packed at a time: they stay in the second-level cache. */
const WIDTH: i32 = 256
/** Rows of the left operand that stay in the second-level cache while all columns pass by. */
const HEIGHT: i32 = 96
/** Rows of a micro tile: 12 sums, 2 vectors of B and one of A are 15 of the 16 registers. */
const ROWS: i32 = 6
/** With at most so many rows, packing the right operand would cost more than it gives. */
const UNPACKED_ROWS: i32 = 32

/** Bytes of the memory that a product needs: packed B, packed A, and a micro tile. */
export function gemmScratch<T>(): i32 {
  return DEPTH * WIDTH * <i32>sizeof<T>() + DEPTH * HEIGHT * <i32>sizeof<T>() + 1024
}

/** Where the sums of a micro tile go: stored, or added to what is there. */
// @ts-ignore: decorator
@inline function put<T>(c: usize, first: v128, second: v128, add: bool): void {
  v128.store(c, add ? v128.add<T>(v128.load(c), first) : first)
  v128.store(c + 16, add ? v128.add<T>(v128.load(c, 16), second) : second)
}

/** The left part of a row of a micro tile, by way of memory that takes all of it. */
// @ts-ignore: decorator
@inline function putSome<T>(c: usize, first: v128, second: v128, columns: i32, add: bool, aside: usize): void {
  v128.store(aside, first)
  v128.store(aside, second, 16)
  for (let j = 0; j < columns; j++) {
    const at = <usize>j * sizeof<T>()
    store<T>(c + at, add ? <T>(load<T>(c + at) + load<T>(aside + at)) : load<T>(aside + at))
  }
}

/**
 * A micro tile: `rows` (up to 6) rows and `columns` (up to 2 vectors) of C. Missing rows are computed and thrown away.
 *
 * @param isAcross A's terms lie side by side (then its rows are `aStep` apart); else its rows do (and its terms are).
 */
// @ts-ignore: decorator
@inline function microTile<T>(
  isAcross: bool, a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize, rows: i32, columns: i32, add: bool, aside: usize,
): void {
  const size: usize = sizeof<T>()
  let c00 = v128.splat<T>(<T>0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00
  let c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00
  if (isAcross) {
    const last: usize = rows - 1
    let a0 = a
    let a1 = a + min<usize>(1, last) * aStep
    let a2 = a + min<usize>(2, last) * aStep
    let a3 = a + min<usize>(3, last) * aStep
    let a4 = a + min<usize>(4, last) * aStep
    let a5 = a + min<usize>(5, last) * aStep
    let k = 0
    for (; k + 4 <= depth; k += 4) {
      for (let u = 0; u < 4; u++) {
        const at = <usize>u * size
        const b0 = v128.load(b), b1 = v128.load(b, 16)
        b += bStep
        let x = loadSplat<T>(a0, at)
        c00 = fma<T>(x, b0, c00); c01 = fma<T>(x, b1, c01)
        x = loadSplat<T>(a1, at)
        c10 = fma<T>(x, b0, c10); c11 = fma<T>(x, b1, c11)
        x = loadSplat<T>(a2, at)
        c20 = fma<T>(x, b0, c20); c21 = fma<T>(x, b1, c21)
        x = loadSplat<T>(a3, at)
        c30 = fma<T>(x, b0, c30); c31 = fma<T>(x, b1, c31)
        x = loadSplat<T>(a4, at)
        c40 = fma<T>(x, b0, c40); c41 = fma<T>(x, b1, c41)
        x = loadSplat<T>(a5, at)
        c50 = fma<T>(x, b0, c50); c51 = fma<T>(x, b1, c51)
      }
      a0 += 4 * size; a1 += 4 * size; a2 += 4 * size; a3 += 4 * size; a4 += 4 * size; a5 += 4 * size
    }
    for (; k < depth; k++) {
      const b0 = v128.load(b), b1 = v128.load(b, 16)
      b += bStep
      let x = loadSplat<T>(a0)
      c00 = fma<T>(x, b0, c00); c01 = fma<T>(x, b1, c01)
      x = loadSplat<T>(a1)
      c10 = fma<T>(x, b0, c10); c11 = fma<T>(x, b1, c11)
      x = loadSplat<T>(a2)
      c20 = fma<T>(x, b0, c20); c21 = fma<T>(x, b1, c21)
      x = loadSplat<T>(a3)
      c30 = fma<T>(x, b0, c30); c31 = fma<T>(x, b1, c31)
      x = loadSplat<T>(a4)
      c40 = fma<T>(x, b0, c40); c41 = fma<T>(x, b1, c41)
      x = loadSplat<T>(a5)
      c50 = fma<T>(x, b0, c50); c51 = fma<T>(x, b1, c51)
      a0 += size; a1 += size; a2 += size; a3 += size; a4 += size; a5 += size
    }
  } else {
    for (let k = 0; k < depth; k++) {
      const b0 = v128.load(b), b1 = v128.load(b, 16)
      b += bStep
      let x = loadSplat<T>(a)
      c00 = fma<T>(x, b0, c00); c01 = fma<T>(x, b1, c01)
      x = loadSplat<T>(a, size)
      c10 = fma<T>(x, b0, c10); c11 = fma<T>(x, b1, c11)
      x = loadSplat<T>(a, 2 * size)
      c20 = fma<T>(x, b0, c20); c21 = fma<T>(x, b1, c21)
      x = loadSplat<T>(a, 3 * size)
      c30 = fma<T>(x, b0, c30); c31 = fma<T>(x, b1, c31)
      x = loadSplat<T>(a, 4 * size)
      c40 = fma<T>(x, b0, c40); c41 = fma<T>(x, b1, c41)
      x = loadSplat<T>(a, 5 * size)
      c50 = fma<T>(x, b0, c50); c51 = fma<T>(x, b1, c51)
      a += aStep
    }
  }
  if (columns == 2 * lanes<T>()) {
    put<T>(c, c00, c01, add)
    if (rows > 1) put<T>(c + cStep, c10, c11, add)
    if (rows > 2) put<T>(c + 2 * cStep, c20, c21, add)
    if (rows > 3) put<T>(c + 3 * cStep, c30, c31, add)
    if (rows > 4) put<T>(c + 4 * cStep, c40, c41, add)
    if (rows > 5) put<T>(c + 5 * cStep, c50, c51, add)
  } else {
    putSome<T>(c, c00, c01, columns, add, aside)
    if (rows > 1) putSome<T>(c + cStep, c10, c11, columns, add, aside)
    if (rows > 2) putSome<T>(c + 2 * cStep, c20, c21, columns, add, aside)
    if (rows > 3) putSome<T>(c + 3 * cStep, c30, c31, columns, add, aside)
    if (rows > 4) putSome<T>(c + 4 * cStep, c40, c41, columns, add, aside)
    if (rows > 5) putSome<T>(c + 5 * cStep, c50, c51, columns, add, aside)
  }
}

/** Two functions rather than one, so that neither carries the other's registers. */
function microAcross<T>(a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize, rows: i32, columns: i32, add: bool, aside: usize): void {
  microTile<T>(true, a, aStep, b, bStep, depth, c, cStep, rows, columns, add, aside)
}
function microDown<T>(a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize, rows: i32, columns: i32, add: bool, aside: usize): void {
  microTile<T>(false, a, aStep, b, bStep, depth, c, cStep, rows, columns, add, aside)
}

/** Packs `depth` x `width` numbers of B into panels of two vectors: column by column, term by term. */
function packB<T>(b: usize, bRow: usize, bCol: usize, packed: usize, depth: i32, width: i32): void {
  const panel = 2 * lanes<T>()
  const size: usize = sizeof<T>()
  for (let j = 0; j < width; j += panel) {
    const columns = min(panel, width - j)
    let from = b + <usize>j * bCol
    if (bCol == size && columns == panel) {
      for (let k = 0; k < depth; k++) {
        v128.store(packed, v128.load(from))
        v128.store(packed, v128.load(from, 16), 16)
        packed += 32
        from += bRow
      }
    } else if (bRow == size && columns == panel && sizeof<T>() == 4) {
      packed = packTransposed(from, bCol, packed, depth)
    } else {
      for (let k = 0; k < depth; k++) {
        let at = from
        for (let column = 0; column < columns; column++) {
          store<T>(packed + <usize>column * size, load<T>(at))
          at += bCol
        }
        packed += 32
        from += bRow
      }
    }
  }
}

/** Eight float32 columns whose terms lie side by side: four terms of four columns at a time are turned over. */
function packTransposed(from: usize, bCol: usize, packed: usize, depth: i32): usize {
  let k = 0
  for (; k + 4 <= depth; k += 4) {
    for (let half = 0; half < 2; half++) {
      const at = from + <usize>(half * 4) * bCol
      const r0 = v128.load(at), r1 = v128.load(at + bCol), r2 = v128.load(at + 2 * bCol), r3 = v128.load(at + 3 * bCol)
      const t0 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5), t1 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7)
      const t2 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5), t3 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7)
      const to = packed + <usize>(half * 16)
      v128.store(to, v128.shuffle<i64>(t0, t2, 0, 2))
      v128.store(to, v128.shuffle<i64>(t0, t2, 1, 3), 32)
      v128.store(to, v128.shuffle<i64>(t1, t3, 0, 2), 64)
      v128.store(to, v128.shuffle<i64>(t1, t3, 1, 3), 96)
    }
    from += 16
    packed += 128
  }
  for (; k < depth; k++) {
    for (let column: usize = 0; column < 8; column++) store<f32>(packed + column * 4, load<f32>(from + column * bCol))
    from += 4
    packed += 32
  }
  return packed
}

/**
 * Packs `height` rows of A as panels of six rows, term by term: for an A whose terms do not lie side by side. Rows of memory
 * are read from one end to the other, because each of them may be a page of its own.
 */
function packA<T>(a: usize, aRow: usize, aCol: usize, packed: usize, depth: i32, height: i32): void {
  const size: usize = sizeof<T>()
  const panelBytes = <usize>(depth * ROWS) * size
  const whole = height - height % ROWS
  for (let k = 0; k < depth; k++) {
    let from = a
    let to = packed
    if (aRow == size && sizeof<T>() == 4) {
      for (let i = 0; i < whole; i += ROWS) {
        v128.store(to, v128.load(from))
        v128.store64_lane(to, v128.load64_zero(from, 16), 0, 16)
        from += <usize>ROWS * 4
        to += panelBytes
      }
    } else {
      for (let i = 0; i < whole; i += ROWS) {
        for (let row: usize = 0; row < <usize>ROWS; row++) store<T>(to + row * size, load<T>(from + row * aRow))
        from += <usize>ROWS * aRow
        to += panelBytes
      }
    }
    for (let i = whole; i < height; i++) {
      store<T>(to, load<T>(from))
      from += aRow
      to += size
    }
    packed += <usize>ROWS * size
    a += aCol
  }
}

/**
 * C[i, j] (+)= sum over k of A[i, k] B[k, j].
 *
 * @param aRow, aCol, bRow, bCol, cRow distances in numbers; the columns of C lie side by side.
 * @param scratch {@link gemmScratch} bytes.
 */
// @ts-ignore: decorator
@inline export function gemm<T>(
  a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, c: usize, cRow: i32, m: i32, n: i32, k: i32, accumulate: i32, scratch: usize,
): void {
  const size: usize = sizeof<T>()
  const panel = 2 * lanes<T>()
  const aDown = <usize>aRow * size, aAcross = <usize>aCol * size
  const bDown = <usize>bRow * size, bAcross = <usize>bCol * size
  const cStep = <usize>cRow * size
  const packedA = scratch + <usize>(DEPTH * WIDTH) * size
  const aside = packedA + <usize>(DEPTH * HEIGHT) * size + 64
  if (k == 0 && !accumulate) for (let i = 0; i < m; i++) memory.fill(c + <usize>i * cStep, 0, <usize>n * size)
  const isPacked = bCol != 1 || m > UNPACKED_ROWS
  for (let j0 = 0; j0 < n; j0 += WIDTH) {
    const width = min(WIDTH, n - j0)
    for (let k0 = 0; k0 < k; k0 += DEPTH) {
      const depth = min(DEPTH, k - k0)
      const add = accumulate != 0 || k0 > 0
      const bBlock = b + <usize>k0 * bDown + <usize>j0 * bAcross
      if (isPacked) packB<T>(bBlock, bDown, bAcross, scratch, depth, width)
      for (let i0 = 0; i0 < m; i0 += HEIGHT) {
        const height = min(HEIGHT, m - i0)
        if (aCol != 1) packA<T>(a + <usize>i0 * aDown + <usize>k0 * aAcross, aDown, aAcross, packedA, depth, height)
        for (let j = 0; j < width; j += panel) {
          const bPanel = isPacked ? scratch + <usize>(j * depth) * size : bBlock + <usize>j * size
          const bStep: usize = isPacked ? 32 : bDown
          const columns = min(panel, width - j)
          for (let i = i0; i < i0 + height; i += ROWS) {
            const rows = min(ROWS, i0 + height - i)
            const cBlock = c + <usize>i * cStep + <usize>(j0 + j) * size
            if (aCol == 1) {
              microAcross<T>(a + <usize>i * aDown + <usize>k0 * size, aDown, bPanel, bStep, depth, cBlock, cStep, rows, columns, add, aside)
            } else {
              microDown<T>(packedA + <usize>((i - i0) * depth) * size, <usize>ROWS * size, bPanel, bStep, depth, cBlock, cStep, rows, columns, add, aside)
            }
          }
        }
      }
    }
  }
}
