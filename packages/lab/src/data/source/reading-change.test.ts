import { describe, expect, it } from 'vitest'
import { areNumbers, changedReading } from './reading-change.ts'

describe('how a file is read', () => {
  it('is changed in parts, and left to the reader again', () => {
    const told = changedReading({ delimiter: ';' }, { encoding: 'shift_jis' })
    expect(told).toEqual({ delimiter: ';', encoding: 'shift_jis' })
    expect(changedReading(told, { encoding: undefined })).toEqual({ delimiter: ';' })
    expect(changedReading({}, { header: false })).toEqual({ header: false })
  })

  it('is doubted where all names are numbers', () => {
    expect(areNumbers(['166', '58.7'])).toBe(true)
    expect([['height', '58.7'], ['x1', 'x2'], ['']].map(areNumbers)).toEqual([false, false, false])
  })
})
