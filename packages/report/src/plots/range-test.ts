/** The learning-rate range test: the smoothed loss of steps whose rate grows, and the rate that was chosen by it. */
import * as Plot from '@observablehq/plot'
import { plain } from '../bilingual.ts'
import { tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { formatNumber, formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'
import type { RangeTestSummary } from '../summary.ts'
import { draw } from './draw.ts'
import { figure, legendEntry } from './figure.ts'
import type { Point } from './thin.ts'

const id = 'range-test'
/** Where steps are much too long the loss shoots up: what lies above its start by more than this share of its fall is cut off. */
const ROOM = 0.5

/** The losses that are drawn, from the lowest up to a little above the first. */
export function lossRange(points: readonly Point[]): readonly [number, number] {
  const losses = points.map(([, loss]) => loss)
  const low = Math.min(...losses)
  const first = losses[0]
  return [low, first + ROOM * (first - low || Math.abs(first) || 1)]
}

/** The figure, or `undefined` where not one loss is finite. */
export function rangeTest({ rate, loss, found }: RangeTestSummary): Html | undefined {
  const points = rate.flatMap((value, i) => {
    const own = loss[i]
    return own === null ? [] : [[value, own] as const]
  })
  if (points.length === 0) return undefined
  return figure({
    id,
    name: plain(figures.rangeTest),
    about: found ? plain(figures.rangeTestAbout) : plain(figures.rangeTestNeverFell),
    x: html`${tell(figures.rate, undefined)} (${tell(figures.logScale, undefined)})`,
    y: tell(figures.smoothedLoss, undefined),
    plot: draw(id, {
      x: { label: null, type: 'log', ticks: 5, tickFormat: formatTick },
      y: { label: null, grid: true, ticks: 6, domain: lossRange(points), nice: true, tickFormat: formatTick, clamp: false },
      marks: [
        found ? Plot.ruleX([found.lowest], { stroke: 'currentColor', strokeDasharray: '3,4', strokeWidth: 1.5 }) : null,
        found ? Plot.ruleX([found.chosen], { stroke: 'var(--validation)', strokeWidth: 2.5 }) : null,
        Plot.line(points, { x: '0', y: '1', stroke: 'var(--train)', strokeWidth: 2.5, clip: true }),
      ],
    }),
    legend: found
      ? [
          legendEntry('line', 'var(--validation)', tell(figures.chosenRate, { rate: formatNumber(found.chosen, 3) })),
          legendEntry('dashed', 'currentColor', tell(figures.lowestRate, { rate: formatNumber(found.lowest, 3) })),
        ]
      : [],
  })
}
