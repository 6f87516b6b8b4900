import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KudariError } from '../messages/error.ts'
import type { ScheduleSpecification } from './schedule.ts'
import { formatSchedule, parseSchedule, scheduleForms } from './schedule-text.ts'

describe('a schedule as text', () => {
  it.each<[string, ScheduleSpecification]>([
    ['constant', { type: 'constant' }],
    ['step:10:0.5', { type: 'step', every: 10, factor: 0.5 }],
    ['step:10', { type: 'step', every: 10 }],
    ['exponential:0.95', { type: 'exponential', factor: 0.95 }],
    ['cosine', { type: 'cosine' }],
    ['cosine:warmup=5', { type: 'cosine', warmup: 5 }],
    ['cosine:warmup=0.5:final=0.01', { type: 'cosine', warmup: 0.5, final: 0.01 }],
    ['one-cycle', { type: 'one-cycle' }],
    ['plateau', { type: 'plateau' }],
    ['plateau:5:0.5', { type: 'plateau', patience: 5, factor: 0.5 }],
    ['plateau:factor=1e-7', { type: 'plateau', factor: 1e-7 }],
  ])('%s', (text, schedule) => {
    expect(parseSchedule(text)).toEqual(schedule)
    expect(formatSchedule(schedule)).toBe(text)
  })

  it('may name every setting, in any order', () => {
    expect(parseSchedule('step:factor=.5:every=3')).toEqual({ type: 'step', every: 3, factor: 0.5 })
    expect(parseSchedule('cosine:final=0:warmup=1')).toEqual({ type: 'cosine', warmup: 1, final: 0 })
  })

  it('comes back from its text', () => {
    const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const factor = fc.double({ min: 1e-300, max: 0.999, noNaN: true })
    const schedules = fc.oneof(
      fc.record({ type: fc.constant('step'), every: fc.integer({ min: 1 }), factor: positive }, { requiredKeys: ['type', 'every'] }),
      fc.record({ type: fc.constant('exponential'), factor: positive }),
      fc.record({ type: fc.constant('cosine'), warmup: positive, final: share }, { requiredKeys: ['type'] }),
      fc.record({ type: fc.constant('plateau'), patience: fc.nat(), factor }, { requiredKeys: ['type'] }),
    ) as fc.Arbitrary<ScheduleSpecification>
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(parseSchedule(formatSchedule(schedule))).toEqual({ ...schedule })
      }),
    )
  })
})

describe('what is wrong with a text', () => {
  const errorOf = (text: string): KudariError => {
    try {
      parseSchedule(text)
    } catch (error) {
      if (error instanceof KudariError && error.kind === 'usage') return error
    }
    throw new Error(`${text} was read`)
  }

  it.each([
    ['cosin', 'there is no learning-rate schedule "cosin"; did you mean "cosine"? Known are constant, step,'],
    ['', 'there is no learning-rate schedule ""'],
    ['step', '"step": every must be 1, 2, 3, ..., but is missing; write step:EVERY[:FACTOR], for example step:10:0.5'],
    ['step:ten', '"step:ten": every must be 1, 2, 3, ..., but is "ten"; write step:EVERY[:FACTOR], for example step:10:0.5'],
    ['step:', 'every must be 1, 2, 3, ..., but is ""'],
    ['step:0', 'every must be 1, 2, 3, ..., but is "0"'],
    ['step:10:0x1', 'factor must be > 0, but is "0x1"'],
    ['step:10:-1', 'factor must be > 0, but is "-1"'],
    ['step:10:1e999', 'factor must be > 0, but is "1e999"'],
    ['step:10:0.5:3', '"3" has no place there; write step:EVERY[:FACTOR]'],
    ['step:10:every=5', '"every=5" has no place there'],
    ['constant:3', '"3" has no place there; write constant'],
    ['cosine:5', '"5" has no place there; write cosine[:warmup=EPOCHS][:final=SHARE], for example cosine:warmup=5'],
    ['cosine:warm=5', '"warm=5" has no place there'],
    ['cosine:toString=5', '"toString=5" has no place there'],
    ['plateau:5:1', 'factor must be > 0, < 1, but is "1"'],
  ])('"%s"', (text, message) => expect(errorOf(text).message).toContain(message))

  it('is said in Japanese too', () => {
    expect(errorOf('step:ten').in('ja')).toBe(
      '学習率スケジュール "step:ten": every には 1, 2, 3, ... が必要ですが、"ten" です。step:EVERY[:FACTOR] と書いてください（例: step:10:0.5）',
    )
    expect(errorOf('constant:3').in('ja')).toBe(
      '学習率スケジュール "constant:3": "3" はここには書けません。constant と書いてください',
    )
    expect(errorOf('cosin').in('ja')).toContain('学習率スケジュール "cosin" はありません。"cosine" のことでしょうか。')
  })

  it('the forms for help', () => expect(scheduleForms).toContain('plateau[:PATIENCE[:FACTOR]]'))
})
