/** The largest pixel under each window, channel by channel: itself, what another tensor has in its place, and the way back. */
import { countWindows } from './windows'

/** In which lanes a number is the largest so far: of equal ones the first counts, and a NaN beats every number. */
// @ts-ignore: decorator
@inline function isLarger<T>(x: v128, most: v128): v128 {
  return v128.or(v128.gt<T>(x, most), v128.ne<T>(x, x))
}

// @ts-ignore: decorator
@inline function larger<T>(x: v128, most: v128): v128 {
  return v128.bitselect(x, most, isLarger<T>(x, most))
}

/** Where a window lies in an image: from which line and pixel up to which, not including it, as distances in bytes. */
// @ts-ignore: decorator
@inline function from(start: i32, step: usize): usize {
  return <usize>max(start, 0) * step
}
// @ts-ignore: decorator
@inline function upTo(start: i32, size: i32, length: i32, step: usize): usize {
  return <usize>min(start + size, length) * step
}

/** The place of the largest number of one channel under a window. */
// @ts-ignore: decorator
@inline function placeOfLargest<T>(x: usize, top: usize, bottom: usize, left: usize, right: usize, line: usize, pixel: usize): usize {
  let place = top + left
  for (let i = top; i < bottom; i += line)
    for (let j = left; j < right; j += pixel) {
      const number = load<T>(x + i + j)
      if (number > load<T>(x + place) || number != number) place = i + j
    }
  return place
}

/** y = the largest number under each window. */
// @ts-ignore: decorator
@inline export function maxPool<T>(
  x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32,
): void {
  const rows = countWindows(height, tall, down, above, 1)
  const columns = countWindows(width, wide, across, before, 1)
  const pixel = <usize>channels * sizeof<T>()
  const line = <usize>width * pixel
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const top = from(row * down - above, line), bottom = upTo(row * down - above, tall, height, line)
        const left = from(column * across - before, pixel), right = upTo(column * across - before, wide, width, pixel)
        let at: usize = 0
        for (; at + 64 <= pixel; at += 64) {
          const start = x + top + left + at
          let m0 = v128.load(start), m1 = v128.load(start, 16), m2 = v128.load(start, 32), m3 = v128.load(start, 48)
          for (let i = top; i < bottom; i += line)
            for (let j = left; j < right; j += pixel) {
              const numbers = x + i + j + at
              m0 = larger<T>(v128.load(numbers), m0)
              m1 = larger<T>(v128.load(numbers, 16), m1)
              m2 = larger<T>(v128.load(numbers, 32), m2)
              m3 = larger<T>(v128.load(numbers, 48), m3)
            }
          v128.store(y + at, m0)
          v128.store(y + at, m1, 16)
          v128.store(y + at, m2, 32)
          v128.store(y + at, m3, 48)
        }
        for (; at + 16 <= pixel; at += 16) {
          let most = v128.load(x + top + left + at)
          for (let i = top; i < bottom; i += line)
            for (let j = left; j < right; j += pixel) most = larger<T>(v128.load(x + i + j + at), most)
          v128.store(y + at, most)
        }
        for (; at < pixel; at += sizeof<T>())
          store<T>(y + at, load<T>(x + at + placeOfLargest<T>(x + at, top, bottom, left, right, line, pixel)))
        y += pixel
      }
    x += <usize>height * line
  }
}

/** y = what `values` has where x is largest under each window: what second derivatives need. */
// @ts-ignore: decorator
@inline export function takeMaxima<T>(
  x: usize, values: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32,
): void {
  const rows = countWindows(height, tall, down, above, 1)
  const columns = countWindows(width, wide, across, before, 1)
  const pixel = <usize>channels * sizeof<T>()
  const line = <usize>width * pixel
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const top = from(row * down - above, line), bottom = upTo(row * down - above, tall, height, line)
        const left = from(column * across - before, pixel), right = upTo(column * across - before, wide, width, pixel)
        for (let at: usize = 0; at < pixel; at += sizeof<T>())
          store<T>(y + at, load<T>(values + at + placeOfLargest<T>(x + at, top, bottom, left, right, line, pixel)))
        y += pixel
      }
    x += <usize>height * line
    values += <usize>height * line
  }
}

