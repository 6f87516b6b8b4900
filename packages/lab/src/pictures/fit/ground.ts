/** The ground of a plane, pixel by pixel: the class that a model answers and how sure it is, or the number that it predicts. */
import type { FitTicks } from '../../worker/views/fit.ts'
import { type Rgb, mixed } from '../colors.ts'

/** A picture of so many pixels, of values from the lowest to the highest on each axis. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

/** Between which two ticks the centre of each pixel lies, and how far from the first. */
function placesOf(pixels: number, [low, high]: readonly [number, number], { first, step, count }: FitTicks) {
  const left = new Int32Array(pixels)
  const share = new Float64Array(pixels)
  for (let i = 0; i < pixels; i++) {
    const place = (low + ((i + 0.5) / pixels) * (high - low) - first) / step
    left[i] = Math.min(Math.max(Math.floor(place), 0), count - 2)
    share[i] = place - left[i]
  }
  return { left, share }
}

/**
 * The values of a grid at the centre of every pixel, along straight lines between ticks.
 *
 * @param values on the grid; the first axis runs fastest, the first row is the lowest.
 * @returns row by row from the top.
 */
export function atPixels(values: Float64Array, [columns, rows]: readonly FitTicks[], { width, height, x, y }: Picture): Float64Array {
  const across = placesOf(width, x, columns)
  const up = placesOf(height, y, rows)
  const pixels = new Float64Array(width * height)
  for (let j = 0; j < height; j++) {
    const row = height - 1 - j
    const below = up.left[row] * columns.count
    const above = below + columns.count
    const v = up.share[row]
    for (let i = 0; i < width; i++) {
      const k = across.left[i]
      const u = across.share[i]
      const bottom = values[below + k] + u * (values[below + k + 1] - values[below + k])
      const top = values[above + k] + u * (values[above + k + 1] - values[above + k])
      pixels[j * width + i] = bottom + v * (top - bottom)
    }
  }
  return pixels
}

/** The probabilities of all classes: of two, a model gives that of the second only. */
export const ofAllClasses = (values: readonly Float64Array[]): readonly Float64Array[] =>
  values.length === 1 ? [values[0].map((p) => 1 - p), values[0]] : values

/** By how much a class leads the best of the others: above 0 it is the answer. */
export interface Lead {
  readonly k: number
  readonly lead: Float64Array
}

/** The leads of all classes that are answered somewhere; the others have no borders. */
export function leadsOf(classes: readonly Float64Array[]): Lead[] {
  const best = new Float64Array(classes[0].length).fill(-Infinity)
  const second = best.slice()
  const winner = new Int32Array(best.length).fill(-1)
  for (const [k, values] of classes.entries())
    for (let i = 0; i < best.length; i++) {
      if (values[i] > best[i]) {
        second[i] = best[i]
        best[i] = values[i]
        winner[i] = k
      } else if (values[i] > second[i]) second[i] = values[i]
    }
  return [...new Set(winner)].filter((k) => k >= 0).sort((a, b) => a - b)
    .map((k) => ({ k, lead: classes[k].map((p, i) => p - (winner[i] === k ? second[i] : best[i])) }))
}

/** The colour of a class where the model is not sure at all, and quite sure, as shares between paper and the full colour. */
const LEAST = 0.08
const MOST = 0.55
const SHADES = 64

/** As many bytes as pixels have colours; what is no number stays bare. */
function colored(pixels: number, colorAt: (i: number) => Rgb | undefined): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(pixels * 4)
  for (let i = 0; i < pixels; i++) {
    const color = colorAt(i)
    if (!color) continue
    bytes[4 * i] = color[0]
    bytes[4 * i + 1] = color[1]
    bytes[4 * i + 2] = color[2]
    bytes[4 * i + 3] = 255
  }
  return bytes
}

/** @param classes the probabilities of all classes at every pixel. @param colors one for each class. */
export function regionColors(classes: readonly Float64Array[], colors: readonly Rgb[], paper: Rgb): Uint8ClampedArray<ArrayBuffer> {
  const shades = colors.map((color) => Array.from({ length: SHADES + 1 }, (_, s) => mixed(paper, color, LEAST + ((MOST - LEAST) * s) / SHADES)))
  const even = 1 / classes.length
  return colored(classes[0].length, (i) => {
    let best = 0
    for (let k = 1; k < classes.length; k++) if (classes[k][i] > classes[best][i]) best = k
    const sure = (classes[best][i] - even) / (1 - even)
    return shades[best][Math.round(Math.min(Math.max(sure, 0), 1) * SHADES)]
  })
}

/** @param ramp colours from the lowest to the highest: each is a band as wide as the others. */
export function bandColors(values: Float64Array, [low, high]: readonly [number, number], ramp: readonly Rgb[]): Uint8ClampedArray<ArrayBuffer> {
  const bands = ramp.length
  return colored(values.length, (i) => ramp[Math.min(Math.max(Math.floor(((values[i] - low) / (high - low)) * bands), 0), bands - 1)])
}
