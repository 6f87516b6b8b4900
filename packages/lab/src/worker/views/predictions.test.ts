import { describe, expect, it } from 'vitest'
import { body, momentOf, lastMoment, tableOf, talk } from '../testing/moments.ts'
import { predictions } from './predictions.ts'
import { rocCurve } from './roc-curve.ts'

describe('predicted against true', () => {
  it('is in the unit of the target', () => {
    const seen = predictions(momentOf(body, talk), undefined)
    if (seen.kind !== 'numbers') throw new Error(seen.kind)
    expect(seen.train.truth[1]).toBeCloseTo(75.7, 10)
    // 2 - (176 - 171) on centred data, and the mean weight of 65.4.
    expect(seen.train.predicted[1]).toBeCloseTo(62.4, 10)
    expect(seen.validation).toBeUndefined()
  })

  it('of two classes is what every threshold finds', async () => {
    const table = tableOf({ x: [1, 2, 3, 4, 5, 6, 7, 8], class: ['A', 'A', 'A', 'B', 'A', 'B', 'B', 'B'] })
    const seen = predictions(await lastMoment(table, { target: 'class', iterations: 50, learningRate: 1 }), undefined)
    if (seen.kind !== 'roc') throw new Error(seen.kind)
    expect([...seen.train.hits]).toEqual([0, 0.25, 0.5, 0.75, 0.75, 1, 1, 1, 1])
    expect([...seen.train.falseAlarms]).toEqual([0, 0, 0, 0, 0.25, 0.25, 0.5, 0.75, 1])
  })

  it('of three classes are the measures alone', () =>
    expect(predictions(momentOf(tableOf({ x: [1, 2, 3, 4, 5, 6], class: ['A', 'A', 'B', 'B', 'C', 'C'] }), { target: 'class' }), undefined)).toEqual({ kind: 'classes' }))
})

describe('the ROC curve', () => {
  it("is scikit-learn's", () => {
    // The example of sklearn.metrics.roc_curve.
    const { falseAlarms, hits } = rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
    expect([...falseAlarms]).toEqual([0, 0, 0.5, 0.5, 1])
    expect([...hits]).toEqual([0, 0.5, 0.5, 1, 1])
  })

  it('takes equal scores as one threshold', () => expect([...rocCurve([0, 1, 1], [0.5, 0.5, 0.5]).hits]).toEqual([0, 1]))
})
