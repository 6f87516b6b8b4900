/** Cells of a picture, each a colour: painted all at once, crisp or smooth. */
import type { Pen } from './painting.tsx'
import { type Rgb, rgbOf } from '../colors.ts'
import type { Ramp } from './palette.ts'

/** Where cells are painted, in CSS pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A small canvas on which cells are pixels, used for one picture after the other. */
let scratch: HTMLCanvasElement | undefined

/** Paints pixels into an area. */
export function paintPixels({ context }: Pen, pixels: Uint8ClampedArray<ArrayBuffer>, width: number, height: number, area: Area, isSmooth: boolean): void {
  scratch ??= document.createElement('canvas')
  if (scratch.width !== width || scratch.height !== height) [scratch.width, scratch.height] = [width, height]
  scratch.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0)
  // Where cells are smaller than pixels, some would be lost if they were not mixed.
  context.imageSmoothingEnabled = isSmooth || area.width < width || area.height < height
  context.drawImage(scratch, 0, 0, width, height, area.x, area.y, area.width, area.height)
}

/** The colours of steps from -127 to 127, as pixels; those that are no number in a colour of their own. */
export function pixelsOfSteps(steps: ArrayLike<number>, ramp: Ramp, otherwise: Rgb): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(steps.length * 4)
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]
    const isNumber = step >= -127
    for (let c = 0; c < 3; c++) pixels[4 * i + c] = isNumber ? ramp[(step + 127) * 3 + c] : otherwise[c]
    pixels[4 * i + 3] = 255
  }
  return pixels
}

/** Paints steps from -127 to 127 into an area. */
export const paintSteps = (pen: Pen, steps: ArrayLike<number>, width: number, height: number, ramp: Ramp, area: Area, isSmooth: boolean): void =>
  paintPixels(pen, pixelsOfSteps(steps, ramp, rgbOf(pen.palette.css.ink)), width, height, area, isSmooth)
