/** Windows that slide over images of (images, height, width, channels): the patches under them, and the way back. */
import { lanes } from './vector'

/** How many windows fit along an axis. */
// @ts-ignore: decorator
@inline export function countWindows(length: i32, size: i32, stride: i32, padding: i32, dilation: i32): i32 {
  return (length + 2 * padding - dilation * (size - 1) - 1) / stride + 1
}

/** Copies bytes, whole numbers of 4; for so few the engine's own copying would not be worth its call. */
// @ts-ignore: decorator
@inline function copy(to: usize, from: usize, bytes: usize): void {
  let at: usize = 0
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, v128.load(from + at))
  if (at + 8 <= bytes) {
    store<u64>(to + at, load<u64>(from + at))
    at += 8
  }
  if (at < bytes) store<u32>(to + at, load<u32>(from + at))
}

// @ts-ignore: decorator
@inline function clear(to: usize, bytes: usize): void {
  let at: usize = 0
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, i32x4.splat(0))
  for (; at < bytes; at += 4) store<u32>(to + at, 0)
}

/** to[j] += from[j]. */
// @ts-ignore: decorator
@inline function addLine<T>(to: usize, from: usize, bytes: usize): void {
  let at: usize = 0
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, v128.add<T>(v128.load(to + at), v128.load(from + at)))
  for (; at < bytes; at += sizeof<T>()) store<T>(to + at, <T>(load<T>(to + at) + load<T>(from + at)))
}

/**
 * What a line of a window has to do with a line of the image, window by window, `first` up to `end`: pixel by pixel, because some
 * may lie beyond the edge or not be neighbours.
 */
// @ts-ignore: decorator
@inline function movePixels<T>(
  isFolding: bool, image: usize, lines: usize, patch: usize, pixel: usize, width: i32, wide: i32, across: i32, before: i32, wideStep: i32, first: i32, end: i32,
): void {
  for (let column = first; column < end; column++)
    for (let j = 0; j < wide; j++) {
      const k = column * across - before + j * wideStep
      const inPatch = lines + <usize>column * patch + <usize>j * pixel
      const isInside = <u32>k < <u32>width
      if (isFolding) {
        if (isInside) addLine<T>(image + <usize>k * pixel, inPatch, pixel)
      } else if (isInside) copy(inPatch, image + <usize>k * pixel, pixel)
      else clear(inPatch, pixel)
    }
}

/** Patches from images, or patches added to images: line by line of the windows, for a row of windows at a time. */
// @ts-ignore: decorator
@inline function moveLines<T>(
  isFolding: bool, x: usize, patches: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32, tallStep: i32, wideStep: i32,
): void {
  const rows = countWindows(height, tall, down, above, tallStep)
  const columns = countWindows(width, wide, across, before, wideStep)
  const pixel = <usize>channels * sizeof<T>()
  const ofLine = <usize>wide * pixel
  const patch = <usize>tall * ofLine
  // Windows all of whose pixels are neighbours in the image: from `first` up to, not including, `last`.
  const first = wideStep == 1 ? min((before + across - 1) / across, columns) : columns
  const last = max(min((width - wide + before) / across + 1, columns), first)
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < tall; i++) {
        const at = row * down - above + i * tallStep
        const lines = patches + <usize>i * ofLine
        if (<u32>at >= <u32>height) {
          if (!isFolding) for (let column = 0; column < columns; column++) clear(lines + <usize>column * patch, ofLine)
          continue
        }
        const line = x + <usize>(at * width) * pixel
        movePixels<T>(isFolding, line, lines, patch, pixel, width, wide, across, before, wideStep, 0, first)
        let from = line + <usize>(first * across - before) * pixel
        let to = lines + <usize>first * patch
        for (let column = first; column < last; column++) {
          if (isFolding) addLine<T>(from, to, ofLine)
          else copy(to, from, ofLine)
          from += <usize>across * pixel
          to += patch
        }
        movePixels<T>(isFolding, line, lines, patch, pixel, width, wide, across, before, wideStep, last, columns)
      }
      patches += <usize>columns * patch
    }
    x += <usize>(height * width) * pixel
  }
}

/** The rows of y are the windows, in each the channels of each pixel under it; 0 beyond the edge. */
// @ts-ignore: decorator
@inline export function patches<T>(
  x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32, tallStep: i32, wideStep: i32,
): void {
  moveLines<T>(false, x, y, images, height, width, channels, tall, wide, down, across, above, before, tallStep, wideStep)
}

/** Each patch is added where it was taken from: windows in order. */
// @ts-ignore: decorator
@inline export function foldPatches<T>(
  x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32,
  tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32, tallStep: i32, wideStep: i32,
): void {
  const bytes = <usize>(height * width * channels) * sizeof<T>()
  if (down != 1 || across != 1 || channels < lanes<T>()) {
    memory.fill(y, 0, <usize>images * bytes)
    moveLines<T>(true, y, x, images, height, width, channels, tall, wide, down, across, above, before, tallStep, wideStep)
    return
  }
  const rows = countWindows(height, tall, 1, above, tallStep)
  const columns = countWindows(width, wide, 1, before, wideStep)
  for (let image = 0; image < images; image++) {
    gatherPixels<T>(x, y, height, width, channels, rows, columns, tall, wide, above, before, tallStep, wideStep)
    x += <usize>(rows * columns * tall * wide * channels) * sizeof<T>()
    y += bytes
  }
}

/** The same seen from the pixels of an image, for windows at every place: what each pixel is given is added up in registers. */
function gatherPixels<T>(
  x: usize, y: usize, height: i32, width: i32, channels: i32, rows: i32, columns: i32,
  tall: i32, wide: i32, above: i32, before: i32, tallStep: i32, wideStep: i32,
): void {
  const pixel = <usize>channels * sizeof<T>()
  const patch = <usize>(tall * wide) * pixel
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      let c: usize = 0
      for (; c + 64 <= pixel; c += 64) {
        let s0 = v128.splat<T>(<T>0), s1 = s0, s2 = s0, s3 = s0
        // The first window that covers the pixel has it in its last line.
        for (let i = tall - 1, r = row + above - i * tallStep; i >= 0; i--, r += tallStep) {
          if (<u32>r >= <u32>rows) continue
          for (let j = wide - 1, k = column + before - j * wideStep; j >= 0; j--, k += wideStep) {
            if (<u32>k >= <u32>columns) continue
            const at = x + <usize>(r * columns + k) * patch + <usize>(i * wide + j) * pixel + c
            s0 = v128.add<T>(s0, v128.load(at))
            s1 = v128.add<T>(s1, v128.load(at, 16))
            s2 = v128.add<T>(s2, v128.load(at, 32))
            s3 = v128.add<T>(s3, v128.load(at, 48))
          }
        }
        v128.store(y + c, s0)
        v128.store(y + c, s1, 16)
        v128.store(y + c, s2, 32)
        v128.store(y + c, s3, 48)
      }
      // What is left is gathered vector by vector; the last of them overlaps the one before.
      for (; c < pixel; c += 16) {
        const channel = min(c, pixel - 16)
        let sum = v128.splat<T>(<T>0)
        for (let i = tall - 1, r = row + above - i * tallStep; i >= 0; i--, r += tallStep) {
          if (<u32>r >= <u32>rows) continue
          for (let j = wide - 1, k = column + before - j * wideStep; j >= 0; j--, k += wideStep)
            if (<u32>k < <u32>columns)
              sum = v128.add<T>(sum, v128.load(x + <usize>(r * columns + k) * patch + <usize>(i * wide + j) * pixel + channel))
        }
        v128.store(y + channel, sum)
      }
      y += pixel
    }
}
