/** The fit of a model that takes no numbers: what it answers for every category, beside the rows. */
import * as Plot from '@observablehq/plot'
import { classColor } from '@kudari/report'
import type { FitView } from '../../worker/views/fit.ts'
import type { Scene } from '../layers.tsx'
import { drawable, frameOptions, tickText } from '../plot-frame.ts'
import { ofAllClasses } from './ground.ts'
import { type Fitted, axisOptions, classNames, dotsOf, frameOf, jittered, rangeOf, rowDots } from './scene.ts'

const RATIO = 0.66
/** So many categories find a place. */
export const MOST_CATEGORIES = 24
/** Room for names that stand askew. */
const BOTTOM = 76

const bottomOf = (categories: number): number => (categories > 6 ? BOTTOM : 40)

/** Regression: a bar for each category among its rows. */
export function strips({ view, plan }: Fitted, width: number): Scene {
  const [axis] = view.axes
  const range = rangeOf(axis, MOST_CATEGORIES)
  const frame = frameOf(width, RATIO, range, view.range!, bottomOf(range[1] + 0.5))
  const { x, y, ...options } = frameOptions(frame)
  const dots = dotsOf(view, ({ truth }, row) => truth[row]).map((dot, row) => ({ ...dot, x: dot.x + jittered(row, 0.27) })).filter((dot) => dot.x < range[1])
  const bars = Array.from(view.values[0].subarray(0, MOST_CATEGORIES), (value, k) => ({ x1: k - 0.38, x2: k + 0.38, y: drawable(frame, value) }))
  return {
    frame,
    plot: {
      ...options,
      x: { ...x, ...axisOptions(axis, MOST_CATEGORIES) },
      y: { ...y, label: plan.fit.target, grid: true, tickFormat: tickText },
      marks: [
        ...rowDots(dots),
        Plot.ruleY(bars, { x1: 'x1', x2: 'x2', y: 'y', stroke: 'currentColor', strokeWidth: 3.5, clip: true }),
      ],
    },
  }
}

/** A part of a bar. */
export interface Share {
  readonly category: number
  readonly class: number
  readonly y1: number
  readonly y2: number
}

/** Shares on top of one another. @param share of a class in a category. */
export function stacked(categories: number, classes: number, share: (category: number, k: number) => number): Share[] {
  return Array.from({ length: categories }).flatMap((_, category) => {
    let sum = 0
    return Array.from({ length: classes }, (__, k) => ({ category, class: k, y1: sum, y2: (sum += share(category, k)) }))
  })
}

/** How many of the rows of a category that are learned from are of a class; none of a category without rows. */
export function sharesOfRows({ axes: [values], truth }: FitView['train'], categories: number, classes: number): Share[] {
  const counts = new Float64Array(categories * classes)
  const totals = new Float64Array(categories)
  for (const [row, category] of values.entries()) {
    if (!(category < categories)) continue
    counts[category * classes + truth[row]]++
    totals[category]++
  }
  return stacked(categories, classes, (category, k) => counts[category * classes + k] / Math.max(totals[category], 1))
}

/** Classification: for each category a bar of the probabilities, and a paler one of the rows. */
export function sharesOfCategories({ view, plan }: Fitted, width: number): Scene {
  const [axis] = view.axes
  const range = rangeOf(axis, MOST_CATEGORIES)
  const count = range[1] + 0.5
  const frame = frameOf(width, RATIO, range, [0, 1], bottomOf(count))
  const { x, y, ...options } = frameOptions(frame)
  const probabilities = ofAllClasses(view.values)
  const classes = classNames(plan).length
  const bar = (shares: readonly Share[], from: number, to: number, opacity: number) =>
    Plot.rect(shares, {
      x1: (share: Share) => share.category + from, x2: (share: Share) => share.category + to, y1: 'y1', y2: 'y2',
      fill: (share: Share) => classColor(share.class), fillOpacity: opacity, stroke: 'var(--paper)', strokeWidth: 1,
    })
  return {
    frame,
    plot: {
      ...options,
      x: { ...x, ...axisOptions(axis, MOST_CATEGORIES) },
      y: { ...y, label: null, ticks: 5, tickFormat: '%' },
      color: { type: 'identity' },
      marks: [
        bar(stacked(count, classes, (category, k) => probabilities[k][category]), -0.4, 0, 1),
        bar(sharesOfRows(view.train, count, classes), 0.02, 0.36, 0.45),
        Plot.ruleY([0]),
      ],
    },
  }
}
