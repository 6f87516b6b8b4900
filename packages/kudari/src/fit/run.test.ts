/** Planned runs: advanced by hand, laid out in time and repeated, they are what fitting gives. */
import { describe, expect, it } from 'vitest'
import { numbered } from '../data/testing/tables.ts'
import { openStep } from '../explain/step.ts'
import { generator } from '../tensor/random.ts'
import { fitOf, fitPlan, metricsAt } from './fit.ts'
import { type FitOptions, planFit } from './plan.ts'
import { scriptedRun, startOfStep, stepRowsOfPlan } from './replay.ts'
import { runOfPlan, timelineOfPlan } from './run.ts'

const random = generator(2)
const points = numbered(150, { a: () => random.normal(), b: () => random.normal(), kind: (i) => i % 3, weight: (i) => i / 7 })
const SIDE = 6
const pixels = Object.fromEntries(Array.from({ length: SIDE * SIDE }, (_, j) => [`p${j}`, (i: number) => (i * (j + 1)) % 256]))
const images = { ...numbered(40, { ...pixels, label: (i) => i % 2 }), image: { height: SIDE, width: SIDE, channels: 1 } }

const network: Partial<FitOptions> = { model: 'mlp:8', dropout: 0.3, batch: 16, optimizer: 'adam', seed: 4, learningRate: 0.02 }
const plans = {
  'by the loss': planFit(points, { ...network, target: 'kind', task: 'classification', epochs: 40, patience: 8, schedule: { type: 'plateau', patience: 1, factor: 0.5 } }),
  'by a cosine': planFit(points, { ...network, target: 'weight', features: ['a', 'b'], epochs: 6, schedule: { type: 'cosine', warmup: 1 } }),
  'on all rows': planFit(points, { target: 'weight', validation: 0, features: ['a', 'b'] }),
  'on images that move': planFit(images, { target: 'label', epochs: 4, batch: 12, augment: { shift: 1, flip: true } }),
}

describe.each(Object.entries(plans))('a run %s', (_, plan) => {
  it('advanced by hand is what fitting gives', async () => {
    const { model, result, metrics } = await fitPlan(plan)
    const run = runOfPlan(plan)
    while (!run.outcome) run.advance(7)
    const { history, outcome } = run.result()
    expect([history, outcome]).toEqual([result.history, result.outcome])
    expect(fitOf(plan, run.result())).toMatchObject({ model, metrics })
    run.end()
  })

  it('has steps that can be opened wherever it stands', async () => {
    const time = timelineOfPlan(plan)
    while (!time.towards(1e6) && time.outcome === undefined);
    const { furthest } = time
    for (const step of [furthest - 1, 0, plan.stepsPerEpoch, furthest >> 1]) {
      while (!time.towards(step));
      const rows = stepRowsOfPlan(plan, step)
      const { learningRate } = time
      expect(await startOfStep(plan, step)).toEqual({ state: time.state(), rows, learningRate })
      const { instructions } = openStep(plan.specification, rows, learningRate, time.state(), plan.learning)
      const loss = instructions.find(({ name }) => name === 'L')!.tensor.item()
      expect(Math.abs(loss / time.history.loss[step] - 1)).toBeLessThan(1e-5)
      // What the step gives is what the next one begins with.
      while (!time.towards(step + 1));
      const after = time.state()
      for (const { replaces, tensor } of instructions)
        for (const [i, value] of (replaces && after.parameters[replaces] ? [...tensor.data.entries()] : []))
          expect(value).toBeCloseTo(after.parameters[replaces!].data[i], 4)
    }
    time.end()
  })
})

describe('a planned run', () => {
  it('is measured at any moment', () => {
    const plan = plans['by the loss']
    const time = timelineOfPlan(plan, { bytes: 100_000 })
    const last = 5 * plan.stepsPerEpoch
    while (!time.towards(last));
    for (const epoch of [3, 1, 5]) {
      const iteration = epoch * plan.stepsPerEpoch
      while (!time.towards(iteration));
      const { train, validation } = metricsAt(plan, time.state())
      if (train.task !== 'classification' || validation?.task !== 'classification') throw new Error('classes')
      expect(validation.accuracy).toBe(time.history.validation.accuracy[iteration - 1])
      expect(validation.logLoss).toBeCloseTo(time.history.validation.loss[iteration - 1], 5)
    }
    time.end()
  })

  it('that diverged has a rate for every step that it made', async () => {
    const plan = planFit(points, { target: 'weight', features: ['a', 'b'], learningRate: 30, validation: 0, batch: 50, schedule: { type: 'exponential', factor: 0.9 } })
    const { result } = await fitPlan(plan)
    expect(result.outcome.kind).toBe('diverged')
    const made = result.outcome.iteration + 1
    const { rates } = await scriptedRun(plan, points, made)
    expect(rates).toHaveLength(made)
    expect(rates!.slice(0, 4)).toEqual([30, 30, 30, 27])
    expect(await startOfStep(plan, made + 1)).toBeUndefined()
  })
})
