import { describe, expect, it } from 'vitest'
import { body, momentOf, lastMoment, tableOf, talk } from '../testing/moments.ts'
import { measures } from './measures.ts'

describe('measures of a moment', () => {
  it('are those of the talk: half of the mean square is the loss', () => {
    const { train, validation } = measures(momentOf(body, talk), undefined)
    // Slide 13: 50.416.
    expect(train.task === 'regression' && train.mse / 2).toBeCloseTo(50.416, 10)
    expect(validation).toBeUndefined()
  })

  it('have the rows held out apart', async () => {
    const x = Array.from({ length: 40 }, (_, i) => i)
    const table = tableOf({ x, class: x.map((value) => (value < 20 ? 'A' : 'B')) })
    const { train, validation } = measures(await lastMoment(table, { target: 'class', validation: 0.25, iterations: 100, learningRate: 1 }), undefined)
    expect(train.task === 'classification' && train.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(validation?.task === 'classification' && validation.confusion).toEqual([[5, 0], [0, 5]])
  })

  it('are taken on rows spread over the table where there are many, not on the first ones', () => {
    const x = Array.from({ length: 5000 }, (_, i) => i)
    const { train } = measures(momentOf(tableOf({ x, class: x.map((value) => (value < 2500 ? 'A' : 'B')) }), { target: 'class', validation: 0 }), undefined)
    expect(train.task === 'classification' && train.perClass.map(({ support }) => support)).toEqual([1000, 1000])
  })
})
