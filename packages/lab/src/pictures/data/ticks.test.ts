import { describe, expect, it } from 'vitest'
import { niceTicks } from './ticks.ts'

describe('niceTicks', () => {
  it.each([
    [166, 176, 5, [166, 168, 170, 172, 174, 176]],
    [-5, 5, 5, [-4, -2, 0, 2, 4]],
    [0, 1, 4, [0, 0.5, 1]],
    [-0.31, 0.11, 4, [-0.2, 0]],
    [1e6, 3e6, 2, [1e6, 2e6, 3e6]],
  ])('from %d to %d, about %d', (low, high, count, ticks) => expect(niceTicks(low, high, count)).toEqual(ticks))

  it('is empty where there is no stretch', () => {
    expect(niceTicks(3, 3, 5)).toEqual([])
    expect(niceTicks(Number.NaN, 1, 5)).toEqual([])
  })
})
