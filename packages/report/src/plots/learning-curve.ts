/** A measure against the iteration, on the training and the validation rows: how learning went. */
import * as Plot from '@observablehq/plot'
import { both, fill, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { formatNumber, formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'
import type { Bilingual, Series } from '../summary.ts'
import { draw } from './draw.ts'
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
  /** The iteration whose weights were kept, where it is not the last. */
  readonly best?: number
}

const finitePoints = (iteration: readonly number[], series: Series = []): readonly Point[] =>
  series.flatMap((value, i) => (value !== null && Number.isFinite(value) ? [[iteration[i], value] as const] : []))

/** More than two decades are unreadable on a linear axis: most of the curve would lie on the floor. */
export function spansDecades(points: readonly Point[]): boolean {
  let low = Infinity
  let high = -Infinity
  for (const [, y] of points) {
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return low > 0 && high / low > 100
}

/** The figure, or `undefined` where not one finite value was recorded. */
export function learningCurve(curve: LearningCurve): Html | undefined {
  const train = finitePoints(curve.iteration, curve.train)
  const validation = finitePoints(curve.iteration, curve.validation)
  const all = [...train, ...validation]
  if (all.length === 0) return undefined
  const told = train.length > 0 ? train : validation
  const logarithmic = spansDecades(all)

  const line = (points: readonly Point[], color: string) => [
    Plot.line(thinCurve(points), { x: '0', y: '1', stroke: color, strokeWidth: 2.5 }),
    points.length <= 30 ? Plot.dot(points, { x: '0', y: '1', fill: color, r: 3.5 }) : null,
  ]
  const plot = draw(curve.id, {
    x: { label: null, ticks: 6, tickFormat: (value: number) => (Number.isInteger(value) ? formatTick(value) : '') },
    y: {
      label: null, grid: true, nice: true, ticks: logarithmic ? 5 : 6,
      ...(logarithmic ? { type: 'log' } : {}), tickFormat: formatTick,
    },
    marks: [
      curve.best === undefined ? null
        : Plot.ruleX([curve.best], { stroke: 'currentColor', strokeDasharray: '3,4', strokeWidth: 1.5 }),
      ...line(train, 'var(--train)'),
      ...line(validation, 'var(--validation)'),
    ],
  })
  const legend = [
    train.length > 0 ? legendEntry('line', 'var(--train)', tell(figures.training, undefined)) : undefined,
    validation.length > 0 ? legendEntry('line', 'var(--validation)', tell(figures.validation, undefined)) : undefined,
    curve.best === undefined ? undefined
      : legendEntry('dashed', 'currentColor', tell(figures.best, { iteration: formatNumber(curve.best) })),
  ].filter((entry) => entry !== undefined)

  return figure({
    id: curve.id,
    name: curve.name,
    about: curve.about ?? fill(figures.learningCurveAbout, {
      first: formatNumber(told[0][1]), last: formatNumber(told[told.length - 1][1]), points: told.length,
    }),
    x: tell(figures.iteration, undefined),
    y: logarithmic ? html`${both(curve.measure)} (${tell(figures.logScale, undefined)})` : both(curve.measure),
    plot,
    legend,
  })
}
