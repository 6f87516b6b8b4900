import { describe, expect, it } from 'vitest'
import { descentText, lossText, modelText, predictionText, weightedSum } from './readings.ts'

const column = (...values: number[]) => ({ rows: values.length, columns: 1, values: Float64Array.from(values) })

describe('the parts of the loop in formulas', () => {
  it('write the model of the talk, and of the next slide, with its numbers', () => {
    expect(modelText(weightedSum(column(0.267959, 1.82069))!, false)).toBe('yp = 0.268 + 1.82 x')
    expect(modelText(weightedSum(column(-2, -1, 0.5))!, true)).toBe('yp = f(−2 − 1 x₁ + 0.5 x₂)')
  })

  it('write no sum that is too long, or of several outputs', () => {
    expect(weightedSum(column(1, 2, 3, 4))).toBeUndefined()
    expect(weightedSum({ rows: 2, columns: 2, values: new Float64Array(4) })).toBeUndefined()
    expect(weightedSum(column(1))).toBeUndefined()
  })

  it('write prediction, loss and step', () => {
    expect(predictionText({ task: 'regression', predicted: 58.123, truth: -58.7 })).toBe('yp = 58.1 (yt −58.7)')
    expect(predictionText({ task: 'classification', truth: 'setosa', probability: 0.98765 })).toBe('p(setosa) = 0.988')
    expect(lossText(2.306147)).toBe('L = 2.306')
    expect(lossText(undefined)).toBe('L(yp, yt)')
    expect(descentText(0.01, undefined)).toBe('w ← w − 0.01 ∂L/∂w')
    expect(descentText(0.001, 'adam')).toBe('adam, α = 0.001')
  })
})
