/** How images, filters and maps of features are painted: pixel by pixel, crisp. */
import type { ImageSize } from 'kudari'
import type { Pictures } from '../../worker/inside/image-parts.ts'
import { paintPixels, pixelsOfSteps } from '../canvas/cells.ts'
import type { Pen } from '../canvas/painting.tsx'
import { rgbOf } from '../colors.ts'

/** Grey or coloured bytes as pixels. */
export function pixelsOfImage(bytes: Uint8Array, channels: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray((bytes.length / channels) * 4)
  for (let i = 0, at = 0; at < bytes.length; i += 4, at += channels) {
    for (let c = 0; c < 3; c++) pixels[i + c] = bytes[at + (channels === 1 ? 0 : c)]
    pixels[i + 3] = 255
  }
  return pixels
}

export function paintImage(pen: Pen, { size: { height, width, channels }, pixels }: { readonly size: ImageSize; readonly pixels: Uint8Array }): void {
  paintPixels(pen, pixelsOfImage(pixels, channels), width, height, { x: 0, y: 0, width: pen.width, height: pen.height }, false)
}

/** Weights of red, green and blue as the colour that they answer to: grey is nothing. */
export function pixelsOfColours(steps: Int8Array): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray((steps.length / 3) * 4)
  for (let i = 0, at = 0; at < steps.length; i += 4, at += 3) {
    for (let c = 0; c < 3; c++) pixels[i + c] = 128 + steps[at + c]
    pixels[i + 3] = 255
  }
  return pixels
}

export interface OnePicture {
  readonly of: Pick<Pictures, 'height' | 'width' | 'channels' | 'parts'>
  readonly steps: Int8Array
}

/** Parts of a picture in as square a block as there is, with a little room between. */
export const blockOf = (parts: number): { readonly down: number; readonly across: number } => {
  const across = Math.ceil(Math.sqrt(parts))
  return { down: Math.ceil(parts / across), across }
}

const GAP = 2

/** How high a picture is where it is so wide. */
export function pictureHeight(total: number, { height, width, parts }: OnePicture['of']): number {
  const { down, across } = blockOf(parts)
  const part = (total - GAP * (across - 1)) / across
  return down * part * (height / width) + GAP * (down - 1)
}

export function paintPicture(pen: Pen, { of: { height, width, channels, parts }, steps }: OnePicture): void {
  const { across } = blockOf(parts)
  const wide = (pen.width - GAP * (across - 1)) / across
  const high = wide * (height / width)
  const size = steps.length / parts
  const { ramp, css } = pen.palette
  for (let part = 0; part < parts; part++) {
    const own = steps.subarray(part * size, (part + 1) * size)
    const pixels = channels === 3 ? pixelsOfColours(own) : pixelsOfSteps(own, ramp('diverging'), rgbOf(css.ink))
    paintPixels(pen, pixels, width, height, { x: (part % across) * (wide + GAP), y: Math.floor(part / across) * (high + GAP), width: wide, height: high }, false)
  }
}
