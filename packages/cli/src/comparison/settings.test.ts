import { describe, expect, it } from 'vitest'
import type { ModelSpecification } from 'kudari'
import type { Run } from './run.ts'
import { isSame, layersText, settingNames, settingText, settingsOf } from './settings.ts'

/** A run of which nothing but its settings is known; options that this Kudari does not have are among them. */
const run = (given: object, settled: object, data: object = { path: '../../d.csv', sha256: 'x', rows: 9 }): Run =>
  ({
    path: 'run',
    hasDiverged: false,
    losses: { iteration: [0], loss: [1] },
    record: {
      data,
      given: { target: 'y', ...given },
      settled: { specification: { layers: [{ type: 'dense' }], loss: 'mean-square' }, learningRate: 0.1, batch: 'full', shuffle: true, seed: 0, trainingRows: 9, ...settled },
    },
  }) as unknown as Run

const differing = (...runs: readonly Run[]): Record<string, string[]> => {
  const all = runs.map(settingsOf)
  const names = settingNames(all).filter((name) => !isSame(name, all))
  return Object.fromEntries(names.map((name) => [name, all.map((settings) => settingText(name, settings, all).en)]))
}

describe('settings', () => {
  it('that differ are told by the names of their options, those of later versions too', () => {
    expect(differing(
      run({ optimizer: 'adam', 'weight-decay': 0.01 }, { learningRate: 0.001, optimizer: { type: 'adam', beta1: 0.9 }, weightDecay: 0.01 }),
      run({ optimizer: 'momentum' }, { optimizer: { type: 'momentum', momentum: 0.9 } }),
    )).toEqual({
      lr: ['0.001', '0.1'],
      optimizer: ['adam', 'momentum'],
      'optimizer.beta1': ['0.9', 'default'],
      'optimizer.momentum': ['default', '0.9'],
      'weight-decay': ['0.01', 'default'],
    })
  })

  it('that were chosen count as if given, and a flag has a side that was not given', () => {
    expect(differing(run({ lr: 0.1, seed: 0 }, {}), run({}, {}))).toEqual({})
    expect(differing(run({ center: true, 'no-shuffle': true }, { shuffle: false }), run({}, {}))).toEqual({ center: ['yes', 'no'], shuffle: ['no', 'yes'] })
  })

  it('tell tables by their bytes, not by their names', () => {
    const data = (path: string, sha256: string) => run({}, {}, { path, sha256, rows: 9 })
    expect(differing(data('../../a.csv', 'x'), data('../../copy.csv', 'x'))).toEqual({})
    expect(differing(data('../../a.csv', 'x'), data('../b.csv', 'y'))).toEqual({ data: ['a.csv', 'b.csv'] })
  })

  it('that are lists are shown as such', () => {
    expect(differing(run({ init: [2, -1] }, {}), run({ init: [{ W: [[1]], b: [0] }] }, {}))).toEqual({ init: ['2, -1', '{"W":[[1]],"b":[0]}'] })
  })

  it('name the layers of a network', () => {
    expect(layersText({ layers: [{ type: 'dummy' }, { type: 'dense', units: 8 }, { type: 'tanh' }, { type: 'dense' }], loss: 'mean-square' })).toBe('dense 8, tanh, dense')
    const layers = [
      { type: 'conv2d', units: 16, kernel: [3, 5], bias: false },
      { type: 'residual', layers: [{ type: 'dense', units: 4 }, { type: 'relu' }] },
      { type: 'branch', branches: [[{ type: 'tanh' }], [{ type: 'relu' }]], join: 'add' },
    ]
    expect(layersText({ layers, loss: 'mean-square' } as unknown as ModelSpecification))
      .toBe('conv2d 16 kernel 3×5 bias false, residual (dense 4, relu), branch (tanh) (relu) join add')
  })
})
