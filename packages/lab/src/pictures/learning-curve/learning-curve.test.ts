import { describe, expect, it } from 'vitest'
import { type RunHistory, extended, noHistory } from '../../session/history.ts'
import { lastMoment, body, talk } from '../../worker/testing/moments.ts'
import { curvesOf, epochMeans, epochTicks, lastMeasured, outcomeOf, positive, rangeOf } from './curves.ts'
import { differences } from './differences.ts'
import { shownSteps } from './table-rows.ts'
import { thinned } from './thin.ts'

const historyOf = (loss: ArrayLike<number>, validation?: ArrayLike<number>): RunHistory => ({
  ...noHistory,
  loss: extended(noHistory.loss, 0, Float64Array.from(loss)),
  validation: validation ? { loss: extended(noHistory.loss, 0, Float64Array.from(validation)) } : {},
})

describe('the curves of a run', () => {
  it("are the talk's losses", async () => {
    const { history } = await lastMoment(body, talk)
    const { loss, behind } = curvesOf(historyOf(history.loss), 1)
    expect(behind).toEqual([])
    // Slide 19.
    expect(loss[0].y).toBeCloseTo(50.416, 6)
    expect(loss[1].y).toBeCloseTo(40.291163, 6)
    expect(loss[199]).toEqual({ x: 199, y: expect.closeTo(2.306147, 6) as number })
  })

  it('connect what is measured once an epoch', () => {
    const { validation } = curvesOf(historyOf([4, 3, 2, 1], [Number.NaN, 5, Number.NaN, 3]), 2)
    expect(validation).toEqual([{ x: 1, y: 5 }, { x: 3, y: 3 }])
  })

  it('are the means of epochs before single steps, once there are some', () => {
    expect(epochMeans(extended(noHistory.loss, 0, Float64Array.of(4, 2, 1, 3, 9)), 2)).toEqual([{ x: 0.5, y: 3 }, { x: 2.5, y: 2 }])
    expect(curvesOf(historyOf([4, 2, 1, 3]), 2).behind).toEqual([])
    const { loss, behind } = curvesOf(historyOf([4, 2, 1, 3, 2, 2, 1]), 2)
    expect(loss.map(({ y }) => y)).toEqual([3, 2, 2])
    expect(behind).toHaveLength(7)
  })

  it('are few points with every extreme, of 100,000 steps too', () => {
    const long = Float64Array.from({ length: 100_000 }, (_, i) => (i === 70_001 ? -5 : i === 3 ? 99 : 1 / (i + 1)))
    const { loss } = curvesOf(historyOf(long), 1)
    expect(loss.length).toBeLessThanOrEqual(800)
    expect(rangeOf([{ loss, behind: [], validation: [] }])).toEqual([-5, 99])
    expect(curvesOf(historyOf(long), 10).loss.length).toBeLessThanOrEqual(800)
  })

  it('have the same points when they grow bit by bit, and when they are cut where a run was kept', () => {
    const numbers = Float64Array.from({ length: 300_000 }, (_, i) => (i % 977 === 5 ? Number.NaN : Math.sin(i / 5000) + ((i * 7919) % 613) / 1000))
    let grown = noHistory.loss
    for (let from = 0; from < numbers.length; from += 1234) {
      grown = extended(grown, from, numbers.slice(from, from + 1234))
      curvesOf({ ...noHistory, loss: grown }, 3)
    }
    for (const length of [300_000, 123_457, 299]) {
      const own = { ...noHistory, loss: { ...grown, length } }
      for (const stepsPerEpoch of [1, 3]) {
        const { loss, behind } = curvesOf(own, stepsPerEpoch)
        expect({ loss, behind }).toEqual({ ...curvesOf(historyOf(numbers.slice(0, length)), stepsPerEpoch), validation: undefined })
        expect(loss.length).toBeLessThanOrEqual(800)
      }
      const { loss } = curvesOf(own, 1)
      const [low, high] = rangeOf([{ loss, behind: [], validation: [] }])
      const finite = numbers.slice(0, length).filter((value) => !Number.isNaN(value))
      expect([low, high]).toEqual([finite.reduce((a, b) => Math.min(a, b)), finite.reduce((a, b) => Math.max(a, b))])
    }
  })

  it('do not stretch the axis for a few single steps', () => {
    const behind = Array.from({ length: 100 }, (_, x) => ({ x, y: x === 50 ? 1e9 : 1 + x / 100 }))
    const [low, high] = rangeOf([{ loss: [{ x: 0, y: 0.5 }], behind, validation: [] }])
    expect(low).toBe(0.5)
    expect(high).toBeLessThan(2)
  })

  it('have nothing at or below 0 on a scale of logarithms', () =>
    expect(positive(curvesOf(historyOf([1, 0, -1, 2]), 1)).loss.map(({ y }) => y)).toEqual([1, 2]))

  it('leave out what is not finite', () => expect(thinned([1, Infinity, Number.NaN, 2], 4, 100)).toEqual([{ x: 0, y: 1 }, { x: 3, y: 2 }]))
})

describe('what a run has come to', () => {
  it('is the last step, or the mean of the last epoch', () => {
    expect(outcomeOf(historyOf([4, 2, 1]), 1)).toEqual({ iterations: 3, loss: 1, validation: undefined })
    expect(outcomeOf(historyOf([4, 2, 1, 3], [Number.NaN, 7, Number.NaN, Number.NaN]), 2)).toEqual({ iterations: 4, loss: 2, validation: 7 })
    expect(outcomeOf(noHistory, 1).loss).toBeUndefined()
  })

  it('is measured at a step or before', () => {
    expect(lastMeasured([Number.NaN, 2, Number.NaN], 2)).toBe(2)
    expect(lastMeasured([Number.NaN], 0)).toBeUndefined()
  })
})

describe('differences', () => {
  it('are the settings that were chosen otherwise, or not at all', () =>
    expect(differences({ target: 'y', learningRate: 0.1, seed: 3 }, { target: 'y', learningRate: 0.01, batch: 5, seed: 3 }))
      .toEqual([{ setting: 'batch', value: undefined }, { setting: 'learningRate', value: 0.1 }]))

  it('are none between equal numbers in lists', () => expect(differences({ target: 'y', initial: [2, -1] }, { target: 'y', initial: [2, -1] })).toEqual([]))
})

it.each([[1, [0, 1]], [6, [0, 1, 2, 3, 4, 5, 6]], [23, [0, 5, 10, 15, 20]], [400, [0, 100, 200, 300, 400]]])('has ticks at round epochs: %i', (epochs, ticks) =>
  expect(epochTicks(8 * epochs, 8)).toEqual(ticks))

describe('the steps of a table', () => {
  it('are all of a short run', () => expect(shownSteps(3)).toEqual([0, 1, 2]))

  it('are the first, the last and some between, in order, each once', () => {
    for (const length of [46, 200, 100_000]) {
      const steps = shownSteps(length)
      expect(steps).toHaveLength(45)
      expect(steps.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(steps.at(-1)).toBe(length - 1)
      expect(steps.every((step, i) => i === 0 || step > steps[i - 1])).toBe(true)
    }
  })
})
