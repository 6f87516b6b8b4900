/** A model of one numeric input: the line that it draws, and the rows that it was drawn through. */
import * as Plot from '@observablehq/plot'
import { classColor, classScales } from '../class-marks.ts'
import { bilingual, plain } from '../bilingual.ts'
import { tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { nameTag, quoted } from '../html/name.ts'
import { formatNumber, formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'
import type { CurvePicture } from '../summary.ts'
import { classLegend } from './classes.ts'
import { draw } from './draw.ts'
import { figure, legendEntry } from './figure.ts'
import { thinEvenly } from './thin.ts'

const id = 'model-curve'
const most = 400
const mostResiduals = 100

const numberAxis: Plot.ScaleOptions = {
  label: null, ticks: 6, tickFormat: formatTick,
}

/** The curve's value at x, by a straight line between its neighbours; the first or last value beyond its ends. */
export function valueAt(xs: readonly number[], values: readonly number[], x: number): number {
  const right = xs.findIndex((other) => other >= x)
  if (right === 0) return values[0]
  if (right === -1) return values[values.length - 1]
  const share = (x - xs[right - 1]) / (xs[right] - xs[right - 1])
  return values[right - 1] + share * (values[right] - values[right - 1])
}

/** Regression: the fitted line, the rows, and the errors as short vertical lines where the rows are not too many. */
export function regressionCurve({ input, x, values: [yp], points }: CurvePicture, target: string): Html {
  const shown = thinEvenly(points, most).map((point) => ({ ...point, predicted: valueAt(x, yp, point.x) }))
  const residuals = shown.length <= mostResiduals ? shown : []
  return figure({
    id,
    name: plain(figures.fittedLine),
    about: bilingual(figures.fittedLineAbout, { input: quoted(input), target: quoted(target) }),
    x: nameTag(input),
    y: nameTag(target),
    plot: draw(id, {
      x: numberAxis,
      y: { ...numberAxis, grid: true, nice: true },
      marks: [
        Plot.ruleX(residuals, { x: 'x', y1: 'target', y2: 'predicted', stroke: 'var(--error)', strokeWidth: 1.5 }),
        Plot.line(x.map((value, i) => [value, yp[i]]), { x: '0', y: '1', stroke: 'var(--train)', strokeWidth: 2.5 }),
        Plot.dot(shown, {
          x: 'x', y: 'target', r: 4.5, fill: 'currentColor', fillOpacity: 0.75, stroke: 'var(--paper)',
          title: (row: { x: number; target: number; predicted: number }) =>
            `x = ${formatNumber(row.x)}, yt = ${formatNumber(row.target)}, yp = ${formatNumber(row.predicted)}`,
        }),
      ],
    }),
    legend: [
      legendEntry('line', 'var(--train)', tell(figures.model, undefined)),
      legendEntry('dot', 'currentColor', tell(figures.row, undefined)),
      ...(residuals.length > 0 ? [legendEntry('line', 'var(--error)', tell(figures.error, undefined))] : []),
    ],
  })
}

/**
 * Classification: the probability of each class along the input. With two classes one curve says it all, and the rows
 * lie at 0 and 1, where the curve would like to be; with more, the rows of a class lie along the top.
 */
export function classificationCurve({ input, x, values, points }: CurvePicture, classes: readonly string[]): Html {
  const two = values.length === 1
  const curves = values.map((probability, k) => ({ probability, index: two ? 1 : k }))
  const shown = thinEvenly(points, most)
  return figure({
    id,
    name: plain(figures.fittedLine),
    about: bilingual(figures.probabilityCurveAbout, { input: quoted(input) }),
    x: nameTag(input),
    y: two ? html`${tell(figures.probabilityOf, { class: quoted(classes[1]) })}` : tell(figures.probability, undefined),
    plot: draw(id, {
      x: numberAxis,
      y: { ...numberAxis, grid: true, domain: [-0.06, 1.06], ticks: [0, 0.25, 0.5, 0.75, 1] },
      ...classScales(classes.length),
      marks: [
        ...curves.map(({ probability, index }) =>
          Plot.line(x.map((value, i) => [value, probability[i]]), {
            x: '0', y: '1', stroke: two ? 'currentColor' : classColor(index), strokeWidth: 2.5,
          })),
        Plot.dot(shown, {
          x: 'x', y: (row: { target: number }) => (two ? row.target : 1.04), r: 4.5,
          fill: 'target', symbol: 'target', fillOpacity: 0.7, stroke: 'var(--paper)', strokeWidth: 0.75,
        }),
      ],
    }),
    legend: classLegend(classes),
  })
}
