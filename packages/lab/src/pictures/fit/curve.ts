/** The fit along one number: a line or curve among the rows, with the errors; or curves of probability. */
import * as Plot from '@observablehq/plot'
import { classColor, classScales } from '@kudari/report'
import { t } from '../../language.ts'
import type { Scene } from '../layers.tsx'
import { type PlotFrame, drawable, frameOptions, tickText, toX, toY } from '../plot-frame.ts'
import { type Line, onLine } from './line.ts'
import { fitMessages } from './messages.ts'
import { type Dot, type Fitted, axisOptions, classDots, classNames, dotsOf, frameOf, jittered, rangeOf, rings, rowDots } from './scene.ts'

/** Of more rows, errors are a thicket. */
const MOST_ERRORS = 120
const RATIO = 0.66
const xy = { x: 'x', y: 'y' } as const

interface CurvePoint {
  readonly x: number
  readonly y: number
}

const curvesOf = ({ grid: [{ first, step }], values }: Fitted['view']): CurvePoint[][] =>
  values.map((curve) => Array.from(curve, (y, i) => ({ x: first + i * step, y })))

/** A model of one line is seen in two of its points. */
export function seenLine({ grid: [{ first, step, count }], values: [curve] }: Fitted['view']): Line {
  const w1 = (curve[count - 1] - curve[0]) / (step * (count - 1))
  return { w0: curve[0] - w1 * first, w1 }
}

/**
 * The square whose side is an error, in the values of the axes: on the side of the error on which a line that rises, or else
 * falls, goes away from it.
 */
export function squareOf(frame: PlotFrame, { x, truth, predicted }: Pick<Dot, 'x' | 'truth' | 'predicted'>, rises: boolean) {
  const side = Math.abs(toY(frame, truth) - toY(frame, predicted))
  const perPixel = 1 / (toX(frame, 1) - toX(frame, 0))
  return { x1: x, x2: x + (truth > predicted === rises ? -side : side) * perPixel, y1: truth, y2: predicted }
}

/** Whether the picture shows errors: only what is on the axis makes the prediction, and the rows are few. */
export const showsErrors = ({ view: { held, train, axes } }: Fitted): boolean =>
  held.length === 0 && axes[0].kind !== 'category' && axes.length === 1 && train.truth.length <= MOST_ERRORS

export interface RegressionSettings {
  readonly hasSquares: boolean
  /** A line that is dragged, in the place of the model's. */
  readonly line: Line | undefined
}

export function regressionCurve(fitted: Fitted, { hasSquares, line }: RegressionSettings, width: number): Scene {
  const { view, plan } = fitted
  const frame = frameOf(width, RATIO, rangeOf(view.axes[0]), view.range!)
  const { x, y, ...options } = frameOptions(frame)
  const dots = dotsOf(view, ({ truth }, row) => truth[row]).map((dot) => ({ ...dot, predicted: drawable(frame, line ? onLine(line, dot.x) : dot.predicted) }))
  const errors = showsErrors(fitted) ? dots.filter(({ isHeldOut, predicted }) => !isHeldOut && Number.isFinite(predicted)) : []
  const [curve] = curvesOf(view)
  const drawn = curve.map((point) => ({ x: point.x, y: drawable(frame, line ? onLine(line, point.x) : point.y) }))
  const rises = drawn[drawn.length - 1].y > drawn[0].y
  return {
    frame,
    plot: {
      ...options,
      x: { ...x, ...axisOptions(view.axes[0]) },
      y: { ...y, label: plan.fit.target, grid: true, tickFormat: tickText },
      marks: [
        hasSquares ? Plot.rect(errors.map((dot) => squareOf(frame, dot, rises)), { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'var(--error)', fillOpacity: 0.14, stroke: 'var(--error)', strokeWidth: 1, strokeOpacity: 0.6, clip: true }) : null,
        Plot.ruleX(errors, { x: 'x', y1: 'truth', y2: 'predicted', stroke: 'var(--error)', strokeWidth: 2, clip: true, className: 'term-yd' }),
        ...rowDots(dots),
        Plot.line(drawn, { ...xy, stroke: 'currentColor', strokeWidth: 2.5, clip: true, className: 'term-yp' }),
      ],
    },
  }
}

/** Below the curves, of three and more classes, each has a lane for its rows. */
const LANE = 0.07

export function probabilityCurve({ view, plan }: Fitted, width: number): Scene {
  const classes = classNames(plan)
  const isTwo = view.values.length === 1
  const bottom = isTwo ? -0.08 : -LANE * (classes.length + 1)
  const frame = frameOf(width, RATIO, rangeOf(view.axes[0]), [bottom, 1.08])
  const { x, y, ...options } = frameOptions(frame)
  // Rows with the same number would lie on one another.
  const dots = dotsOf(view, ({ truth }, row) => (isTwo ? truth[row] : -LANE * (truth[row] + 1)) + jittered(row, LANE / 2))
  return {
    frame,
    plot: {
      ...options,
      ...classScales(classes.length),
      x: { ...x, ...axisOptions(view.axes[0]) },
      y: { ...y, label: isTwo ? t(fitMessages.probabilityAxis, { class: classes[1] }) : t(fitMessages.probability), grid: true, ticks: [0, 0.5, 1] },
      marks: [
        isTwo ? Plot.ruleY([0.5], { stroke: 'currentColor', strokeDasharray: '4,4', strokeOpacity: 0.6 }) : null,
        ...curvesOf(view).map((curve, k) => Plot.line(curve, { ...xy, stroke: isTwo ? 'currentColor' : classColor(k), strokeWidth: 2.5, className: 'term-yp' })),
        ...classDots(dots),
        rings(dots),
      ],
    },
  }
}
