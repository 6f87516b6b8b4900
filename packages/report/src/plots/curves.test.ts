import { describe, expect, it } from 'vitest'
import { epochScale, epochTicks } from './epochs.ts'
import { axisRange, epochPoints, learningCurve } from './learning-curve.ts'
import { lossRange, rangeTest } from './range-test.ts'
import { schedule } from './schedule.ts'

const text = { en: 'loss', ja: '損失' }
const dots = (plot: string): number => plot.split('<circle').length - 1

describe('epochs on an axis', () => {
  it('are those of the iterations', () => {
    expect(epochScale([0, 1, 9], 5)).toEqual({ steps: 5, iterations: 10 })
    expect(epochScale([0, 1, 9], 1)).toBeUndefined()
  })

  it.each([
    [1, [0, 1]],
    [6, [0, 1, 2, 3, 4, 5, 6]],
    [23, [0, 5, 10, 15, 20]],
    [400, [0, 100, 200, 300, 400]],
    [2000, [0, 500, 1000, 1500, 2000]],
  ])('have ticks at round numbers: %i epochs', (epochs, ticks) => expect(epochTicks({ steps: 8, iterations: 8 * epochs })).toEqual(ticks))

  it('may be broken off', () => expect(epochTicks({ steps: 8, iterations: 12 })).toEqual([0, 1]))
})

describe('the learning curve of mini-batches', () => {
  it('has the mean of an epoch in the middle of its steps, also of one that was broken off', () =>
    expect(epochPoints({ steps: 4, loss: [3, null, 1] }, 10)).toEqual([[2, 3], [9, 1]]))

  it('does not stretch the axis for a few steps', () => {
    const behind = Array.from({ length: 100 }, (_, k) => [k, k === 50 ? 1e-9 : k === 60 ? 1e9 : 1 + k / 100] as const)
    const [low, high] = axisRange([[0, 0.5]], behind)
    expect(low).toBe(0.5)
    expect(high).toBeLessThan(2)
    expect(axisRange([[0, 0.5], [1, 3]], [])).toEqual([0.5, 3])
  })

  it('puts single steps behind the means, unless there are few epochs', () => {
    const curve = (epochs: number) => {
      const iteration = Array.from({ length: 3 * epochs }, (_, k) => k)
      const train = iteration.map((k) => 1 / (k + 1))
      return learningCurve({ id: 'a', name: text, measure: text, iteration, train, epochs: { steps: 3, loss: Array.from({ length: epochs }, () => 0.5) } })!.text
    }
    expect(curve(6)).toContain('single steps')
    expect(dots(curve(6))).toBe(6)
    expect(curve(4)).not.toContain('single steps')
    expect(dots(curve(4))).toBe(12)
  })

  it('is not drawn for one measurement', () =>
    expect(learningCurve({ id: 'a', name: text, measure: text, iteration: [0, 1], validation: [null, 0.5] })).toBeUndefined())
})

describe('the range test', () => {
  it('ends a little above where the loss began', () => expect(lossRange([[1e-3, 2], [1e-2, 1], [1e-1, 50]])).toEqual([1, 2.5]))

  it('marks the rates, and says so where there are none', () => {
    const steps = { rate: [1e-4, 1e-3, 1e-2, 1e-1], loss: [2, 1.5, 1, null] }
    const found = rangeTest({ ...steps, found: { chosen: 0.001, lowest: 0.01 } })!.text
    expect(found).toContain('chosen: 0.001')
    expect(found).not.toMatch(/NaN|Infinity/)
    expect(rangeTest(steps)!.text).toContain('損失の下がる学習率が見つからなかった')
    expect(rangeTest({ rate: [1], loss: [null] })).toBeUndefined()
  })
})

describe('a schedule', () => {
  it('says where it begins and ends', () => {
    const drawn = schedule({ name: 'step:1:0.1', iteration: [0, 1, 2, 3], rate: [0.1, 0.1, 0.01, 0.01], stepsPerEpoch: 2 }).text
    expect(drawn).toContain('step:1:0.1: from 0.1 in the first step to 0.01 in the last.')
    expect(drawn).toContain('エポック')
  })
})
