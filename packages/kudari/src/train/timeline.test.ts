/** A run taken to any of its iterations in any order, against the same run made once and straight on: the same bits everywhere. */
import { afterAll, describe, expect, it, vi } from 'vitest'
import { writeAugmented } from '../data/augmentation.ts'
import { prepareInputs } from '../nn/model.ts'
import { initializeParameters, initializeStatistics } from '../nn/parameters.ts'
import { type ModelSpecification, linear, softmaxRegression } from '../nn/specification.ts'
import { oneHot } from '../ops/gather.ts'
import { type ExecutorChoice, useExecutor } from '../run/prepare.ts'
import { randomNormal, tensor } from '../tensor/create.ts'
import { generator } from '../tensor/random.ts'
import type { TrainingProblem } from './problem.ts'
import { type RunOptions, type TrainingRun, beginRun } from './run.ts'
import { type TrainingState, tensorsOf } from './state.ts'
import { type Timeline, timeline } from './timeline.ts'
import { train } from './train.ts'

/** The talk's five points, centred. */
const talk: TrainingProblem = {
  specification: linear(),
  rows: { x: prepareInputs(linear(), tensor([[-5], [5], [0], [2], [-2]])), yt: tensor([-6.7, 10.3, -3.3, 5, -5.3]) },
  parameters: { w: tensor([2, -1]) },
  inputs: ['height'],
}

const restless: ModelSpecification = {
  layers: [
    { type: 'dense', units: 6 }, { type: 'batch-normalization' }, { type: 'relu' }, { type: 'dropout', rate: 0.3 },
    { type: 'dense', units: 3 }, { type: 'softmax' },
  ],
  loss: 'categorical-cross-entropy',
}

/** Noise with labels by chance. */
function noise(specification: ModelSpecification, rows: number, features: number, classes: number, validation = 0): TrainingProblem {
  const random = generator(1)
  const some = (count: number) => ({
    x: prepareInputs(specification, randomNormal(random, [count, features], 0, 1, { dtype: 'float32' })),
    yt: oneHot(Array.from({ length: count }, () => random.integer(classes)), classes, 'float32'),
  })
  return {
    specification,
    rows: some(rows),
    ...(validation > 0 && { validation: some(validation) }),
    parameters: initializeParameters(specification, features, { dtype: 'float32', random }),
    statistics: initializeStatistics(specification, features, 'float32', random),
    inputs: Array.from({ length: features }, (_, i) => `x${i}`),
  }
}

const images = noise(softmaxRegression(4), 50, 36, 4)
const image = { height: 6, width: 6, channels: 1 }
const adam = { optimizer: { type: 'adam' }, learningRate: 0.05, seed: 3 } as const

const cases: Record<string, { problem: TrainingProblem; options: RunOptions; ends: string }> = {
  'the talk': { problem: talk, options: { learningRate: 0.01, iterations: 200 }, ends: 'finished' },
  'a run that converges': { problem: talk, options: { learningRate: 0.05, iterations: 5000, tolerance: 1e-3 }, ends: 'converged' },
  'a run that diverges': { problem: talk, options: { learningRate: 0.3, iterations: 500 }, ends: 'diverged' },
  'a run whose loss is no number': { problem: talk, options: { learningRate: 1e200, iterations: 500 }, ends: 'diverged' },
  'Adam, mini-batches with a rest, normalisation, dropout, a cosine': {
    problem: noise(restless, 50, 4, 3),
    options: { ...adam, batch: 16, iterations: 203, schedule: { type: 'cosine', warmup: 2 } },
    ends: 'finished',
  },
  'a plateau and early stopping': {
    problem: noise(restless, 40, 4, 3, 30),
    options: { ...adam, batch: 10, iterations: 2000, schedule: { type: 'plateau', patience: 2, factor: 0.5 }, earlyStopping: { patience: 25 } },
    ends: 'stoppedEarly',
  },
  'a plateau without validation rows': {
    problem: noise(restless, 40, 4, 3),
    options: { ...adam, batch: 10, iterations: 150, schedule: { type: 'plateau', patience: 1, factor: 0.5 } },
    ends: 'finished',
  },
  'images that are moved': {
    problem: images,
    options: {
      learningRate: 0.1, batch: 16, seed: 2, iterations: 90,
      writeInputs: (epoch, into) => writeAugmented(images.rows.x, image, { shift: 1, rotate: 20, flip: true }, 5, epoch, into),
    },
    ends: 'finished',
  },
}

const bits = (state: TrainingState): string =>
  Object.entries(tensorsOf(state)).map(([name, { data }]) => `${name} ${Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex')}`).join('\n')

