import { planFit } from 'kudari'
import { describe, expect, it } from 'vitest'
import { body, talk, tableOf } from '../../worker/testing/moments.ts'
import { type PlotFrame, drawable, fromY, labelRoom, tickText, toX, toY } from '../plot-frame.ts'
import { endsOf, isLine, lineOf, lineThrough, onLine, parametersOf } from './line.ts'

const { pipeline, specification } = planFit(body, talk)

describe('a line and its parameters', () => {
  it("are the talk's", () => {
    // Slide 5: the means are 171 and 65.4; slide 19: the last parameters.
    const line = lineOf(pipeline, [0.267959, 1.82069])
    expect(onLine(line, 171)).toBeCloseTo(65.667959, 10)
    expect(line.w1).toBe(1.82069)
  })

  it('are each made of the other, also where inputs are standardised', () => {
    for (const plan of [planFit(body, talk), planFit(body, { target: 'weight' }), planFit(body, { target: 'weight', scale: 'minmax' })]) {
      const [w0, w1] = parametersOf(plan.pipeline, lineOf(plan.pipeline, [2, -1]))
      expect(w0).toBeCloseTo(2, 10)
      expect(w1).toBeCloseTo(-1, 12)
    }
  })

  it('go through two points', () => {
    const line = lineThrough({ x: 1, y: 5 }, { x: 3, y: 1 })
    expect(line).toEqual({ w0: 7, w1: -2 })
  })
})

describe('a model that is a line', () => {
  it('is linear, of one number', () => {
    expect(isLine(specification, pipeline)).toBe(true)
    const two = tableOf({ a: [1, 2, 3], b: [3, 1, 2], y: [1, 2, 4] })
    const plan = planFit(two, { target: 'y' })
    expect(isLine(plan.specification, plan.pipeline)).toBe(false)
    const network = planFit(body, { target: 'weight', model: 'mlp:4' })
    expect(isLine(network.specification, network.pipeline)).toBe(false)
    const classes = planFit(tableOf({ x: [1, 2, 3, 4], c: ['a', 'a', 'b', 'b'] }), { target: 'c' })
    expect(isLine(classes.specification, classes.pipeline)).toBe(false)
  })
})

describe('where a line is taken hold of', () => {
  const frame: PlotFrame = { width: 128, height: 120, left: 0, right: 0, top: 10, bottom: 10, x: [0, 128], y: [0, 10] }

  it('is near its ends', () => expect(endsOf({ w0: 5, w1: 0 }, frame)).toEqual([{ x: 5, y: 5 }, { x: 123, y: 5 }]))

  it('is where a steep line leaves the plot', () => {
    const [a, b] = endsOf({ w0: -10, w1: 0.5 }, frame)
    expect(a).toEqual({ x: 20, y: 0 })
    expect(b).toEqual({ x: 40, y: 10 })
  })

  it('is at the edge beside a line that cannot be seen', () => {
    expect(endsOf({ w0: 99, w1: 0.01 }, frame)).toEqual([{ x: 5, y: 10 }, { x: 123, y: 10 }])
    expect(endsOf({ w0: -99, w1: 0 }, frame)).toEqual([{ x: 5, y: 0 }, { x: 123, y: 0 }])
  })
})

describe('the frame of a plot', () => {
  const frame: PlotFrame = { width: 400, height: 300, left: 50, right: 10, top: 20, bottom: 30, x: [0, 10], y: [-1, 1] }

  it('has values at pixels, and the other way round', () => {
    expect([toX(frame, 0), toX(frame, 10)]).toEqual([50, 390])
    expect([toY(frame, -1), toY(frame, 1)]).toEqual([270, 20])
    expect(fromY(frame, toY(frame, 0.3))).toBeCloseTo(0.3, 12)
  })

  it('draws what is far away not too far', () => {
    expect([0.5, 3, 1e50, -Infinity].map((value) => drawable(frame, value))).toEqual([0.5, 3, 21, -21])
    expect(drawable(frame, Number.NaN)).toBeNaN()
  })

  it('has short labels, and room for them', () => {
    expect([0, 0.25, 200_000, 7e9, 1.5e-5, -3e6].map(tickText)).toEqual(['0', '0.25', '200,000', '7e9', '1.5e-5', '-3e6'])
    expect(labelRoom([0, 200_000])).toBeGreaterThan(labelRoom([0, 7e9]))
  })
})
