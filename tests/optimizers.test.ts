/** The recorded runs of eight optimisers on a network, reproduced by the library. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  type ModelSpecification,
  type OptimizerSpecification,
  type Parameters,
  type Tensor,
  compile,
  lossOfModel,
  oneHot,
  optimizerOf,
  readOptimizer,
  scalar,
  tensor,
  useExecutor,
  valueAndGrad,
} from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedPath } from './shared.ts'

/** A run as PyTorch's options name it. */
interface RecordedOptimizer {
  readonly options: { readonly lr: number } & Readonly<Record<string, unknown>>
  readonly losses: readonly number[]
}

interface DigitsRun {
  readonly initial: readonly { readonly W: number[][]; readonly b: number[] }[]
  readonly batch: number
  readonly steps: number
  readonly optimisers: Readonly<Record<string, RecordedOptimizer>>
}

const types: Readonly<Record<string, OptimizerSpecification['type']>> = {
  sgd: 'sgd',
  momentum: 'sgd',
  nesterov: 'sgd',
  'sgd-weight-decay': 'sgd',
  rmsprop: 'rmsprop',
  adagrad: 'adagrad',
  adam: 'adam',
  adamw: 'adamw',
}

/** Our names of PyTorch's options, where they differ. */
const renamed: Readonly<Record<string, string>> = { alpha: 'smoothing', eps: 'epsilon', weight_decay: 'weightDecay' }

function specificationOf(name: string, options: RecordedOptimizer['options']): OptimizerSpecification {
  const settings = Object.entries(options)
    .filter(([key]) => key !== 'lr')
    .map(([key, value]) => [renamed[key] ?? key, value])
  return readOptimizer({ type: types[name], ...Object.fromEntries(settings) })
}

/** Pixels divided by 16, and the digit, of every row. */
function readDigits(path: string): { x: number[][]; y: number[] } {
  const rows = gunzipSync(readFileSync(path)).toString().trim().split(/\r?\n/).map((line) => line.split(',').map(Number))
  const numbers = rows.filter((row) => row.every((value) => Number.isFinite(value)))
  return { x: numbers.map((row) => row.slice(0, 64).map((value) => value / 16)), y: numbers.map((row) => row[64]) }
}

const network: ModelSpecification = {
  layers: [{ type: 'dense', units: 16 }, { type: 'relu' }, { type: 'dense', units: 10 }, { type: 'softmax' }],
  loss: 'categorical-cross-entropy',
}

afterAll(() => useExecutor('auto'))

describe.each(['plain', 'wasm'] as const)('a network on the digits, executor %s', (executor) => {
  beforeAll(() => useExecutor(executor))

  for (const name of Object.keys(types))
    it(`${name}: every loss within 1e-9 of PyTorch's`, ({ skip }) => {
      const [path, data] = [sharedPath('golden/digits-mlp.json'), sharedPath('data/digits.csv.gz')]
      if (!path || !data) return skip()
      const run = JSON.parse(readFileSync(path, 'utf8')) as DigitsRun
      expect(Object.keys(run.optimisers).toSorted()).toEqual(Object.keys(types).toSorted())
      const { options, losses } = run.optimisers[name]
      expect(losses).toHaveLength(run.steps)
      const optimizer = optimizerOf(specificationOf(name, options))
      const step = compile((x: Tensor, yt: Tensor, alpha: Tensor, parameters: Parameters, memory: Parameters) => {
        const { value, gradient } = valueAndGrad((at: Parameters) => lossOfModel(network, at, x, yt))(parameters)
        return { loss: value, ...optimizer.update(parameters, gradient, alpha, memory) }
      })
      const { x, y } = readDigits(data)
      let parameters: Parameters = Object.fromEntries(
        run.initial.flatMap(({ W, b }, i) => [[`W${i + 1}`, tensor(W)], [`b${i + 1}`, tensor(b)]]),
      )
      let memory = optimizer.initial(parameters)
      for (let k = 0; k < run.steps; k++) {
        const first = (k * run.batch) % (y.length - run.batch + 1)
        const [rows, digits] = [x.slice(first, first + run.batch), y.slice(first, first + run.batch)]
        const result = step(tensor(rows), oneHot(digits, 10), scalar(options.lr), parameters, memory)
        expect(Math.abs(result.loss.item() - losses[k])).toBeLessThan(1e-9)
        ;({ parameters, memory } = result)
      }
    })
})
