/** The fit over two numbers, seen from above: the ground is what the model answers, the dots are what is true. */
import * as Plot from '@observablehq/plot'
import { CLASS_COLORS, classColor, classScales } from '@kudari/report'
import type { FitTicks } from '../../worker/views/fit.ts'
import { type Rgb, rgbOf, tokenColor } from '../colors.ts'
import type { Scene } from '../layers.tsx'
import { type PlotFrame, frameOptions } from '../plot-frame.ts'
import { type Picture, atPixels, bandColors, leadsOf, ofAllClasses, regionColors } from './ground.ts'
import { type Fitted, axisOptions, classDots, classNames, dotsOf, frameOf, radiusOf, rangeOf, rings } from './scene.ts'

const RATIO = 0.78
/** The ground is painted in fewer pixels than the screen has, and enlarged: it is smooth anyway. */
const PIXELS = 220
const BANDS = 12

function planeFrame({ view: { axes } }: Fitted, width: number): PlotFrame {
  const [x, y] = axes.map((axis) => rangeOf(axis))
  return frameOf(width, RATIO, x, y)
}

function axesOf({ view: { axes } }: Fitted, frame: PlotFrame): Plot.PlotOptions {
  const { x, y, ...options } = frameOptions(frame)
  return { ...options, x: { ...x, ...axisOptions(axes[0]) }, y: { ...y, ...axisOptions(axes[1]) } }
}

const pictureOf = ({ x, y, width, height }: PlotFrame): Picture => ({ x, y, width: PIXELS, height: Math.round((PIXELS * height) / width) })

function paint(context: CanvasRenderingContext2D, { left, right, top, bottom, width, height }: PlotFrame, picture: Picture, bytes: Uint8ClampedArray<ArrayBuffer>): void {
  const small = new OffscreenCanvas(picture.width, picture.height)
  small.getContext('2d')!.putImageData(new ImageData(bytes, picture.width, picture.height), 0, 0)
  context.imageSmoothingQuality = 'high'
  context.drawImage(small, left, top, width - left - right, height - top - bottom)
}

/** Lines on which a value lies, right up to the edges, since the grid goes beyond them. */
function contour(values: Float64Array, [x, y]: readonly FitTicks[], options: Plot.ContourOptions): Plot.Markish {
  const from = ({ first, step }: FitTicks): number => first - step / 2
  const to = ({ first, step, count }: FitTicks): number => first + (count - 0.5) * step
  return Plot.contour(values, { width: x.count, height: y.count, x1: from(x), x2: to(x), y1: from(y), y2: to(y), clip: true, ...options })
}

/** Of more classes the borders are no help. */
const MOST_BORDERS = 24

/** Decision regions. */
export function regions(fitted: Fitted, width: number): Scene {
  const { view, plan } = fitted
  const frame = planeFrame(fitted, width)
  const classes = classNames(plan)
  const probabilities = ofAllClasses(view.values)
  const dots = dotsOf(view, ({ axes }, row) => axes[1][row])
  // Of two classes one border is that of the other.
  const leads = leadsOf(probabilities)
  const bordered = probabilities.length === 2 ? leads.slice(-1) : leads.length > MOST_BORDERS ? [] : leads
  return {
    frame,
    plot: {
      ...axesOf(fitted, frame),
      ...classScales(classes.length),
      marks: [
        ...bordered.map(({ k, lead }) => contour(lead, view.grid, { thresholds: [0], stroke: bordered.length === 1 ? 'currentColor' : classColor(k), strokeWidth: 1.8 })),
        ...classDots(dots),
        rings(dots),
      ],
    },
    ground(context) {
      const picture = pictureOf(frame)
      const colors = classes.map((_, k) => tokenColor(`class-${k % CLASS_COLORS}`))
      const pixels = probabilities.map((each) => atPixels(each, view.grid, picture))
      paint(context, frame, picture, regionColors(pixels, colors, tokenColor('paper')))
    },
  }
}

/** The lowest and the highest true value that is shown: the ends of the ramp of colours. */
export function rampOf({ view: { train, validation } }: Fitted): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const points of [train, validation])
    for (const value of points?.truth ?? []) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  return [low, high > low ? high : low + 1]
}

/** Filled contours. */
export function plane(fitted: Fitted, width: number): Scene {
  const { view } = fitted
  const frame = planeFrame(fitted, width)
  const [low, high] = rampOf(fitted)
  const color: Plot.ScaleOptions = { type: 'linear', scheme: 'viridis', domain: [low, high], clamp: true }
  const dots = dotsOf(view, ({ axes }, row) => axes[1][row])
  const [learned, heldOut] = [dots.filter(({ isHeldOut }) => !isHeldOut), dots.filter(({ isHeldOut }) => isHeldOut)]
  const dot = { x: 'x', y: 'y', fill: 'truth', stroke: 'white', strokeWidth: 0.9, r: radiusOf(dots) } as const
  const thresholds = Array.from({ length: BANDS - 1 }, (_, i) => low + ((i + 1) * (high - low)) / BANDS)
  return {
    frame,
    plot: {
      ...axesOf(fitted, frame),
      color,
      marks: [
        contour(view.values[0], view.grid, { thresholds, stroke: 'white', strokeOpacity: 0.35, strokeWidth: 1 }),
        Plot.dot(learned, dot),
        Plot.dot(heldOut, { ...dot, symbol: 'diamond' }),
      ],
    },
    ground(context) {
      const picture = pictureOf(frame)
      const ramp = Plot.scale({ color })
      const colors = Array.from({ length: BANDS }, (_, i): Rgb => rgbOf(ramp.apply(low + ((i + 0.5) * (high - low)) / BANDS) as string))
      paint(context, frame, picture, bandColors(atPixels(view.values[0], view.grid, picture), [low, high], colors))
    },
  }
}
