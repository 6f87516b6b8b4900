import { describe, expect, it } from 'vitest'
import { prepareInputs, prepareTarget } from '../nn/model.ts'
import { initializeParameters } from '../nn/parameters.ts'
import { type ModelSpecification, linear, logistic } from '../nn/specification.ts'
import { generator } from '../tensor/random.ts'
import { tensor } from '../tensor/create.ts'
import { curvature } from './curvature.ts'
import { hasDiverged, roundDown } from './divergence.ts'
import { type TrainingOptions, train } from './train.ts'

/** The talk's five points, centred. */
const heights = [-5, 5, 0, 2, -2]
const weights = [-6.7, 10.3, -3.3, 5, -5.3]

function problem(specification: ModelSpecification, target: readonly number[], classes: number) {
  const x = prepareInputs(specification, tensor(heights.map((height) => [height])))
  const yt = prepareTarget(specification, 1, tensor(target), classes, 'float64')
  const parameters = initializeParameters(specification, 1, { initializer: 'zeros', dtype: 'float64', random: generator(0) })
  return { specification, rows: { x, yt }, parameters, inputs: ['height'] }
}

const talk = problem(linear(), weights, 0)
const run = (options: Partial<TrainingOptions>) => train(talk, { learningRate: 0.01, iterations: 50, ...options })

describe('the curvature', () => {
  it('is the largest eigenvalue of the Hessian', () => {
    // Power iteration ends within 1e-5. x.T @ x / 5 of the dummy column and the centred heights is diag(1, 58 / 5).
    expect(curvature(talk.specification, talk.parameters, {}, talk.rows)).toBeCloseTo(11.6, 3)
    // A sigmoid at 0 bends a quarter as much.
    const classes = problem(logistic(), [0, 1, 0, 1, 0], 2)
    expect(curvature(classes.specification, classes.parameters, {}, classes.rows)).toBeCloseTo(2.9, 3)
  })
})

describe('divergence', () => {
  it('begins at 2 / curvature = 0.1724', async () => {
    expect((await run({ learningRate: 0.17, iterations: 2000 })).outcome.kind).toBe('finished')
    const { outcome } = await run({ learningRate: 0.18, iterations: 2000 })
    if (outcome.kind !== 'diverged') throw new Error(outcome.kind)
    expect(outcome.divergence.limit).toBeCloseTo(2 / 11.6, 4)
    expect(outcome.divergence.columns.map(({ name }) => name)).toEqual(['height'])
  })

  it('is a loss that is not finite, or grows again and again far beyond its beginning', () => {
    expect([0, 1, 2, 3, 4].some((iteration) => hasDiverged([1, 2, 1, 3, 1], iteration))).toBe(false)
    expect(hasDiverged([NaN], 0)).toBe(true)
    // 1000 times the first loss at 3, but five steps up, one after the other, only at 5; and what comes later does not count.
    const growing = [1, 10, 100, 1e3, 1e4, 1e5, 1, 1e9]
    expect(growing.map((_, iteration) => hasDiverged(growing, iteration))).toEqual([false, false, false, false, false, true, false, false])
  })

  it('suggests learning rates of one digit', () => {
    expect([0.0999, 0.3, 0.7, 123].map(roundDown)).toEqual([0.05, 0.2, 0.5, 100])
  })
})

describe('a run', () => {
  it('ends after the present iteration when it is aborted', async () => {
    const controller = new AbortController()
    const { outcome, history } = await run({
      signal: controller.signal,
      onIteration: ({ iteration }) => iteration === 7 && controller.abort(),
    })
    expect([outcome.kind, outcome.iteration, history.loss.length]).toEqual(['interrupted', 7, 8])
  })

  it('of mini-batches is the same for the same seed, and another for another', async () => {
    const batches = (seed: number) => run({ batch: 2, seed })
    const [one, again, other] = [await batches(1), await batches(1), await batches(2)]
    expect(again.history).toEqual(one.history)
    expect(other.history.loss).not.toEqual(one.history.loss)
  })

  it('stops early and restores the best weights', async () => {
    // The validation rows want the opposite slope: the first steps away from 0 are already too many.
    const opposite = problem(linear(), weights.map((value) => -value), 0)
    const { outcome, history, state } = await train(
      { ...talk, validation: opposite.rows },
      { learningRate: 0.01, iterations: 500, earlyStopping: { patience: 5 } },
    )
    expect(outcome).toEqual({ kind: 'stoppedEarly', iteration: 5, best: 0 })
    expect(history.loss).toHaveLength(6)
    expect(Array.from(state.parameters.w.data)).toEqual([history.parameters.w0[0], history.parameters.w1[0]])
  })

  it('ends when the loss no longer falls', async () => {
    const { outcome, state } = await run({ learningRate: 0.05, iterations: 100_000, tolerance: 1e-9 })
    expect(outcome.kind).toBe('converged')
    // Least squares by hand: sum(x y) / sum(x^2) = 105.6 / 58.
    expect(state.parameters.w.data[1]).toBeCloseTo(105.6 / 58, 6)
  })

  it.each([
    [{ learningRate: 0 }, /learningRate must be > 0, but is 0/],
    [{ iterations: 1.5 }, /iterations must be >= 1, but is 1.5/],
    [{ batch: 0 }, /batch must be 'full', >= 1, but is 0/],
  ])('refuses %j', async (options, expected) => {
    await expect(run(options)).rejects.toThrow(expected)
  })
})
