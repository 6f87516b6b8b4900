/** What all pictures of the fit are drawn from, and what they share. */
import * as Plot from '@observablehq/plot'
import { formatNumber } from 'kudari'
import { shortened } from '../../model/diagram/layout.ts'
import type { PlanView } from '../../worker/plan-view.ts'
import type { FitAxis, FitPoints, FitView } from '../../worker/views/fit.ts'
import { type PlotFrame, heightFor, labelRoom, tickText } from '../plot-frame.ts'

/** A moment of the model with the plan that it belongs to. */
export interface Fitted {
  readonly view: FitView
  readonly plan: PlanView
}

/** Names of classes as texts. */
export const classNames = ({ pipeline: { target } }: PlanView): readonly string[] => (target.task === 'classification' ? target.classes.map(String) : [])

/** A row that is shown. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly truth: number
  readonly predicted: number
  readonly isHeldOut: boolean
}

/** @param yOf where a row lies on the vertical axis. */
export function dotsOf({ train, validation }: FitView, yOf: (points: FitPoints, row: number) => number): Dot[] {
  const of = (points: FitPoints | undefined, isHeldOut: boolean): Dot[] =>
    Array.from(points?.truth ?? [], (truth, row) => ({ x: points!.axes[0][row], y: yOf(points!, row), truth, predicted: points!.predicted[row], isHeldOut }))
  return [...of(train, false), ...of(validation, true)].filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
}

/** Rows that would lie on one another are moved apart, by so much at most; the same ones always by the same. */
export const jittered = (row: number, most: number): number => (((row * 0.618_033_988_75) % 1) * 2 - 1) * most

/** How long names of axes, and of values on them, may be. */
const LONGEST = { axis: 44, value: 12 } as const

/** An axis as Plot takes it; the domain is that of the frame. */
export function axisOptions(axis: FitAxis, shown?: number): Plot.ScaleOptions {
  if (axis.kind !== 'category') return { label: shortened(axis.column, LONGEST.axis), ...(axis.kind === 'date' ? { type: 'utc' } : { tickFormat: tickText }) }
  const categories = axis.categories.slice(0, shown)
  const isCrowded = categories.length > 6
  return {
    label: shortened(axis.column, LONGEST.axis), ticks: categories.map((_, k) => k), tickFormat: (k: number) => shortened(categories[k] ?? '', LONGEST.value),
    ...(isCrowded && { tickRotate: -35 }),
  }
}

/** The range of an axis. */
export const rangeOf = (axis: FitAxis, shown = Infinity): readonly [number, number] =>
  axis.kind === 'category' ? [-0.5, Math.min(axis.categories.length, shown) - 0.5] : [axis.low, axis.high]

export const frameOf = (width: number, ratio: number, x: readonly [number, number], y: readonly [number, number], bottom = 40): PlotFrame =>
  ({ width, height: heightFor(width, ratio), left: labelRoom(y), right: 14, top: 22, bottom, x, y })

/** A value of an axis in words. */
export function valueText(kind: FitAxis['kind'], value: number | string): string {
  if (typeof value === 'string') return value
  return kind === 'date' ? new Date(value).toISOString().slice(0, 10) : formatNumber(value, 4)
}

/** Of many rows, small dots: the radius in pixels. */
export const radiusOf = (dots: readonly Dot[]): number => (dots.length > 150 ? 3 : 4.5)

/** Rings around rows that are answered wrongly. */
export const rings = (dots: readonly Dot[]): Plot.Markish =>
  Plot.dot(dots.filter(({ truth, predicted }) => truth !== predicted), { x: 'x', y: 'y', r: radiusOf(dots) + 3.5, stroke: 'currentColor', strokeWidth: 1.3 })

/** Rows as the shapes of their classes; those held out are hollow. */
export function classDots(dots: readonly Dot[]): Plot.Markish[] {
  const r = radiusOf(dots)
  return [
    Plot.dot(dots.filter(({ isHeldOut }) => !isHeldOut), { x: 'x', y: 'y', r, symbol: 'truth', fill: 'truth', stroke: 'var(--paper)', strokeWidth: 0.7, className: 'term-yt' }),
    Plot.dot(dots.filter(({ isHeldOut }) => isHeldOut), { x: 'x', y: 'y', r, symbol: 'truth', stroke: 'truth', fill: 'var(--paper)', strokeWidth: 1.6 }),
  ]
}

/** Rows that are told apart by what is done with them: learned from, or held out. */
export function rowDots(dots: readonly Dot[]): Plot.Markish[] {
  const r = radiusOf(dots)
  return [
    Plot.dot(dots.filter(({ isHeldOut }) => !isHeldOut), { x: 'x', y: 'y', r, fill: 'var(--train)', fillOpacity: 0.85, stroke: 'var(--paper)', strokeWidth: 0.8, className: 'term-yt' }),
    Plot.dot(dots.filter(({ isHeldOut }) => isHeldOut), { x: 'x', y: 'y', r, symbol: 'diamond', fill: 'var(--paper)', stroke: 'var(--validation)', strokeWidth: 1.6 }),
  ]
}
