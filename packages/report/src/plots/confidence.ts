/** How sure a classifier was: the probabilities that it gave to the true classes, as a histogram. */
import * as Plot from '@observablehq/plot'
import { bilingual, plain } from '../bilingual.ts'
import { tell } from '../html/bilingual.ts'
import type { Html } from '../html/html.ts'
import { formatNumber, formatTick } from '../html/number.ts'
import { figures } from '../messages/figures.ts'
import type { ClassificationResult } from '../summary.ts'
import { draw } from './draw.ts'
import { figure, legendEntry } from './figure.ts'

const id = 'confidence'
const bins = 20

/** Rows in one bin of the histogram whose answer was right, or wrong, with the rows below them in the stack. */
interface Bar {
  readonly from: number
  readonly right: boolean
  readonly y1: number
  readonly y2: number
}

/**
 * The histogram's bars over [0, 1]. A row is right where its true class has the largest probability; of equal ones the
 * first is the answer.
 */
export function confidenceBars(yt: readonly number[], probability: readonly (readonly number[])[]): readonly Bar[] {
  const right = new Array<number>(bins).fill(0)
  const wrong = new Array<number>(bins).fill(0)
  for (const [i, row] of probability.entries()) {
    const p = row[yt[i]]
    if (!Number.isFinite(p)) continue
    const counts = row.indexOf(Math.max(...row)) === yt[i] ? right : wrong
    counts[Math.min(bins - 1, Math.floor(p * bins))]++
  }
  return right.flatMap((count, b) => [
    { from: b / bins, right: false, y1: 0, y2: wrong[b] },
    { from: b / bins, right: true, y1: wrong[b], y2: wrong[b] + count },
  ]).filter((bar) => bar.y2 > bar.y1)
}

/** The figure for the rows that judge the model, or `undefined` where no probability is finite. */
export function confidence({ predictions }: ClassificationResult): Html | undefined {
  const { yt, probability } = predictions.validation ?? predictions.train
  const bars = confidenceBars(yt, probability)
  if (bars.length === 0) return undefined
  return figure({
    id,
    name: plain(figures.confidence),
    about: bilingual(figures.confidenceAbout, { count: formatNumber(yt.length) }),
    x: tell(figures.confidenceAxis, undefined),
    y: tell(figures.rowsAxis, undefined),
    plot: draw(id, {
      x: { label: null, domain: [0, 1], tickFormat: formatTick },
      y: { label: null, grid: true, nice: true, ticks: 5,
        tickFormat: (value: number) => (Number.isInteger(value) ? formatTick(value) : '') },
      marks: [
        Plot.rect(bars, {
          x1: 'from', x2: (bar: Bar) => bar.from + 1 / bins, y1: 'y1', y2: 'y2', insetLeft: 1, insetRight: 1,
          fill: (bar: Bar) => (bar.right ? 'var(--train)' : 'var(--error)'),
        }),
        Plot.ruleY([0]),
      ],
    }),
    legend: [
      legendEntry('square', 'var(--train)', tell(figures.right, undefined)),
      legendEntry('square', 'var(--error)', tell(figures.wrong, undefined)),
    ],
  })
}
