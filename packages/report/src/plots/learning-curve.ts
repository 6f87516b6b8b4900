/** A measure against the iteration, on the training and the validation rows: how learning went. */
import * as Plot from '@observablehq/plot'
import { bilingual } from '../bilingual.ts'
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { formatNumber, formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'
import type { Bilingual, Series } from '../summary.ts'
import { draw } from './draw.ts'
import { epochScale, iterationAxes } from './epochs.ts'
import { figure, legendEntry } from './figure.ts'
import { type Point, thinCurve } from './thin.ts'

export interface LearningCurve {
  readonly id: string
  readonly name: Bilingual
  /** Left out, the figure tells where the loss began and where it ended. */
  readonly about?: Bilingual
  readonly measure: Bilingual
  readonly iteration: readonly number[]
  readonly train?: Series
  readonly validation?: Series
  /** Of mini-batches: so many steps an epoch, and the means of the epochs, before which single steps stand back. */
  readonly epochs?: { readonly steps: number; readonly loss?: Series }
  /** The iteration whose weights were kept, where it is not the last. */
  readonly best?: number
}

const finitePoints = (iteration: readonly number[], series: Series = []): readonly Point[] =>
  series.flatMap((value, i) => (value !== null && Number.isFinite(value) ? [[iteration[i], value] as const] : []))

/** The mean of each epoch, in the middle of its steps. */
export function epochPoints({ steps, loss = [] }: NonNullable<LearningCurve['epochs']>, iterations: number): readonly Point[] {
  const middle = (epoch: number): number => (epoch * steps + Math.min((epoch + 1) * steps, iterations)) / 2
  return finitePoints(loss.map((_, epoch) => middle(epoch)), loss)
}

function extent(values: readonly number[]): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}

/** More than two decades are unreadable on a linear axis: most of the curve would lie on the floor. */
export function spansDecades(points: readonly Point[]): boolean {
  const [low, high] = extent(points.map(([, y]) => y))
  return low > 0 && high / low > 100
}

/** Single steps of mini-batches scatter widely; so large a share of them on either side does not stretch the axis. */
const OUTLIERS = 0.1
/** Of fewer epochs the means say little: the steps themselves are the curve. */
const LEAST_EPOCHS = 5

/** The values that the axis must hold: all of the curves, and of single steps behind them all but a few. */
export function axisRange(curves: readonly Point[], behind: readonly Point[]): readonly [number, number] {
  const sorted = behind.map(([, y]) => y).sort((a, b) => a - b)
  const outside = Math.floor(sorted.length * OUTLIERS)
  return extent([...curves.map(([, y]) => y), ...sorted.slice(outside, sorted.length - outside)])
}

/** The figure, or `undefined` where not one finite value was recorded, or a single one of the validation rows. */
export function learningCurve(curve: LearningCurve): Html | undefined {
  const iterations = (curve.iteration.at(-1) ?? 0) + 1
  const single = finitePoints(curve.iteration, curve.train)
  const means = curve.epochs ? epochPoints(curve.epochs, iterations) : []
  const [train, behind] = means.length >= LEAST_EPOCHS ? [means, single] : [single, []]
  const validation = finitePoints(curve.iteration, curve.validation)
  const all = [...train, ...validation]
  if (all.length === 0 || (train.length === 0 && validation.length === 1)) return undefined
  const told = train.length > 0 ? train : validation
  const range = axisRange(all, behind)
  const logarithmic = spansDecades(range.map((y) => [0, y] as const))
  const { options, marks, labels } = iterationAxes(curve.epochs && epochScale(curve.iteration, curve.epochs.steps))

  const line = (points: readonly Point[], color: string) => [
    Plot.line(thinCurve(points), { x: '0', y: '1', stroke: color, strokeWidth: 2.5 }),
    points.length <= 30 ? Plot.dot(points, { x: '0', y: '1', fill: color, r: 3.5 }) : null,
  ]
  const plot = draw(curve.id, {
    ...options,
    y: {
      label: null, grid: true, nice: true, ticks: logarithmic ? 5 : 6,
      ...(logarithmic ? { type: 'log' } : {}), ...(behind.length > 0 ? { domain: range } : {}), tickFormat: formatTick,
    },
    marks: [
      ...marks,
      behind.length === 0 ? null
        : Plot.line(thinCurve(behind), { x: '0', y: '1', stroke: 'var(--train)', strokeOpacity: 0.3, strokeWidth: 1, clip: true }),
      curve.best === undefined ? null
        : Plot.ruleX([curve.best], { stroke: 'currentColor', strokeDasharray: '3,4', strokeWidth: 1.5 }),
      ...line(train, 'var(--train)'),
      ...line(validation, 'var(--validation)'),
    ],
  })
  const isMean = behind.length > 0
  const legend = [
    train.length > 0 ? legendEntry('line', 'var(--train)', tell(isMean ? figures.trainingEpoch : figures.training, undefined)) : undefined,
    isMean ? legendEntry('faint', 'var(--train)', tell(figures.trainingStep, undefined)) : undefined,
    validation.length > 0 ? legendEntry('line', 'var(--validation)', tell(figures.validation, undefined)) : undefined,
    curve.best === undefined ? undefined
      : legendEntry('dashed', 'currentColor', tell(figures.best, { iteration: formatNumber(curve.best) })),
  ].filter((entry) => entry !== undefined)

  return figure({
    id: curve.id,
    name: curve.name,
    about: curve.about ?? bilingual(isMean ? figures.batchCurveAbout : figures.learningCurveAbout, {
      first: formatNumber(told[0][1]), last: formatNumber(told[told.length - 1][1]), points: told.length,
    }),
    ...labels,
    y: logarithmic ? html`${both(curve.measure)} (${tell(figures.logScale, undefined)})` : both(curve.measure),
    plot,
    legend,
  })
}
