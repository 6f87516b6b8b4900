import type { NumericFeature, Pipeline } from 'kudari'
import { describe, expect, it } from 'vitest'
import { movesAxes, roomy, scaled, unscaled } from './moved.ts'

const height = (offset: number, divisor: number, type: NumericFeature['type'] = 'integer'): NumericFeature =>
  ({ kind: 'numeric', type, column: 'height', fill: 0, missing: 0, indicator: false, columns: [{ name: 'height', offset, divisor }] })
const weight = (offset: number): Pipeline['target'] => ({ column: 'weight', type: 'number', task: 'regression', offset })

describe('moving axes', () => {
  it("takes the talk's height to its distance from the mean, and back (slide 6)", () => {
    const axis = { name: 'height', offset: 171, divisor: 1 }
    expect([166, 176, 171, 173, 169].map((value) => scaled(value, axis))).toEqual([-5, 5, 0, 2, -2])
    expect(unscaled(-5, axis)).toBe(166)
  })

  it('is to be seen where something moves', () => {
    expect(movesAxes({ pipeline: { features: [height(171, 1)], target: weight(65.4) } })).toBe(true)
    expect(movesAxes({ pipeline: { features: [height(0, 1)], target: weight(65.4) } })).toBe(true)
    expect(movesAxes({ pipeline: { features: [height(0, 1)], target: weight(0) } })).toBe(false)
    expect(movesAxes({ pipeline: { features: [height(171, 1, 'boolean')], target: weight(65.4) } })).toBe(false)
    expect(movesAxes({ pipeline: { features: [height(0, 255)], target: weight(0), image: { height: 1, width: 1, channels: 1 } } })).toBe(false)
  })

  it('leaves room around the points', () => {
    expect(roomy([0, 100, Number.NaN])).toEqual([-12, 112])
    expect(roomy([5])).toEqual([4, 6])
    expect(roomy([])).toEqual([0, 1])
  })
})
