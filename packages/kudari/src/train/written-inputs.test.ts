/** Inputs that are written anew for every epoch: the same steps as on tables of their own, in memory that stays as it is. */
import { afterAll, describe, expect, it } from 'vitest'
import { augmentImages, writeAugmented } from '../data/augmentation.ts'
import { prepareInputs } from '../nn/model.ts'
import { initializeParameters } from '../nn/parameters.ts'
import { softmaxRegression } from '../nn/specification.ts'
import { oneHot } from '../ops/gather.ts'
import { type ExecutorChoice, useExecutor } from '../run/prepare.ts'
import { useThreads } from '../run/threads.ts'
import { commonArena } from '../run/wasm/arena.ts'
import { randomNormal } from '../tensor/create.ts'
import { generator } from '../tensor/random.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { pickStretches } from './picks.ts'
import type { TrainingProblem } from './problem.ts'
import { stepRunner } from './runner.ts'
import { stateOf } from './state.ts'
import { type TrainingOptions, train } from './train.ts'

const image = { height: 6, width: 6, channels: 1 }
const augmentation = { shift: 1, rotate: 20, flip: true }
const SEED = 5

/** Noise as images, with labels by chance: (rows, 37) with the dummy column in front. */
function images(rows: number): TrainingProblem {
  const random = generator(1)
  const specification = softmaxRegression(4)
  const x = prepareInputs(specification, randomNormal(random, [rows, 36], 0, 1, { dtype: 'float32' }))
  const yt = oneHot(Array.from({ length: rows }, () => random.integer(4)), 4, 'float32')
  const parameters = initializeParameters(specification, 36, { dtype: 'float32', random })
  return { specification, rows: { x, yt }, parameters, inputs: Array.from({ length: 36 }, (_, i) => `p${i}`) }
}

const written = (x: Tensor): Required<Pick<TrainingOptions, 'writeInputs'>> => ({
  writeInputs: (epoch, into) => writeAugmented(x, image, augmentation, SEED, epoch, into),
})

/** The losses of steps that are made epoch by epoch, each on a table of its own. */
function epochByEpoch(problem: TrainingProblem, options: { readonly batch: number; readonly seed: number }, epochs: number): number[] {
  const { x, yt } = problem.rows
  const perEpoch = Math.ceil(x.shape[0] / options.batch)
  let state = stateOf(problem.parameters)
  return Array.from({ length: epochs }, (_, epoch) => {
    const own = { ...problem, rows: { x: augmentImages(x, image, augmentation, SEED, epoch), yt } }
    const stretches = pickStretches(x.shape[0], options, true, epoch * perEpoch)
    const runner = stepRunner(own, options, state)
    const losses: number[] = []
    while (losses.length < perEpoch) losses.push(...Array.from(runner.run(stretches.next(perEpoch - losses.length), 0.1).loss))
    state = runner.state()
    runner.end()
    return losses
  }).flat()
}

afterAll(() => {
  useExecutor('auto')
  useThreads(undefined)
})

describe('inputs that are written for every epoch', () => {
  const executors: readonly [ExecutorChoice, number][] = [['plain', 1], ['wasm', 1], ['wasm', 3]]
  it.each(executors)('give the losses of a table for every epoch: %s, %i threads', async (executor, threads) => {
    useExecutor(executor)
    useThreads(threads)
    for (const [rows, batch] of [[50, 16], [48, 16], [50, 50], [3000, 1300]]) {
      const problem = images(rows)
      const labels = problem.rows.yt.data.slice()
      const pixels = problem.rows.x.data.slice()
      const options = { batch, seed: 2 }
      const iterations = 4 * Math.ceil(rows / batch)
      const { history } = await train(problem, { ...options, learningRate: 0.1, iterations, ...written(problem.rows.x) })
      expect(history.loss).toEqual(epochByEpoch(problem, options, 4))
      expect(problem.rows.yt.data).toEqual(labels)
      expect(problem.rows.x.data).toEqual(pixels)
    }
  })

  it('are the same where a run that was broken off goes on', async () => {
    const problem = images(50)
    const options = { batch: 16, seed: 2, learningRate: 0.1, iterations: 16, ...written(problem.rows.x) }
    const whole = await train(problem, options)
    for (const last of [1, 3, 6]) {
      const controller = new AbortController()
      let saved: TrainingOptions['from']
      await train(problem, {
        ...options,
        signal: controller.signal,
        onIteration: ({ iteration }) => iteration === last && controller.abort(),
        checkpoints: { save: (checkpoint) => void (saved = checkpoint) },
      })
      expect(saved?.iteration).toBe(last + 1)
      expect((await train(problem, { ...options, from: saved! })).history).toEqual(whole.history)
    }
  })

  it('take no more memory after 200 epochs, or ten runs, than after two', async () => {
    useExecutor('wasm')
    const problem = images(500)
    const arena = commonArena()!
    const free = (): number => arena.free.reduce((sum, { bytes }) => sum + bytes, 0)
    const used: number[] = []
    const { writeInputs } = written(problem.rows.x)
    const run = (iterations: number) =>
      train(problem, {
        batch: 64,
        learningRate: 0.1,
        iterations,
        writeInputs(epoch, into) {
          writeInputs(epoch, into)
          used.push(arena.top - free())
        },
      })
    const perEpoch = Math.ceil(500 / 64)
    await run(200 * perEpoch)
    expect(used).toHaveLength(200)
    // What earlier tests used may be given back meanwhile.
    expect(used[199]).toBeLessThanOrEqual(used[2])
    const after = arena.top - free()
    for (let i = 0; i < 10; i++) await run(2 * perEpoch)
    expect(arena.top - free()).toBeLessThanOrEqual(after)
  })
})
