/** Moving numbers without changing them: transposing, and fetching rows of a table. */

/** y[j, i] = x[i, j], in square blocks, so that both sides stay in the cache. */
// @ts-ignore: decorator
@inline export function transpose<T>(x: usize, y: usize, rows: i32, columns: i32): void {
  const size: usize = sizeof<T>()
  const block = 16
  for (let i0 = 0; i0 < rows; i0 += block)
    for (let j0 = 0; j0 < columns; j0 += block)
      for (let i = i0; i < min(i0 + block, rows); i++)
        for (let j = j0; j < min(j0 + block, columns); j++)
          store<T>(y + (<usize>j * <usize>rows + <usize>i) * size, load<T>(x + (<usize>i * <usize>columns + <usize>j) * size))
}

/** Row i of y is row indices[i] of x. */
export function gather_rows(x: usize, rowBytes: i32, indices: usize, y: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    memory.copy(y, x + <usize>load<i32>(indices) * <usize>rowBytes, <usize>rowBytes)
    indices += 4
    y += <usize>rowBytes
  }
}
