import { describe, expect, it } from 'vitest'
import { numberKinds, readNumber } from './numbers.ts'

describe('readNumber', () => {
  it('reads what people write, also with wide digits', () => {
    expect(readNumber(' 0.01 ', numberKinds.positive)).toBe(0.01)
    expect(readNumber('1e-3', numberKinds.positive)).toBe(0.001)
    expect(readNumber('０．５', numberKinds.share)).toBe(0.5)
    expect(readNumber('−１', numberKinds.any)).toBe(-1)
    expect(readNumber('10,000', numberKinds.counting)).toBe(10_000)
  })

  it('refuses what is no number of the kind', () => {
    for (const text of ['', 'abc', '0.1.2', '1e999', '0x10', 'Infinity']) expect(readNumber(text, numberKinds.any)).toBeUndefined()
    expect(readNumber('0', numberKinds.positive)).toBeUndefined()
    expect(readNumber('1', numberKinds.share)).toBeUndefined()
    expect(readNumber('2.5', numberKinds.counting)).toBeUndefined()
    expect(readNumber('-1', numberKinds.whole)).toBeUndefined()
  })
})
