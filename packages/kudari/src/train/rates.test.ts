/** A run whose learning rate changes at every step: the same bits as steps made one by one, wherever a stretch ends. */
import { afterAll, describe, expect, it } from 'vitest'
import { prepareInputs, prepareTarget } from '../nn/model.ts'
import { initializeParameters } from '../nn/parameters.ts'
import { linear } from '../nn/specification.ts'
import { type ScheduleSpecification, type PlannedSchedule, scheduleRates } from '../optim/schedule.ts'
import { type ExecutorChoice, useExecutor } from '../run/prepare.ts'
import { useThreads } from '../run/threads.ts'
import { randomNormal, tensor } from '../tensor/create.ts'
import { generator } from '../tensor/random.ts'
import { pickStretches } from './picks.ts'
import type { TrainingProblem } from './problem.ts'
import { stepRunner } from './runner.ts'
import { stateOf } from './state.ts'
import { type TrainingOptions, train, trainingExecution } from './train.ts'

const ITERATIONS = 40

/** Rows of a plane with noise. */
function planeProblem(dtype: 'float64' | 'float32', rows: number, columns: number): TrainingProblem {
  const random = generator(7)
  const specification = linear()
  const raw = randomNormal(random, [rows, columns], 0, 1, { dtype })
  const y = tensor(Array.from({ length: rows }, (_, i) => 3 * raw.data[i * columns] + random.normal()))
  return {
    specification,
    rows: { x: prepareInputs(specification, raw), yt: prepareTarget(specification, columns, y, 0, dtype) },
    parameters: initializeParameters(specification, columns, { initializer: 'zeros', dtype, random }),
    inputs: Array.from({ length: columns }, (_, i) => `c${i}`),
  }
}

/** The losses and parameters of a run whose steps each are a stretch of their own, with a rate that is set before it. */
function oneByOne(problem: TrainingProblem, options: TrainingOptions & { readonly batch: number }, schedule: PlannedSchedule) {
  const rows = problem.rows.x.shape[0]
  const rateAt = scheduleRates(schedule, { ...options, stepsPerEpoch: Math.ceil(rows / options.batch) })
  const runner = stepRunner(problem, options, stateOf(problem.parameters))
  const stretches = pickStretches(rows, options, false)
  const losses = Array.from({ length: options.iterations }, (_, step) => runner.run(stretches.next(1), rateAt(step)).loss[0])
  const { parameters } = runner.state()
  runner.end()
  return { losses, w: parameters.w.data }
}

afterAll(() => {
  useExecutor('auto')
  useThreads(undefined)
})

const schedules: readonly PlannedSchedule[] = [
  { type: 'cosine', warmup: 2 },
  { type: 'one-cycle' },
  { type: 'step', every: 3, factor: 0.5 },
  { type: 'exponential', factor: 0.9 },
]

describe.each(['float64', 'float32'] as const)('a schedule, in %s', (dtype) => {
  const large = planeProblem(dtype, 3700, 100)
  const small = planeProblem(dtype, 37, 3)
  const executors: readonly [ExecutorChoice, number][] = [['plain', 1], ['wasm', 1], ['wasm', 2], ['wasm', 3]]
  for (const [executor, threads] of executors)
    for (const shuffle of [true, false])
      it(`gives the bits of steps made one by one: ${executor}, ${threads} threads, ${shuffle ? 'shuffled' : 'in order'}`, async () => {
        useExecutor(executor)
        useThreads(threads)
        expect(trainingExecution(large, { batch: 1500, schedule: schedules[0] })).toMatchObject({ executor, threads })
        for (const [problem, batch] of [[large, 1500], [small, 8], [small, 37]] as const)
          for (const schedule of schedules) {
            const options = { learningRate: 0.1, iterations: ITERATIONS, batch, shuffle, seed: 3 }
            const { history, state } = await train(problem, { ...options, schedule })
            const { losses, w } = oneByOne(problem, options, schedule)
            expect(history.loss).toEqual(losses)
            expect(state.parameters.w.data).toEqual(w)
          }
      })
})

describe('a run with a schedule that ends inside of a stretch', () => {
  const problem = planeProblem('float64', 37, 3)
  const options = { learningRate: 0.1, iterations: ITERATIONS, batch: 8, schedule: { type: 'cosine' } satisfies ScheduleSpecification }

  it.each(['plain', 'wasm'] as const)('has the weights of its last step: %s', async (executor) => {
    useExecutor(executor)
    const whole = await train(problem, options)
    for (const last of [0, 3, 6, 21]) {
      const controller = new AbortController()
      const { state, outcome } = await train(problem, {
        ...options,
        signal: controller.signal,
        onIteration: ({ iteration }) => iteration === last && controller.abort(),
      })
      expect(outcome).toEqual({ kind: 'interrupted', iteration: last })
      const { w0, w1, w2, w3 } = whole.history.parameters
      expect(Array.from(state.parameters.w.data)).toEqual([w0, w1, w2, w3].map((column) => column[last]))
    }
  })
})

describe('a plateau', () => {
  it('reduces the rate between epochs', async () => {
    useExecutor('auto')
    const problem = planeProblem('float64', 40, 3)
    const options = { learningRate: 0.3, batch: 8, shuffle: false, iterations: 100 }
    const [reduced, constant] = [await train(problem, { ...options, schedule: { type: 'plateau', patience: 0 } }), await train(problem, options)]
    // A loss is that before the step: the first step of an epoch of five was the first at the new rate.
    const first = reduced.history.loss.findIndex((loss, i) => loss !== constant.history.loss[i])
    expect(first).toBeGreaterThan(5)
    expect(first % 5).toBe(1)
  })
})
