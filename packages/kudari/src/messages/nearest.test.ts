import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from './nearest.ts'

describe('editDistance', () => {
  it('counts insertions, deletions, replacements and swaps', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('wieght', 'weight')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('体重', '体積')).toBe(1)
  })

  it('is symmetric, and 0 only for equal texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
      }),
    )
  })
})

describe('nearest', () => {
  it('finds the name that was meant', () => {
    expect(nearest('wieght', ['height', 'weight'])).toBe('weight')
    expect(nearest('PRICE', ['area', 'price'])).toBe('price')
    expect(nearest('colour', ['height', 'weight'])).toBeUndefined()
    expect(nearest('y', ['a', 'yy'])).toBe('yy')
    expect(nearest('x', ['a name far away'])).toBeUndefined()
  })
})
