/** The recorded runs of NumPy, reproduced by the library. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { loadBlas } from '@kudari/blas'
import {
  type ModelSpecification,
  type TrainingResult,
  firstState,
  initializeParameters,
  generator,
  linear,
  logistic,
  oneHot,
  optimizerNamed,
  prepareInputs,
  prepareTarget,
  readSpecification,
  scalar,
  softmaxRegression,
  stack,
  stateOf,
  tensor,
  train,
  trainingStep,
  useExecutor,
  useProducts,
  useThreads,
} from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Golden, readGolden, readNumbers, sharedPath } from './shared.ts'

/** Largest difference between two numbers, relative to the expected one (absolute where that is below 1). */
const difference = (found: number, expected: number): number => Math.abs(found - expected) / Math.max(1, Math.abs(expected))

function golden(name: string, data: string): { run: Golden; columns: Map<string, number[]> } | undefined {
  const run = sharedPath(`golden/${name}.json`)
  const table = sharedPath(`data/${data}`)
  return run && table ? { run: readGolden(run), columns: readNumbers(table) } : undefined
}

/** Trains as the recorded run did: on raw columns, all weights beginning at 1. */
async function reproduce(
  { run, columns }: { run: Golden; columns: Map<string, number[]> },
  specification: ModelSpecification,
  classes: number,
): Promise<TrainingResult> {
  const all = columns.get(run.target)!.map((_, i) => i)
  const rowsOf = (indices: readonly number[]) => {
    const x = stack(run.features.map((name) => indices.map((i) => columns.get(name)![i])), { axis: 1 })
    const y = tensor(indices.map((i) => columns.get(run.target)![i]))
    return { x: prepareInputs(specification, x), yt: prepareTarget(specification, run.features.length, y, classes, 'float64') }
  }
  const parameters = initializeParameters(specification, run.features.length, {
    initializer: 'ones',
    dtype: 'float64',
    random: generator(0),
  })
  const validation = run.test_rows && rowsOf(run.test_rows)
  return train(
    { specification, rows: rowsOf(run.train_rows ?? all), parameters, inputs: run.features, ...(validation && { validation }) },
    { learningRate: run.alpha, iterations: run.iterations },
  )
}

/** A recorded run of a network on the digits, by plain gradient descent. */
interface DigitsRun {
  readonly activation: 'relu' | 'sigmoid'
  readonly initial: readonly { readonly W: number[][]; readonly b: number[] }[]
  readonly batch: number
  readonly steps: number
  readonly optimisers: { readonly sgd: { readonly options: { readonly lr: number }; readonly losses: readonly number[] } }
}

/** Pixels divided by 16, and the digit, of every row. */
function readDigits(path: string): { x: number[][]; y: number[] } {
  const rows = gunzipSync(readFileSync(path)).toString().trim().split(/\r?\n/).map((line) => line.split(',').map(Number))
  const numbers = rows.filter((row) => row.every((value) => Number.isFinite(value)))
  return { x: numbers.map((row) => row.slice(0, 64).map((value) => value / 16)), y: numbers.map((row) => row[64]) }
}

const blas = loadBlas('auto')
if (!blas) console.log('skipped: there is no BLAS on this system')

/** Every way in which a run can be carried out. The runs are too small for threads: tiles and threads are forced elsewhere. */
const executors = [
  { name: 'plain TypeScript', choose: () => useExecutor('plain') },
  ...[1, 2, 3, 8].map((threads) => ({
    name: `WebAssembly, ${threads} threads`,
    choose: () => {
      useExecutor('wasm')
      useThreads(threads)
    },
  })),
  ...(blas ? [{ name: `WebAssembly with ${blas.name}`, choose: () => useProducts(blas) }] : []),
]

afterAll(() => {
  useProducts(undefined)
  useExecutor('auto')
  useThreads(undefined)
})