/** What a run was before every step, and at last, made one by one. */
function straight(run: TrainingRun, most = Infinity) {
  const at: { readonly state: string; readonly rate: number }[] = []
  const note = (): void => void at.push({ state: bits(run.state()), rate: run.learningRate })
  note()
  while (run.iteration < most) {
    run.advance(1)
    note()
    if (run.outcome && most === Infinity) break
  }
  const { history, outcome } = run
  run.end()
  return { at, history, outcome }
}

function go(time: Timeline, iteration: number): void {
  for (let calls = 0; !time.towards(iteration); calls++) if (calls > 10_000) throw new Error('never there')
}

afterAll(() => useExecutor('auto'))

describe.each(Object.entries(cases))('%s', (_, { problem, options, ends }) => {
  const executors: readonly ExecutorChoice[] = ['plain', 'wasm']
  const budgets = [undefined, 20_000, 0]
  it.each(executors.flatMap((executor) => budgets.map((bytes) => [executor, bytes] as const)))('is the same at any time: %s, %s bytes', (executor, bytes) => {
    useExecutor(executor)
    const { at, history, outcome } = straight(beginRun(problem, options))
    const time = timeline(beginRun(problem, options), bytes === undefined ? {} : { bytes })
    const random = generator(7)
    const end = at.length - 1
    expect(outcome?.kind).toBe(ends)
    const lookAt = (iteration: number): void => {
      go(time, iteration)
      expect(time.iteration).toBe(iteration)
      expect(bits(time.state())).toBe(at[iteration].state)
      expect(time.learningRate).toBe(at[iteration].rate)
      expect(time.history.loss).toEqual(history.loss.slice(0, time.furthest))
    }
    // Back and forth within what has been made and a little beyond, then to the end, then anywhere.
    for (let i = 0; i < 12; i++) lookAt(random.integer(Math.min(end, time.furthest + 20)))
    expect(time.outcome).toBeUndefined()
    go(time, end + (ends === 'finished' ? 0 : 1000))
    expect([time.iteration, time.furthest, time.outcome]).toEqual([end, end, outcome])
    for (let i = 0; i < 12; i++) lookAt(random.integer(end + 1))
    for (let i = 0; i < 5; i++) lookAt(Math.max(0, time.iteration - 1))
    lookAt(end)
    expect([time.history, time.outcome, time.furthest]).toEqual([history, outcome, end])
    time.end()
  })

  it('is what training gives', async () => {
    const { history, outcome } = straight(beginRun(problem, options))
    const trained = await train(problem, options)
    expect(trained.history).toEqual(history)
    expect(trained.outcome.iteration).toBe(outcome!.iteration)
  })
})

describe('a timeline', () => {
  const { problem, options } = cases['Adam, mini-batches with a rest, normalisation, dropout, a cosine']

  it('goes on beyond the plan, whose steps stay as they were', () => {
    const { at, history } = straight(beginRun(problem, options), 300)
    const time = timeline(beginRun(problem, options), { bytes: 50_000 })
    for (const iteration of [203, 300, 100, 203, 250, 0, 299]) {
      go(time, iteration)
      expect(bits(time.state())).toBe(at[iteration].state)
    }
    expect(time.outcome).toEqual({ kind: 'finished', iteration: 299 })
    expect(time.history).toEqual(history)
    time.end()
  })

  it('begins where its run stands', () => {
    const run = beginRun(problem, options)
    while (run.iteration < 40) run.advance(40 - run.iteration)
    const from = run.checkpoint()
    const time = timeline(beginRun(problem, { ...options, from }))
    go(time, 60)
    go(time, 10)
    expect([time.iteration, bits(time.state())]).toEqual([40, bits(from.state)])
    time.end()
    run.end()
  })

  it('walks back through a gap between kept moments without beginning at its start every time', () => {
    // Every look at the clock takes 20 ms: after the first, a stretch is one step.
    let now = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 20))
    let made = 0
    const run = beginRun(talk, { learningRate: 0.01, iterations: 1000, onIteration: () => void made++ })
    // Eight moments of two numbers each, for what was made and for what is made again: of 200 steps every 32nd is kept.
    const time = timeline(run, { bytes: 2 * 8 * (16 + 512) })
    go(time, 1)
    go(time, 200)
    expect(made).toBe(200)
    made = 0
    for (let i = 199; i >= 0; i--) go(time, i)
    // From the start of each gap it were 0 + 1 + ... + 31 a gap, more than 3000 in all.
    expect(made).toBeLessThan(1200)
    clock.mockRestore()
    time.end()
  })

  it('takes only a whole number for an iteration', () => {
    const time = timeline(beginRun(talk, { learningRate: 0.01, iterations: 10 }))
    expect(() => time.towards(2.5)).toThrow(/towards must be 0, 1, 2, ..., but is 2.5/)
    expect(() => time.towards(Number.NaN)).toThrow(/NaN/)
    time.end()
  })
})
