/** Moving an image inside of its frame: mirrored, turned about its centre, shifted. What comes in from beyond the edge is 0. */
import type { Data } from '../tensor/dtype.ts'
import type { ImageSize } from './images.ts'

/** How an image is moved: mirrored left-right first, then turned, then shifted. */
export interface Motion {
  /** Whole pixels downwards and to the right. */
  readonly down: number
  readonly right: number
  /** Counterclockwise. */
  readonly degrees: number
  readonly isMirrored: boolean
}

/** Reads the image that begins at `start`, and writes it at the same place as it looks when it has been moved. */
export type ImageMover = (from: Data, to: Data, start: number, motion: Motion) => void

/** Moves images of a size. */
export function imageMover(image: ImageSize): ImageMover {
  const turnImage = imageTurner(image)
  return (from, to, start, motion) => (motion.degrees === 0 ? shiftImage(image, from, to, start, motion) : turnImage(from, to, start, motion))
}

/** Whole pixels move: every number of the result is one of the image, or 0. */
function shiftImage({ height, width, channels }: ImageSize, from: Data, to: Data, start: number, { down, right, isMirrored }: Motion): void {
  const perRow = width * channels
  // What of a row is not black: from one number up to another, and how far away from there its pixels come.
  const first = Math.max(0, right) * channels
  const end = Math.min(width, width + right) * channels
  for (let row = 0; row < height; row++) {
    const at = start + row * perRow
    if (row < down || row >= height + down) {
      to.fill(0, at, at + perRow)
      continue
    }
    const fromRow = at - down * perRow
    for (let i = 0; i < first; i++) to[at + i] = 0
    if (isMirrored)
      for (let i = first; i < end; i += channels) {
        const pixel = fromRow + perRow - channels - i + right * channels
        for (let channel = 0; channel < channels; channel++) to[at + i + channel] = from[pixel + channel]
      }
    else for (let i = first; i < end; i++) to[at + i] = from[fromRow - right * channels + i]
    for (let i = end; i < perRow; i++) to[at + i] = 0
  }
}

/** Every pixel of the result is what lay at its place before, between four pixels of the image, weighted by how near they are. */
function imageTurner({ height, width, channels }: ImageSize): ImageMover {
  /** A channel of the image with a border of black pixels, one wide. */
  const bordered = new Float64Array((height + 2) * (width + 2))
  const next = width + 2
  const middleX = (width - 1) / 2
  const middleY = (height - 1) / 2

  const turnChannel = (from: Data, to: Data, first: number, { down, right, isMirrored }: Motion, cosine: number, sine: number): void => {
    for (let row = 0, at = first; row < height; row++)
      for (let column = 0; column < width; column++, at += channels) bordered[(row + 1) * next + 1 + column] = from[at]
    const side = isMirrored ? -1 : 1
    for (let row = 0, at = first; row < height; row++) {
      const v = row - down - middleY
      for (let column = 0; column < width; column++, at += channels) {
        const u = column - right - middleX
        const x = middleX + 1 + side * (cosine * u - sine * v)
        const y = middleY + 1 + sine * u + cosine * v
        const left = Math.floor(x)
        const top = Math.floor(y)
        let pixel = 0
        if (left >= 0 && left <= width && top >= 0 && top <= height) {
          const i = top * next + left
          const above = bordered[i] + (x - left) * (bordered[i + 1] - bordered[i])
          const below = bordered[i + next] + (x - left) * (bordered[i + next + 1] - bordered[i + next])
          pixel = above + (y - top) * (below - above)
        }
        to[at] = pixel
      }
    }
  }

  return (from, to, start, motion) => {
    const { cosine, sine } = turn(motion.degrees)
    for (let channel = 0; channel < channels; channel++) turnChannel(from, to, start + channel, motion, cosine, sine)
  }
}

/**
 * Cosine and sine of an angle in degrees: quarter turns exactly, and the rest, at most 45 degrees, by the series
 * 1 - x^2 / 2! + x^4 / 4! - ... and x - x^3 / 3! + x^5 / 5! - ...: the same bits in every engine.
 */
export function turn(degrees: number): { readonly cosine: number; readonly sine: number } {
  const quarters = Math.round(degrees / 90)
  const x = ((degrees - 90 * quarters) / 180) * Math.PI
  const sums = [0, 0]
  let term = 1
  for (let n = 0; n <= 18; n++) {
    sums[n % 2] += n % 4 < 2 ? term : -term
    term *= x / (n + 1)
  }
  let [cosine, sine] = sums
  for (let i = 0; i < ((quarters % 4) + 4) % 4; i++) [cosine, sine] = [-sine, cosine]
  return { cosine, sine }
}