describe.each(executors)('$name', ({ choose }) => {
  beforeAll(choose)
  describe('regression on raw columns', () => {
    for (const name of ['boston-rm', 'boston-rm-lstat'])
      it(`${name}: losses and weights within 1e-9 of NumPy's`, async ({ skip }) => {
        const recorded = golden(name, 'boston.csv')
        if (!recorded) return skip()
        const { history, state } = await reproduce(recorded, linear(), 0)
        for (const [iteration, loss] of recorded.run.history)
          expect(difference(history.loss[iteration], loss)).toBeLessThan(1e-9)
        for (const [i, weight] of recorded.run.final_weights?.entries() ?? [])
          expect(difference(state.parameters.w.data[i], weight)).toBeLessThan(1e-9)
      })

    it('boston-diverges: stops, and says at which iteration, why, and what to try', async ({ skip }) => {
      const recorded = golden('boston-diverges', 'boston.csv')
      if (!recorded) return skip()
      const { outcome, history } = await reproduce(recorded, linear(), 0)
      if (outcome.kind !== 'diverged') throw new Error(`the run ended as ${outcome.kind}`)
      expect(outcome.iteration).toBeLessThan(30)
      // The largest eigenvalue of x.T @ x / M, by NumPy: 241.009; so the learning rate must stay below 0.0082984.
      expect(outcome.divergence.limit).toBeCloseTo(0.0082984, 6)
      expect(outcome.divergence.suggestion).toBeLessThan(outcome.divergence.limit)
      expect(outcome.divergence.columns.map(({ name }) => name)).toEqual(['LSTAT', 'RM'])
      for (const [iteration, loss] of recorded.run.history.filter(([k]) => k < history.loss.length))
        expect(difference(history.loss[iteration], loss)).toBeLessThan(1e-9)
    })
  })

  describe('classification: cross-entropy and accuracy of held-out rows, after the update', () => {
    const runs = [
      { name: 'iris-binary', specification: logistic(), classes: 2 },
      { name: 'iris-3class-2features', specification: softmaxRegression(3), classes: 3 },
      { name: 'iris-3class-4features', specification: softmaxRegression(3), classes: 3 },
    ]
    for (const { name, specification, classes } of runs)
      it(`${name}: within 1e-9 of NumPy's`, async ({ skip }) => {
        const recorded = golden(name, 'iris.csv')
        if (!recorded) return skip()
        const { history } = await reproduce(recorded, specification, classes)
        for (const [iteration, loss, accuracy] of recorded.run.history) {
          expect(difference(history.validation.loss[iteration], loss)).toBeLessThan(1e-9)
          expect(history.validation.accuracy[iteration]).toBeCloseTo(accuracy, 12)
        }
      })
  })

  describe('networks on the digits', () => {
    for (const name of ['digits-mlp', 'digits-mlp-2hidden-sigmoid'])
      it(`${name}: every loss within 1e-9 of PyTorch's`, ({ skip }) => {
        const [path, data] = [sharedPath(`golden/${name}.json`), sharedPath('data/digits.csv.gz')]
        if (!path || !data) return skip()
        const run = JSON.parse(readFileSync(path, 'utf8')) as DigitsRun
        const { x, y } = readDigits(data)
        const units = run.initial.map(({ b }) => b.length)
        const specification: ModelSpecification = {
          layers: units.flatMap((count, i) => [{ type: 'dense', units: count }, { type: i < units.length - 1 ? run.activation : 'softmax' }] as const),
          loss: 'categorical-cross-entropy',
        }
        let state = stateOf(Object.fromEntries(
          run.initial.flatMap(({ W, b }, i) => [[`W${i + 1}`, tensor(W)], [`b${i + 1}`, tensor(b)]]),
        ))
        const step = trainingStep(specification)
        const { sgd } = run.optimisers
        const alpha = scalar(sgd.options.lr)
        for (let k = 0; k < run.steps; k++) {
          const first = (k * run.batch) % (y.length - run.batch + 1)
          const rows = { x: tensor(x.slice(first, first + run.batch)), yt: oneHot(y.slice(first, first + run.batch), 10) }
          const { loss, ...next } = step(rows, alpha, state)
          expect(difference(loss.item(), sgd.losses[k])).toBeLessThan(1e-9)
          state = next
        }
      })
  })

  describe('a convolutional network on the digits', () => {
    it("digits-conv: every loss of 30 steps of Adam within 1e-9 of PyTorch's", ({ skip }) => {
      const [path, data] = [sharedPath('golden/digits-conv.json'), sharedPath('data/digits.csv.gz')]
      if (!path || !data) return skip()
      const { initial, losses } = JSON.parse(readFileSync(path, 'utf8')) as { initial: Record<string, number[]>; losses: number[] }
      const { x, y } = readDigits(data)
      const specification = readSpecification({
        layers: [
          { type: 'reshape', shape: [8, 8, 1] },
          { type: 'conv2d', units: 4, kernel: 3, padding: 1 }, { type: 'relu' }, { type: 'max-pool', size: 2 },
          { type: 'conv2d', units: 6, kernel: 3 }, { type: 'relu' },
          { type: 'flatten' }, { type: 'dense', units: 10 }, { type: 'softmax' },
        ],
        loss: 'categorical-cross-entropy',
      })
      // PyTorch's layout is (outputs, inputs, height, width), and it flattens channel by channel.
      const parameters = {
        W1: tensor(initial['0.weight']).reshape([4, 1, 3, 3]).transpose([2, 3, 1, 0]),
        b1: tensor(initial['0.bias']),
        W2: tensor(initial['3.weight']).reshape([6, 4, 3, 3]).transpose([2, 3, 1, 0]),
        b2: tensor(initial['3.bias']),
        W3: tensor(initial['6.weight']).reshape([10, 6, 2, 2]).transpose([2, 3, 1, 0]).reshape([24, 10]),
        b3: tensor(initial['6.bias']),
      }
      const learning = { optimizer: optimizerNamed('adam') }
      const step = trainingStep(specification, learning)
      let state = firstState(parameters, {}, learning)
      for (const [k, expected] of losses.entries()) {
        const first = (k * 64) % (y.length - 63)
        const rows = { x: tensor(x.slice(first, first + 64)), yt: oneHot(y.slice(first, first + 64), 10) }
        const { loss, ...next } = step(rows, scalar(0.01), state)
        expect(difference(loss.item(), expected)).toBeLessThan(1e-9)
        state = next
      }
    })
  })
})
