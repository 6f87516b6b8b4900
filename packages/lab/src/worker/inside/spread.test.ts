/** Spreads of a few numbers, counted by hand. */
import { describe, expect, it } from 'vitest'
import { BARS, roundLimit, spreadOf } from './spread.ts'

describe('limits', () => {
  it.each([[0.034, 0.04], [1, 1], [1.0001, 1.5], [0.00085, 0.001], [730, 800], [0, 0], [NaN, 0], [Infinity, 0]])('of %f is %f', (size, limit) => {
    expect(roundLimit(size)).toBe(limit)
  })
})

describe('the spread of numbers', () => {
  it('is told in a few of them', () => {
    const { bars, ...rest } = spreadOf([-2, -1, 0, 0, 1, 1.5])
    expect(rest).toEqual({ count: 6, notFinite: 0, min: -2, max: 1.5, meanSize: 5.5 / 6, zeros: 2, limit: 2 })
    expect(bars.length).toBe(BARS)
    expect([bars[0], bars[(BARS - 1) / 2], bars.reduce((a, b) => a + b)]).toEqual([1, 2, 6])
  })

  it('leaves out what is not finite, and says so', () => {
    expect(spreadOf([NaN, Infinity, 3])).toMatchObject({ count: 3, notFinite: 2, min: 3, max: 3, meanSize: 3, limit: 3 })
  })

  it('of zeros is one bar in the middle', () => {
    expect(spreadOf([0, 0])).toMatchObject({ limit: 0, zeros: 2 })
    expect(spreadOf([0, 0]).bars[(BARS - 1) / 2]).toBe(2)
  })
})
