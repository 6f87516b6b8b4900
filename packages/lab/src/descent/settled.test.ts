import { type Penalty, optimizerNamed, optimizerNames, readOptimizer } from 'kudari'
import { describe, expect, it } from 'vitest'
import { exponentOf, optimizerOfPlan, optimizerSettingsOfPlan, rateAt, withOptimizer, withPart } from './settled.ts'

const planned = (optimizer: string, settings = {}) => ({ fit: { target: 'y' }, learning: { optimizer: readOptimizer({ ...optimizerNamed(optimizer), ...settings }) } })

describe('the optimizer of a plan', () => {
  it('has the name under which it is chosen', () => {
    for (const name of optimizerNames) expect(optimizerOfPlan(planned(name))).toBe(name)
    expect(optimizerOfPlan({ fit: { target: 'y' }, learning: {} })).toBe('gradient-descent')
    expect(optimizerOfPlan({ ...planned('momentum', { momentum: 0 }), fit: { target: 'y', optimizer: 'momentum' } })).toBe('momentum')
  })

  it('has settings that the library takes, and no other', () => {
    for (const name of optimizerNames) {
      const settings = optimizerSettingsOfPlan(planned(name))
      expect(() => readOptimizer({ ...optimizerNamed(name), ...settings })).not.toThrow()
    }
    expect(optimizerSettingsOfPlan(planned('momentum'))).toEqual({ momentum: 0.9, weightDecay: 0 })
    expect(optimizerSettingsOfPlan(planned('adam', { epsilon: 1e-6 }))).toEqual({ betas: [0.9, 0.999], epsilon: 1e-6, weightDecay: 0 })
    expect(optimizerSettingsOfPlan({ learning: {} })).toEqual({})
  })

  it('keeps of the settings what the next one has, too', () => {
    expect(withOptimizer('rmsprop', { betas: [0.8, 0.9], epsilon: 1e-6 })).toEqual({ optimizer: 'rmsprop', optimizerSettings: { epsilon: 1e-6 } })
    expect(withOptimizer('momentum', { momentum: 0.5 })).toEqual({ optimizer: 'momentum', optimizerSettings: undefined })
  })
})

describe('withPart', () => {
  it('changes one of several parts, and is none when none is left', () => {
    const penalty: Penalty = { l1: 0.1 }
    expect(withPart(penalty, 'l2', 0.2)).toEqual({ l1: 0.1, l2: 0.2 })
    expect(withPart(penalty, 'l1', undefined)).toBeUndefined()
    expect(withPart<Penalty, 'l1'>(undefined, 'l1', 1)).toEqual({ l1: 1 })
  })
})

describe('the slider of learning rates', () => {
  it('goes in powers of ten, and shows two digits', () => {
    expect([-2, -3, 0, -1.3].map(rateAt)).toEqual([0.01, 0.001, 1, 0.05])
    expect([0.01, 1e-9, 100].map(exponentOf)).toEqual([-2, -6, 1])
  })
})
