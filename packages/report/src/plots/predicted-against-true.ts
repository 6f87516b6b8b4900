/** Predictions against true values: a perfect model puts every point on the diagonal. */
import * as Plot from '@observablehq/plot'
import { bilingual, plain } from '../bilingual.ts'
import { tell } from '../html/bilingual.ts'
import type { Html } from '../html/html.ts'
import { formatNumber, formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'
import type { RegressionResult } from '../summary.ts'
import { draw } from './draw.ts'
import { figure, legendEntry } from './figure.ts'
import { type Point, thinEvenly } from './thin.ts'

const most = 500

function pairs(part: { readonly yt: readonly number[]; readonly yp: readonly number[] } | undefined): readonly Point[] {
  if (part === undefined) return []
  const all = part.yt.map((yt, i) => [yt, part.yp[i]] as const)
  return thinEvenly(all.filter(([yt, yp]) => Number.isFinite(yt) && Number.isFinite(yp)), most)
}

/** The figure, or `undefined` where no prediction is finite. */
export function predictedAgainstTrue({ predictions }: RegressionResult): Html | undefined {
  const train = pairs(predictions.train)
  const validation = pairs(predictions.validation)
  const all = [...train, ...validation].flat()
  if (all.length === 0) return undefined
  const low = Math.min(...all)
  const high = Math.max(...all)
  const margin = (high - low || Math.abs(high) || 1) * 0.04
  const domain = [low - margin, high + margin]
  const axis: Plot.ScaleOptions = {
    domain, label: null, ticks: 6, grid: true, tickFormat: formatTick,
  }
  const dots = (points: readonly Point[], color: string) =>
    Plot.dot(points, {
      x: '0', y: '1', r: 4, fill: color, fillOpacity: 0.65, stroke: 'var(--paper)', strokeWidth: 0.75,
      title: ([yt, yp]: Point) => `yt = ${formatNumber(yt)}, yp = ${formatNumber(yp)}`,
    })
  const both = validation.length > 0
  return figure({
    id: 'predicted-against-true',
    name: plain(figures.predictedAgainstTrue),
    about: bilingual(figures.predictedAgainstTrueAbout, { count: formatNumber(train.length + validation.length) }),
    x: tell(figures.trueValue, undefined),
    y: tell(figures.predicted, undefined),
    square: true,
    plot: draw('predicted-against-true', {
      width: 420, height: 400, x: axis, y: axis,
      marks: [
        Plot.line([[domain[0], domain[0]], [domain[1], domain[1]]], { stroke: 'currentColor', strokeOpacity: 0.6, strokeWidth: 1.5 }),
        dots(train, 'var(--train)'),
        dots(validation, 'var(--validation)'),
      ],
    }),
    legend: [
      legendEntry('dot', 'var(--train)', tell(figures.training, undefined)),
      ...(both ? [legendEntry('dot', 'var(--validation)', tell(figures.validation, undefined))] : []),
      legendEntry('line', 'color-mix(in srgb, currentColor 60%, transparent)', tell(figures.perfect, undefined)),
    ],
  })
}
