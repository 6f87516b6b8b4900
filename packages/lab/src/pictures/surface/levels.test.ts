import { describe, expect, it } from 'vitest'
import { briefly, levelsOf, spansDecades } from './levels.ts'

describe('levelsOf', () => {
  it('takes round numbers in equal ratios where heights span a power of ten', () => {
    expect(levelsOf([2.3, 60])).toEqual([3, 5, 7, 10, 15, 20, 30, 50])
    expect(levelsOf([0.0012, 4, 77])).toEqual([0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30])
  })

  it('grows as squares else, so that the lines of a bowl lie at equal distances', () => {
    const levels = levelsOf([10, 12])
    const radii = levels.map((level) => Math.sqrt(level - 10))
    const gaps = radii.slice(1).map((radius, k) => radius - radii[k])
    expect(levels.length).toBeGreaterThan(7)
    expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.5)
  })

  it('stays between the heights, and has few lines however far they reach', () => {
    for (const [low, high] of [[1e-30, 1], [0, 5], [-3, 8], [1, 1.0001], [1e5, 1e250]]) {
      const levels = levelsOf([low, high])
      expect(levels.length).toBeGreaterThan(3)
      expect(levels.length).toBeLessThan(20)
      expect(levels.every((level, k) => level > low && level < high && (k === 0 || level > levels[k - 1]))).toBe(true)
    }
  })

  it('does not count what is no number, and needs two heights', () => {
    expect(levelsOf([2.3, Number.NaN, Infinity, 60])).toEqual(levelsOf([2.3, 60]))
    expect(levelsOf([1, 1])).toEqual([])
    expect(levelsOf([Number.NaN])).toEqual([])
  })
})

describe('spansDecades', () => {
  it('is about ratios of what is not negative', () => {
    expect(spansDecades(1, 11, 1)).toBe(true)
    expect(spansDecades(1, 9, 1)).toBe(false)
    expect(spansDecades(-1, 100, 1)).toBe(false)
    expect(spansDecades(0, 5, 1)).toBe(true)
  })
})

it('writes large numbers as powers of ten', () => {
  expect([0.25, 99999, 2e5, -1.23e7, Infinity].map((value) => briefly(value, 5))).toEqual(['0.25', '99999', '2e5', '-1.23e7', '∞'])
})
