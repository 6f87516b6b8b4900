import { planFit } from 'kudari'
import { describe, expect, it } from 'vitest'
import { planView } from '../../worker/plan-view.ts'
import { body, momentOf, tableOf, talk } from '../../worker/testing/moments.ts'
import { fit } from '../../worker/views/fit.ts'
import { type PlotFrame, toX, toY } from '../plot-frame.ts'
import { seenLine, showsErrors, squareOf } from './curve.ts'
import { dotsOf } from './scene.ts'

const request = { axes: [], isFine: false }
const view = fit(momentOf(body, talk), request)

it('sees the line of a linear model', () => {
  // w = (2, -1) on data around (171, 65.4).
  const { w0, w1 } = seenLine(view)
  expect(w1).toBeCloseTo(-1, 10)
  expect(w0).toBeCloseTo(65.4 + 2 + 171, 8)
})

describe('errors', () => {
  it('have squares, as high as wide on the screen, whose mean area is twice the loss', () => {
    const frame: PlotFrame = { width: 400, height: 300, left: 50, right: 10, top: 20, bottom: 30, x: [160, 180], y: [50, 80] }
    const dots = dotsOf(view, ({ truth }, row) => truth[row])
    for (const dot of dots) {
      const { x1, x2, y1, y2 } = squareOf(frame, dot, false)
      expect(Math.abs(toX(frame, x2) - toX(frame, x1))).toBeCloseTo(Math.abs(toY(frame, y2) - toY(frame, y1)), 8)
      // A falling line goes away from what lies above it on the right, from what lies below it on the left.
      expect(Math.sign(x2 - x1)).toBe(dot.truth > dot.predicted ? 1 : -1)
    }
    // Slide 13: 50.416.
    expect(dots.reduce((sum, { truth, predicted }) => sum + (predicted - truth) ** 2, 0) / dots.length / 2).toBeCloseTo(50.416, 8)
  })

  it('are shown where nothing but the axis makes the prediction', () => {
    const fitted = (table: Parameters<typeof planFit>[0], target: string) => {
      const fitOptions = { target, validation: 0 }
      return { view: fit(momentOf(table, fitOptions), { axes: ['a'], isFine: false }), plan: planView(planFit(table, fitOptions), fitOptions, table.rows) }
    }
    expect(showsErrors(fitted(tableOf({ a: [1, 2, 3], y: [1, 2, 4] }), 'y'))).toBe(true)
    expect(showsErrors(fitted(tableOf({ a: [1, 2, 3], b: [2, 1, 5], y: [1, 2, 4] }), 'y'))).toBe(false)
    const many = Array.from({ length: 200 }, (_, i) => i)
    expect(showsErrors(fitted(tableOf({ a: many, y: many }), 'y'))).toBe(false)
  })
})