/** In every lane the number of a pixel under a window. */
// @ts-ignore: decorator
@inline function everywhere<T>(k: i32): v128 {
  return sizeof<T>() == 4 ? i32x4.splat(k) : i64x2.splat(<i64>k)
}

/** The gradient in the lanes whose largest pixel is this one. */
// @ts-ignore: decorator
@inline function where<T>(place: v128, k: v128, gradient: v128): v128 {
  return v128.and(gradient, sizeof<T>() == 4 ? i32x4.eq(place, k) : i64x2.eq(place, k))
}

/** to += gradient; where no other window has the pixel, there is nothing to be read. */
// @ts-ignore: decorator
@inline function put<T>(to: usize, offset: usize, gradient: v128, isAlone: bool): void {
  v128.store(to + offset, isAlone ? gradient : v128.add<T>(v128.load(to + offset), gradient))
}

/** Each number of g is added to y where x is largest under its window; elsewhere y is 0. */
// @ts-ignore: decorator
@inline function maxPoolGradientOf<T>(
  isAlone: bool, x: usize, g: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32,
): void {
  const rows = countWindows(height, tall, down, above, 1)
  const columns = countWindows(width, wide, across, before, 1)
  const pixel = <usize>channels * sizeof<T>()
  const line = <usize>width * pixel
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const top = from(row * down - above, line), bottom = upTo(row * down - above, tall, height, line)
        const left = from(column * across - before, pixel), right = upTo(column * across - before, wide, width, pixel)
        let at: usize = 0
        for (; at + 32 <= pixel; at += 32) {
          const start = x + top + left + at
          let m0 = v128.load(start), m1 = v128.load(start, 16)
          let p0 = everywhere<T>(0), p1 = p0
          let k = 0
          for (let i = top; i < bottom; i += line)
            for (let j = left; j < right; j += pixel) {
              const numbers = x + i + j + at
              const n0 = v128.load(numbers), n1 = v128.load(numbers, 16)
              const is0 = isLarger<T>(n0, m0), is1 = isLarger<T>(n1, m1)
              const here = everywhere<T>(k++)
              m0 = v128.bitselect(n0, m0, is0)
              m1 = v128.bitselect(n1, m1, is1)
              p0 = v128.bitselect(here, p0, is0)
              p1 = v128.bitselect(here, p1, is1)
            }
          const g0 = v128.load(g + at), g1 = v128.load(g + at, 16)
          k = 0
          for (let i = top; i < bottom; i += line)
            for (let j = left; j < right; j += pixel) {
              const to = y + i + j + at
              const here = everywhere<T>(k++)
              put<T>(to, 0, where<T>(p0, here, g0), isAlone)
              put<T>(to, 16, where<T>(p1, here, g1), isAlone)
            }
        }
        for (; at < pixel; at += sizeof<T>()) {
          const to = y + at + placeOfLargest<T>(x + at, top, bottom, left, right, line, pixel)
          store<T>(to, <T>(load<T>(to) + load<T>(g + at)))
        }
        g += pixel
      }
    x += <usize>height * line
    y += <usize>height * line
  }
}

/** A function of its own for windows that do not overlap. */
function maxPoolGradientAlone<T>(
  x: usize, g: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32,
): void {
  maxPoolGradientOf<T>(true, x, g, y, images, height, width, channels, tall, wide, down, across, above, before)
}

// @ts-ignore: decorator
@inline export function maxPoolGradient<T>(
  x: usize, g: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32,
): void {
  memory.fill(y, 0, <usize>images * <usize>(height * width * channels) * sizeof<T>())
  if (down >= tall && across >= wide) maxPoolGradientAlone<T>(x, g, y, images, height, width, channels, tall, wide, down, across, above, before)
  else maxPoolGradientOf<T>(false, x, g, y, images, height, width, channels, tall, wide, down, across, above, before)
}
