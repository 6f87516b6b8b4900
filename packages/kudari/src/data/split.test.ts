import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trainValidationSplit } from './split.ts'

const rowsUpTo = (count: number) => Int32Array.from({ length: count }, (_, i) => i)

describe('trainValidationSplit', () => {
  it('holds out the rounded share', () => {
    const { train, validation } = trainValidationSplit({ rows: rowsUpTo(506), fraction: 0.2, seed: 7 })
    expect([train.length, validation.length]).toEqual([405, 101])
  })

  it('is decided by the seed', () => {
    const options = { rows: rowsUpTo(50), fraction: 0.3 }
    const [one, again, other] = [1, 1, 2].map((seed) => trainValidationSplit({ ...options, seed }))
    expect(again).toEqual(one)
    expect(other).not.toEqual(one)
  })

  it('splits every class in the same proportion', () => {
    const strata = Array.from({ length: 150 }, (_, i) => ['setosa', 'versicolor', 'virginica'][Math.floor(i / 50)])
    const { validation } = trainValidationSplit({ rows: rowsUpTo(150), fraction: 0.2, seed: 0, strata })
    const count = (name: string) => [...validation].filter((row) => strata[row] === name).length
    expect([count('setosa'), count('versicolor'), count('virginica')]).toEqual([10, 10, 10])
  })

  it('leaves a class of one row to training', () => {
    const strata = ['a', 'a', 'a', 'a', 'b']
    for (let seed = 0; seed < 20; seed++)
      expect([...trainValidationSplit({ rows: rowsUpTo(5), fraction: 0.4, seed, strata }).train]).toContain(4)
  })

  it('divides the rows: none lost, none twice, order kept', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.integer(),
        (strata, fraction, seed) => {
          const rows = rowsUpTo(strata.length).map((row) => row * 2)
          const { train, validation } = trainValidationSplit({ rows, fraction, seed, strata })
          expect([...train, ...validation].toSorted((a, b) => a - b)).toEqual([...rows])
          for (const part of [train, validation]) expect([...part]).toEqual([...part].toSorted((a, b) => a - b))
          expect(train.length > 0).toBe(strata.length > 0)
        },
      ),
    )
  })

  it('refuses a fraction that leaves nothing to learn from', () => {
    expect(() => trainValidationSplit({ rows: rowsUpTo(5), fraction: 1, seed: 0 })).toThrow(/less than 1, but is 1/)
    expect(() => trainValidationSplit({ rows: rowsUpTo(5), fraction: NaN, seed: 0 })).toThrow(/NaN/)
    const short = { rows: rowsUpTo(2), fraction: 0.5, seed: 0, strata: ['a'] }
    expect(() => trainValidationSplit(short)).toThrow(/2 rows, 1 strata/)
  })
})
