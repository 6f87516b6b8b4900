/** Where a plot's values lie on the screen: what pointers, canvases and plots agree on. */
import type * as Plot from '@observablehq/plot'
import { mostHeight } from '../shell/page-size.ts'

/** A plot of linear axes, in units that are CSS pixels, or larger where type is larger. */
export interface PlotFrame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The lowest and highest value that is drawn. */
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

export const toX = ({ x: [low, high], width, left, right }: PlotFrame, value: number): number => left + ((value - low) / (high - low)) * (width - left - right)
export const toY = ({ y: [low, high], height, top, bottom }: PlotFrame, value: number): number => height - bottom - ((value - low) / (high - low)) * (height - top - bottom)
export const fromX = ({ x: [low, high], width, left, right }: PlotFrame, pixel: number): number => low + ((pixel - left) / (width - left - right)) * (high - low)
export const fromY = ({ y: [low, high], height, top, bottom }: PlotFrame, pixel: number): number => low + ((height - bottom - pixel) / (height - top - bottom)) * (high - low)

/** What is drawn of values outside of a plot lies so many times its height away at most: engines choke on coordinates of 1e50. */
const FAR = 10

/** A value that can be drawn, outside of the plot if it was. */
export function drawable({ y: [low, high] }: Pick<PlotFrame, 'y'>, value: number): number {
  const far = (high - low) * FAR
  return Math.min(Math.max(value, low - far), high + far)
}

/** The height of a plot. @param ratio height over width, where there is room. */
export const heightFor = (width: number, ratio: number): number => Math.round(Math.min(width * ratio, mostHeight()))

/** A number beside an axis: large and small ones as powers of ten. */
export function tickText(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) return Number(value.toPrecision(6)).toExponential().replace('e+', 'e')
  return value.toLocaleString('en', { maximumSignificantDigits: 6 })
}

/** Room for the labels of an axis that goes so far, in pixels of ordinary type. */
export function labelRoom(values: readonly number[]): number {
  const texts = values.map((value) => tickText(Number(value.toPrecision(2))))
  return Math.max(40, 22 + 7 * Math.max(...texts.map(({ length }) => length)))
}

/** The frame as Plot takes it. */
export const frameOptions = ({ width, height, left, right, top, bottom, x, y }: PlotFrame): Plot.PlotOptions & { x: Plot.ScaleOptions; y: Plot.ScaleOptions } =>
  ({ width, height, marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom, x: { domain: [...x] }, y: { domain: [...y] } })
