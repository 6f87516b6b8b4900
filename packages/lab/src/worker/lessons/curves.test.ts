import { generator } from 'kudari'
import { describe, expect, it } from 'vitest'
import { fallOfStep, grows, hasSettled, isAboveStart, isRestless, risenSince, stretches, zigzags } from './curves.ts'

const curve = (length: number, value: (i: number) => number): number[] => Array.from({ length }, (_, i) => value(i))
const noisy = (length: number, value: (i: number) => number, noise: number, seed = 1): number[] => {
  const random = generator(seed)
  return curve(length, (i) => value(i) + noise * random.normal())
}

describe('growing and zigzagging', () => {
  it('tells growth from a fall, quick or slow', () => {
    expect(grows(curve(10, (i) => 1.5 ** i), 10)).toBe(true)
    expect(grows(curve(30, (i) => 1.01 ** i), 30)).toBe(true)
    expect(grows(curve(30, (i) => 0.9 ** i), 30)).toBe(false)
    // Only what has been reached counts.
    expect(grows(curve(30, (i) => (i < 15 ? 0.9 ** i : 2 ** i)), 15)).toBe(false)
  })
  it('takes no slow rise of a few steps for growth', () => {
    expect(grows([5, 4, 3, 2, 1, 1.001, 1.002, 1.003, 1.004, 1.005], 10)).toBe(false)
  })
  it('tells a zigzag that gets nowhere from one that falls', () => {
    expect(zigzags(curve(40, (i) => 1 + 0.3 * (-1) ** i), 40)).toBe(true)
    expect(zigzags(curve(40, (i) => 0.8 ** i * (1 + 0.05 * (-1) ** i)), 40)).toBe(false)
    expect(zigzags(curve(40, (i) => 1 + 0.001 * (-1) ** i), 40)).toBe(false)
  })
  it('tells a loss that stays above its start', () => {
    expect(isAboveStart(curve(40, (i) => (i === 0 ? 1 : 3)), 40, 1)).toBe(true)
    expect(isAboveStart([1, 5, 20], 3, 1)).toBe(true)
    expect(isAboveStart(curve(40, (i) => (i === 39 ? 3 : 1)), 40, 1)).toBe(false)
  })
  it('tells restless mini-batches from noisy ones', () => {
    expect(isRestless(curve(100, (i) => 50 + 40 * (-1) ** i), 100, 20)).toBe(true)
    expect(isRestless(noisy(100, () => 50, 5), 100, 20)).toBe(false)
  })
})

describe('the level of a loss', () => {
  it('gives the fall of a step', () => {
    expect(fallOfStep(curve(100, (i) => 100 - 0.5 * i), 100, 1)).toBeCloseTo(0.5, 12)
    expect(fallOfStep(curve(100, (i) => 100 - 0.5 * i), 100, 30)).toBeCloseTo(0.5, 12)
    expect(fallOfStep([1], 1, 1)).toBeNaN()
  })
  it('has settled when it neither falls nor rises', () => {
    expect(hasSettled(curve(200, () => 3), 200)).toBe(true)
    expect(hasSettled(curve(200, (i) => 0.99 ** i), 200)).toBe(false)
    expect(hasSettled(curve(200, (i) => 1.01 ** i), 200)).toBe(false)
    expect(hasSettled([3, 3, 3], 3)).toBe(false)
  })
})

describe('a validation loss', () => {
  const valley = (i: number): number => 1 + ((i - 30) / 100) ** 2
  it('is averaged over what was measured', () => {
    const { means, length } = stretches(curve(40, (i) => (i % 10 === 9 ? i : Number.NaN)), 40)
    expect(means).toEqual([9, 19, 29, 39])
    expect(length).toBe(10)
  })
  it('is in at most a hundred stretches', () => {
    const { means, length } = stretches(curve(1000, (i) => i), 1000)
    expect(means).toHaveLength(100)
    expect([length, means[0]]).toEqual([10, 4.5])
  })
  it('has clearly been rising since it was lowest', () => {
    expect(risenSince(curve(100, valley))).toBe(30)
    expect(risenSince(curve(30, valley))).toBeUndefined()
  })
  it('does not rise by noise, nor by a trifle', () => {
    for (let seed = 0; seed < 50; seed++) expect(risenSince(noisy(100, () => 1, 0.2, seed))).toBeUndefined()
    for (let seed = 0; seed < 50; seed++) expect(risenSince(noisy(100, (i) => 0.97 ** i + 0.3, 0.05, seed))).toBeUndefined()
    expect(risenSince(curve(100, (i) => (i < 50 ? 1 - 0.01 * i : 0.5 + 0.0002 * (i - 50))))).toBeUndefined()
  })
})
