import { describe, expect, it } from 'vitest'
import { body, momentOf, rectangles } from '../testing/moments.ts'
import { firstRow } from './first-row.ts'

describe('firstRow', () => {
  it('is the prediction of the talk: 2 - 1 * (166 - 171) = 7, where 58.7 - 65.4 = -6.7 is true', () => {
    const view = firstRow(momentOf(body, { target: 'weight', center: true, initial: [2, -1] }), undefined)
    expect(view).toMatchObject({ task: 'regression', predicted: 7 })
    expect(view.task === 'regression' && view.truth).toBeCloseTo(-6.7, 12)
  })

  it('is the probability of the class that is true', () => {
    // u = 1 whatever the inputs are; portrait is the second class.
    const fit = { target: 'orientation', initial: [1, 0, 0], scale: 'none' } as const
    const sigmoid = 1 / (1 + Math.exp(-1))
    const view = firstRow(momentOf(rectangles, fit), undefined)
    expect(view).toMatchObject({ task: 'classification', truth: 'portrait' })
    expect(view.task === 'classification' && view.probability).toBeCloseTo(sigmoid, 12)
  })
})
