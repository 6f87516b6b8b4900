import { describe, expect, it } from 'vitest'
import { body, momentOf, talk } from '../testing/moments.ts'
import { lossAt } from './loss-at.ts'

describe('the loss of other parameters', () => {
  it("is the talk's", () => {
    const moment = momentOf(body, talk)
    // Slide 19: before the first step, and after 200.
    expect(lossAt(moment, [2, -1])).toBeCloseTo(50.416, 10)
    expect(lossAt(moment, [1.98, -0.6728])).toBeCloseTo(40.291163, 6)
  })

  it('has the penalty', () =>
    // 50.416 + 0.5 / 2 * (-1) ** 2: the bias is not kept small.
    expect(lossAt(momentOf(body, { ...talk, penalty: { l2: 0.5 } }), [2, -1])).toBeCloseTo(50.666, 10))

  it('is refused for a number of parameters that the model has not', () =>
    expect(() => lossAt(momentOf(body, talk), [2])).toThrow(/2/))
})
