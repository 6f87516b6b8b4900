import { describe, expect, it } from 'vitest'
import {
  type Checkpoint,
  type TrainingOptions,
  type TrainingProblem,
  generator,
  initializeParameters,
  initializeStatistics,
  makeMoons,
  optimizerNamed,
  readCheckpoint,
  train,
  writeCheckpoint,
  writeModel,
} from '../index.ts'
import { passengers } from '../data/testing/tables.ts'
import { fit } from '../fit/fit.ts'
import type { ModelSpecification } from '../nn/specification.ts'

const specification: ModelSpecification = {
  layers: [
    { type: 'dense', units: 8 }, { type: 'batch-normalization' }, { type: 'relu' }, { type: 'dropout', rate: 0.2 }, { type: 'dense' }, { type: 'sigmoid' },
  ],
  loss: 'binary-cross-entropy',
}

function moons(dtype: 'float32' | 'float64'): TrainingProblem {
  const { x, y } = makeMoons({ rows: 100, seed: 1, noise: 0.2 })
  const random = generator(3)
  const rows = { x: x.astype(dtype), yt: y.astype(dtype) }
  const parameters = initializeParameters(specification, 2, { dtype, random })
  return { specification, rows, validation: rows, parameters, statistics: initializeStatistics(specification, 2, dtype, random), inputs: ['x1', 'x2'] }
}

const runs: readonly (readonly [string, Partial<TrainingOptions>])[] = [
  ['gradient descent', {}],
  ['Adam', { optimizer: optimizerNamed('adam') }],
  ['AdamW on a one-cycle schedule', { optimizer: optimizerNamed('adamw'), schedule: { type: 'one-cycle' } }],
  ['momentum that is reduced on plateaus', { optimizer: optimizerNamed('momentum'), schedule: { type: 'plateau', patience: 1, factor: 0.5 } }],
  ['early stopping', { optimizer: optimizerNamed('rmsprop'), earlyStopping: { patience: 4 } }],
  ['full batches', { batch: 'full', optimizer: optimizerNamed('nesterov') }],
]

describe('a checkpoint', () => {
  it.each(runs.flatMap(([name, more]) => (['float64', 'float32'] as const).map((dtype) => [name, dtype, more] as const)))(
    'of %s in %s goes on to the same bits, through its file',
    async (_name, dtype, more) => {
      const problem = moons(dtype)
      const options = { learningRate: 0.05, iterations: 60, batch: 32, seed: 5, ...more }
      const whole = await train(problem, options)
      const files: Uint8Array[] = []
      const save = (checkpoint: Checkpoint): void => void files.push(writeCheckpoint(checkpoint, { note: 'ノート' }))
      await train(problem, { ...options, checkpoints: { epochs: 2, save } })
      // Every one of them leads to the same end.
      expect(files.length).toBeGreaterThan(1)
      for (const bytes of files) {
        const { checkpoint, run } = readCheckpoint(bytes, 'c')
        expect(run).toEqual({ note: 'ノート' })
        expect(await train(problem, { ...options, from: checkpoint })).toEqual(whole)
      }
    },
  )

  it('is made in time, too, in the middle of an epoch', async () => {
    const { validation: _, ...problem } = moons('float32')
    // 13 steps an epoch; a schedule by steps makes a stretch of each of them.
    const options: TrainingOptions = { learningRate: 0.05, iterations: 40, batch: 8, seed: 5, schedule: { type: 'cosine' } }
    const whole = await train(problem, options)
    const made: Checkpoint[] = []
    await train(problem, { ...options, checkpoints: { seconds: 0, save: (checkpoint) => void made.push(checkpoint) } })
    const between = made.filter(({ iteration }) => iteration % 13 !== 0)
    expect(between.length).toBeGreaterThan(0)
    for (const from of between) expect(await train(problem, { ...options, from })).toEqual(whole)
  })

  it('is refused where it is another file', async () => {
    const { model } = await fit(passengers, { target: 'survived', iterations: 2, validation: 0 })
    expect(() => readCheckpoint(writeModel(model), 'model.safetensors')).toThrow('model.safetensors: not a checkpoint of Kudari')
    expect(() => readCheckpoint(new Uint8Array(20), 'c')).toThrow('c: not a readable model file')
  })
})
