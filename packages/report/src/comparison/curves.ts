/** The learning curves of several runs in one plot. */
import * as Plot from '@observablehq/plot'
import { plain } from '../bilingual.ts'
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { shorten } from '../html/name.ts'
import { formatTick } from '../html/number.ts'
import { comparison } from '../messages/comparison.ts'
import { figures } from '../messages/figures.ts'
import { draw, plotElement } from '../plots/draw.ts'
import { figure } from '../plots/figure.ts'
import { spansDecades } from '../plots/learning-curve.ts'
import { type Point, thinCurve } from '../plots/thin.ts'
import { runColor, runDash, runMark } from './colors.ts'
import type { ComparedCurves, ComparedRun } from './summary.ts'

/** Beyond so many times the range a curve has left the plot for good, and SVG need not hold it. */
const FAR = 2

/** The points that can be drawn, thinned. */
function pointsOf({ curves, range: [low, high] }: ComparedCurves, logarithmic: boolean): readonly (readonly Point[])[] {
  const highest = logarithmic ? high * (high / low) ** FAR : high + FAR * (high - low || 1)
  return curves.map(({ x, y }) => {
    const points: Point[] = []
    for (let i = 0; i < x.length; i++)
      if (Number.isFinite(y[i]) && (!logarithmic || y[i] > 0)) points.push([x[i], Math.min(y[i], highest)])
    return thinCurve(points)
  })
}

/** Places for the letters at the ends of curves: near their curves, and so far from each other that all can be read. */
function lettersAt(ends: readonly { readonly run: number; readonly y: number }[], apart: number, top: number, bottom: number) {
  const placed = ends.map(({ run, y }) => ({ run, y: Math.min(Math.max(y, top), bottom) })).sort((a, b) => a.y - b.y)
  for (let i = 1; i < placed.length; i++) placed[i].y = Math.max(placed[i].y, placed[i - 1].y + apart)
  // Those that were pushed out below come up again.
  for (let i = placed.length - 1, limit = bottom; i >= 0; i--, limit -= apart) {
    if (placed[i].y <= limit) break
    placed[i].y = limit
  }
  return placed
}

/** A logarithmic axis from power to power of ten, with a tick at each, or at 1, 2 and 5 where there are few. */
function powers([low, high]: readonly [number, number]): { readonly domain: number[]; readonly ticks: number[] | number } {
  // Within a power of ten, curves would lie flat on such an axis.
  if (high / low < 10) return { domain: [low, high], ticks: 6 }
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))]
  const every = Math.ceil((last - first) / 6)
  const exponents = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => first + i * every)
  const domain = [Number(`1e${first}`), Number(`1e${last}`)]
  const digits = last - first <= 2 ? [1, 2, 5] : [1]
  return { domain, ticks: exponents.flatMap((exponent) => digits.map((digit) => Number(`${digit}e${exponent}`))).filter((tick) => tick <= domain[1]) }
}

/** The height of a letter in the plot. */
const LETTER = 14

/** A figure of all curves of a part. */
export function comparedCurvesFigure(runs: readonly ComparedRun[], compared: ComparedCurves): Html {
  const { part, name, along, range, isLogarithmic } = compared
  const logarithmic = isLogarithmic || spansDecades([[0, range[0]], [0, range[1]]])
  const drawn = pointsOf(compared, logarithmic)
  const options: Plot.PlotOptions = {
    marginRight: 34,
    x: { label: null, ticks: 6, tickFormat: (value: number) => (Number.isInteger(value) ? formatTick(value) : '') },
    y: {
      label: null, grid: true, tickFormat: formatTick,
      ...(logarithmic ? { type: 'log', ...powers(range) } : { nice: true, ticks: 6, domain: [...range] }),
    },
    marks: drawn.flatMap((points, run) => {
      const dash = runDash(run)
      return [
        Plot.line(points, { x: '0', y: '1', stroke: runColor(run), strokeWidth: 2.5, clip: true, ...(dash !== undefined && { strokeDasharray: dash }) }),
        points.length <= 30 ? Plot.dot(points, { x: '0', y: '1', fill: runColor(run), r: 3, clip: true }) : null,
      ]
    }),
  }
  const { scale } = plotElement(options) as Plot.Plot
  const [xScale, yScale] = [scale('x')!, scale('y')!]
  const [left] = [...(xScale.range as Iterable<number>)]
  const ends = drawn.flatMap((points, run) => {
    const end = points.at(-1)
    return end ? [{ run, x: (xScale.apply(end[0]) as number) - left, y: yScale.apply(end[1]) as number }] : []
  })
  const [bottom, top] = [...(yScale.range as Iterable<number>)]
  const letters = lettersAt(ends, LETTER, top, bottom)
  const plot = draw(`curves-${part}`, {
    ...options,
    marks: [
      ...options.marks!,
      ...letters.map(({ run, y }) =>
        Plot.text([runs[run].mark], {
          frameAnchor: 'top-left', dx: Math.round(ends.find((end) => end.run === run)!.x) + 7, dy: Math.round(y - top),
          lineAnchor: 'middle', textAnchor: 'start', fill: runColor(run), stroke: 'var(--paper)', strokeWidth: 5, fontWeight: 700,
        })),
    ],
  })
  return figure({
    id: `curves-${part}`,
    name,
    about: aboutOf(compared),
    x: both(along),
    y: logarithmic ? html`${both(name)} (${tell(figures.logScale, undefined)})` : both(name),
    plot,
    legend: runs.flatMap(({ mark, name: run }, i) =>
      drawn[i].length === 0 ? [] : [html`<li>${runMark(mark, i)}<bdi>${shorten(run, 32)}</bdi></li>`]),
  })
}

const aboutOf = ({ part, along }: ComparedCurves) => {
  const training = along.en === figures.iteration.en() ? comparison.train.about : comparison.train.aboutEpochs
  return plain(part === 'validation' ? comparison.validation.about : training)
}
