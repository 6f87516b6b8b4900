/** The largest pixel under each window, channel by channel: itself, what another tensor has in its place, and the way back. */
import { countWindows } from './windows'

/** Whether a number is the largest so far: of equal ones the first counts, and a NaN beats every number. */
// @ts-ignore: decorator
@inline function isLarger<T>(x: v128, most: v128): v128 {
  return v128.or(v128.gt<T>(x, most), v128.ne<T>(x, x))
}

// @ts-ignore: decorator
@inline function oneIsLarger<T>(x: T, most: T): bool {
  return x > most || x != x
}

/** y = what `values` has where x is largest under each window. */
// @ts-ignore: decorator
@inline export function takeMaxima<T>(
  x: usize, values: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32,
): void {
  const rows = countWindows(height, tall, down, above, 1)
  const columns = countWindows(width, wide, across, before, 1)
  const size: usize = sizeof<T>()
  const pixel = <usize>channels * size
  const line = <usize>width * pixel
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const top = row * down - above, left = column * across - before
        const firstLine = <usize>max(top, 0) * line, endLine = <usize>min(top + tall, height) * line
        const first = <usize>max(left, 0) * pixel, end = <usize>min(left + wide, width) * pixel
        let channel: usize = 0
        for (; channel + 16 <= pixel; channel += 16) {
          let at = firstLine + first + channel
          let most = v128.load(x + at), taken = v128.load(values + at)
          for (let i = firstLine; i < endLine; i += line)
            for (let j = first; j < end; j += pixel) {
              at = i + j + channel
              const number = v128.load(x + at)
              const isMore = isLarger<T>(number, most)
              most = v128.bitselect(number, most, isMore)
              taken = v128.bitselect(v128.load(values + at), taken, isMore)
            }
          v128.store(y + channel, taken)
        }
        for (; channel < pixel; channel += size) {
          let place = firstLine + first + channel
          for (let i = firstLine; i < endLine; i += line)
            for (let j = first; j < end; j += pixel) {
              const at = i + j + channel
              if (oneIsLarger<T>(load<T>(x + at), load<T>(x + place))) place = at
            }
          store<T>(y + channel, load<T>(values + place))
        }
        y += pixel
      }
    x += <usize>height * line
    values += <usize>height * line
  }
}

/** Which pixel of a window is meant, in every lane. */
// @ts-ignore: decorator
@inline function number<T>(k: i32): v128 {
  return sizeof<T>() == 4 ? i32x4.splat(k) : i64x2.splat(<i64>k)
}

// @ts-ignore: decorator
@inline function isNumber<T>(a: v128, b: v128): v128 {
  return sizeof<T>() == 4 ? i32x4.eq(a, b) : i64x2.eq(a, b)
}

/** Each number of g is added to y where x is largest under its window; elsewhere y is 0. */
// @ts-ignore: decorator
@inline export function maxPoolGradient<T>(
  x: usize, g: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32,
): void {
  const rows = countWindows(height, tall, down, above, 1)
  const columns = countWindows(width, wide, across, before, 1)
  const size: usize = sizeof<T>()
  const pixel = <usize>channels * size
  const line = <usize>width * pixel
  memory.fill(y, 0, <usize>images * <usize>height * line)
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const top = row * down - above, left = column * across - before
        const firstLine = <usize>max(top, 0) * line, endLine = <usize>min(top + tall, height) * line
        const first = <usize>max(left, 0) * pixel, end = <usize>min(left + wide, width) * pixel
        let channel: usize = 0
        for (; channel + 16 <= pixel; channel += 16) {
          let most = v128.load(x + firstLine + first + channel)
          let place = number<T>(0)
          let k = 0
          for (let i = firstLine; i < endLine; i += line)
            for (let j = first; j < end; j += pixel) {
              const at = v128.load(x + i + j + channel)
              const isMore = isLarger<T>(at, most)
              most = v128.bitselect(at, most, isMore)
              place = v128.bitselect(number<T>(k++), place, isMore)
            }
          const gradient = v128.load(g + channel)
          k = 0
          for (let i = firstLine; i < endLine; i += line)
            for (let j = first; j < end; j += pixel) {
              const to = y + i + j + channel
              v128.store(to, v128.add<T>(v128.load(to), v128.and(gradient, isNumber<T>(place, number<T>(k++)))))
            }
        }
        for (; channel < pixel; channel += size) {
          let place = firstLine + first + channel
          for (let i = firstLine; i < endLine; i += line)
            for (let j = first; j < end; j += pixel) {
              const at = i + j + channel
              if (oneIsLarger<T>(load<T>(x + at), load<T>(x + place))) place = at
            }
          store<T>(y + place, <T>(load<T>(y + place) + load<T>(g + channel)))
        }
        g += pixel
      }
    x += <usize>height * line
    y += <usize>height * line
  }
}
