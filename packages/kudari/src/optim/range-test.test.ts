import { describe, expect, it } from 'vitest'
import { type RangeTestStep, chooseRate, rangeTestRates, smoothLosses } from './range-test.ts'

/** A range test in 161 steps, 20 a decade, with a loss given over the decimal logarithm of the rate. */
const test = (loss: (decade: number) => number): RangeTestStep[] => {
  const rate = rangeTestRates(161)
  return Array.from({ length: 161 }, (_, step) => ({ rate: rate(step), loss: loss(step / 20 - 7) }))
}

/** Falls from 2 to 1 around a rate of 1e-3, and explodes from 0.1 on. */
const usual = (decade: number): number => 1.5 - 0.5 * Math.tanh(2 * (decade + 3)) + 10 ** (4 * (decade + 0.5))

describe('rates of a range test', () => {
  it('grow by the same factor from 1e-7 to 10', () => {
    const rate = rangeTestRates(9)
    for (let step = 0; step < 9; step++) expect(rate(step) / 10 ** (step - 7)).toBeCloseTo(1, 13)
    expect(rangeTestRates(1)(0)).toBe(1e-7)
  })
})

describe('smoothing', () => {
  it('is a running mean, corrected for its start', () => {
    expect(smoothLosses([])).toEqual([])
    for (const loss of smoothLosses([3, 3, 3, 3])) expect(loss).toBeCloseTo(3, 14)
    // (0.98 * 0.02 * 1 + 0.02 * 2) / (1 - 0.98 ** 2)
    expect(smoothLosses([1, 2])[1]).toBeCloseTo((0.98 * 0.02 + 0.04) / (1 - 0.9604), 14)
    expect(smoothLosses([1, NaN, 1])[2]).toBeNaN()
  })
})

describe('choosing a rate', () => {
  it('on the usual curve', () => {
    const choice = chooseRate(test(usual))
    if (choice.kind !== 'found') throw new Error(choice.kind)
    // Within a step of a twentieth of a decade. The lowest is where 4 exp(-4 (d + 3)), nearly the slope of the fall, is
    // 4 ln(10) 10^(4 (d + 0.5)), that of the explosion.
    const lowest = (Math.log(4) - 12 - Math.log(4 * Math.LN10) - 2 * Math.LN10) / (4 + 4 * Math.LN10)
    expect(Math.abs(Math.log10(choice.steepest) + 3)).toBeLessThan(0.0501)
    expect(Math.abs(Math.log10(choice.lowest) - lowest)).toBeLessThan(0.05)
    expect(choice.suggested).toBe(choice.lowest / 10)
    expect(choice.steepest).toBeLessThan(choice.lowest)
  })

  it('where the loss ends in NaN or infinity', () => {
    const before = chooseRate(test(usual))
    expect(chooseRate(test((decade) => (decade > 0 ? NaN : usual(decade))))).toEqual(before)
    expect(chooseRate(test((decade) => (decade > 0 ? Infinity : usual(decade))))).toEqual(before)
  })

  it('passes over what comes after the loss diverged', () => {
    const before = chooseRate(test(usual))
    expect(chooseRate(test((decade) => (decade > 0.5 ? 0.001 : usual(decade))))).toEqual(before)
  })

  it('where the loss falls from the start, and never rises', () => {
    const choice = chooseRate(test((decade) => 2 ** -(decade + 7)))
    if (choice.kind !== 'found') throw new Error(choice.kind)
    expect(choice.steepest).toBe(rangeTestRates(161)(0))
    expect(choice.lowest).toBeCloseTo(10, 12)
    expect(choice.suggested).toBeCloseTo(1, 13)
  })

  it.each<[string, readonly RangeTestStep[]]>([
    ['never falls', test((decade) => 1 + Math.max(0, decade))],
    ['stays', test(() => 1)],
    ['falls by less than a hundredth', test((decade) => usual(decade) + 1000)],
    ['is NaN from the start', test(() => NaN)],
    ['was never measured', []],
  ])('a loss that %s says nothing', (_, steps) => expect(chooseRate(steps)).toEqual({ kind: 'never-fell' }))

  it('looks for the steepest slope before the lowest loss only', () =>
    expect(
      chooseRate([{ rate: 0.01, loss: 2 }, { rate: 0.1, loss: 1 }, { rate: 1, loss: 3.9 }, { rate: 10, loss: 1.1 }]),
    ).toEqual({ kind: 'found', suggested: 0.01, steepest: 0.01, lowest: 0.1 }))

  it('takes the example', () =>
    expect(
      chooseRate([{ rate: 0.01, loss: 3 }, { rate: 0.1, loss: 2.9 }, { rate: 1, loss: 1 }, { rate: 10, loss: 8 }]),
    ).toEqual({ kind: 'found', suggested: 0.1, steepest: 0.1, lowest: 1 }))
})
