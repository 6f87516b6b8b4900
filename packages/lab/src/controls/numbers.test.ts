import { describe, expect, it } from 'vitest'
import { numberKinds, readNumber } from './numbers.ts'

describe('readNumber', () => {
  it('reads what people write, also with wide digits', () => {
    expect(readNumber(' 0.01 ', numberKinds.positive)).toBe(0.01)
    expect(readNumber('1e-3', numberKinds.positive)).toBe(0.001)
    expect(readNumber('０．５', numberKinds.share)).toBe(0.5)
    expect(readNumber('−１', numberKinds.any)).toBe(-1)
    expect(readNumber('10,000', numberKinds.counting)).toBe(10_000)
    expect(readNumber('1,234,567.5', numberKinds.any)).toBe(1_234_567.5)
  })

  it('reads a comma as a point where thousands have none', () => {
    expect(['0,01', '0,001', '2,5', '-0,5', '１，５', '12,5e-3'].map((text) => readNumber(text, numberKinds.any))).toEqual([0.01, 0.001, 2.5, -0.5, 1.5, 0.0125])
    expect(['1.234,5', '1,2,3', '1,23,456', ','].map((text) => readNumber(text, numberKinds.any))).toEqual([undefined, undefined, undefined, undefined])
  })

  it('refuses what is no number of the kind', () => {
    for (const text of ['', 'abc', '0.1.2', '1e999', '0x10', 'Infinity']) expect(readNumber(text, numberKinds.any)).toBeUndefined()
    expect(readNumber('0', numberKinds.positive)).toBeUndefined()
    expect(readNumber('1', numberKinds.share)).toBeUndefined()
    expect(readNumber('2.5', numberKinds.counting)).toBeUndefined()
    expect(readNumber('-1', numberKinds.whole)).toBeUndefined()
  })
})
