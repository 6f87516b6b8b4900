import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { KudariError } from '../messages/error.ts'
import { type PlateauOptions, plateauStart, reduceOnPlateau } from './plateau.ts'
import { type PlannedSchedule, type ScheduledRun, readSchedule, scheduleRates } from './schedule.ts'

const golden = JSON.parse(readFileSync(new URL('testing/schedules.json', import.meta.url), 'utf8')) as {
  readonly source: string
  readonly schedules: {
    readonly planned: readonly {
      readonly specification: PlannedSchedule
      readonly run: ScheduledRun
      readonly rates: readonly number[]
    }[]
    readonly plateaus: {
      /** Texts, for NaN and infinity. */
      readonly losses: readonly string[]
      readonly cases: readonly {
        readonly specification: PlateauOptions
        readonly learningRate: number
        readonly rates: readonly number[]
      }[]
    }
  }
}
const { planned, plateaus } = golden.schedules
const special: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity }

describe(`the rate of every step, against ${golden.source}`, () => {
  it.each(planned)('$specification in $run.iterations steps', ({ specification, run, rates }) => {
    const rate = scheduleRates(specification, run)
    expect(rates).toHaveLength(run.iterations)
    for (const [step, expected] of rates.entries()) expect(Math.abs(rate(step) - expected)).toBeLessThan(1e-14)
  })

  it('constant', () => {
    const rate = scheduleRates({ type: 'constant' }, { learningRate: 0.3, iterations: 9, stepsPerEpoch: 3 })
    expect([0, 4, 8].map(rate)).toEqual([0.3, 0.3, 0.3])
  })
})

describe('ends of a schedule', () => {
  const run = { learningRate: 0.2, iterations: 10, stepsPerEpoch: 4 }

  it('a warm-up climbs in equal parts and the step after it has the whole rate', () => {
    const rate = scheduleRates({ type: 'cosine', warmup: 0.75 }, run)
    const shares = [0, 1, 2, 3].map((step) => rate(step) / 0.2)
    for (const [step, share] of shares.entries()) expect(share).toBeCloseTo((step + 1) / 4, 14)
  })

  it('half a cosine wave would end at the final rate one step after the last, and stays there', () => {
    const rate = scheduleRates({ type: 'cosine', final: 0.25 }, run)
    expect(rate(10)).toBeCloseTo(0.05, 14)
    expect(rate(1000)).toBe(rate(10))
  })

  it('a warm-up as long as the run is an error', () => {
    for (const warmup of [2.5, 3])
      expect(() => scheduleRates({ type: 'cosine', warmup }, run)).toThrow(
        `warms up for ${warmup} epochs, but the run ends after 2.5`,
      )
  })
})

describe(`a plateau, against ${golden.source}`, () => {
  it.each(plateaus.cases)('$specification', ({ specification, learningRate, rates }) => {
    const next = reduceOnPlateau(specification)
    let state = plateauStart(learningRate)
    const found = plateaus.losses.map((loss) => {
      // What a checkpoint holds is all that counts.
      state = JSON.parse(JSON.stringify(next(state, special[loss] ?? Number(loss)))) as typeof state
      return state.learningRate
    })
    expect(found).toEqual(rates)
  })
})

describe('a schedule from outside', () => {
  it('is checked', () => {
    const schedule = { type: 'step', every: 10, factor: 0.5 }
    expect(readSchedule(schedule)).toEqual(schedule)
    const errors = [
      [{ type: 'step' }, 'schedule.every must be 1, 2, 3, ..., but is missing'],
      [{ type: 'step', every: 0.5 }, 'schedule.every must be 1, 2, 3, ..., but is 0.5'],
      [{ type: 'plateau', factor: 1 }, 'schedule.factor must be > 0, < 1, but is 1'],
      [{ type: 'constant', factor: 1 }, 'the learning-rate schedule constant has no setting "factor"; it has none'],
      [{ type: 'cosine', warmUp: 1 }, 'has no setting "warmUp"; its settings are "warmup", "final"'],
      [{ type: 'cosin' }, 'there is no learning-rate schedule "cosin"; did you mean "cosine"?'],
      [{ type: 7 }, 'schedule.type must be "constant", "step", "exponential", "cosine", "one-cycle", "plateau", but is 7'],
      [{}, 'but is missing'],
      ['cosine', 'schedule must be {"type": ...}, but is "cosine"'],
      [null, 'schedule must be {"type": ...}, but is null'],
    ] as const
    for (const [value, message] of errors) expect(() => readSchedule(value)).toThrow(message)
    expect(() => readSchedule({ type: 'toString' })).toThrow(KudariError)
    expect(() => readSchedule({ type: 'step', every: 1, constructor: 1 })).toThrow(KudariError)
  })
})
