import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generator } from '../tensor/random.ts'
import { batches } from './batches.ts'

const epoch = (...args: Parameters<typeof batches>) => [...batches(...args)].map((batch) => [...batch])

describe('batches', () => {
  it('come in order without a generator; the last holds what is left', () => {
    expect(epoch({ rows: 5, size: 2 })).toEqual([[0, 1], [2, 3], [4]])
    expect(epoch({ rows: 2, size: 10 })).toEqual([[0, 1]])
    expect(epoch({ rows: 0, size: 3 })).toEqual([])
  })

  it('hold every row once, whatever the shuffle', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 20 }), fc.integer(), (rows, size, seed) => {
        const all = epoch({ rows, size, random: generator(seed) }).flat()
        expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, i) => i))
      }),
    )
  })

  it('differ from epoch to epoch, but not from run to run', () => {
    const [once, again] = [generator(3), generator(3)]
    const first = epoch({ rows: 20, size: 7, random: once })
    const second = epoch({ rows: 20, size: 7, random: once })
    expect(first).not.toEqual(second)
    expect(epoch({ rows: 20, size: 7, random: again })).toEqual(first)
    expect(epoch({ rows: 20, size: 7, random: again })).toEqual(second)
  })

  it('refuse a size that is not a positive integer', () => {
    expect(() => epoch({ rows: 5, size: 0 })).toThrow(/positive integer, but is 0/)
    expect(() => epoch({ rows: 5, size: 2.5 })).toThrow(/2.5/)
  })
})
