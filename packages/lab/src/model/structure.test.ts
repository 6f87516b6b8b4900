import { describe, expect, it } from 'vitest'
import { changeTo, fewerUnits, moreUnits, structureOf, suits, withLayer, withUnits, withoutLayer } from './structure.ts'

describe('structures', () => {
  it('are what a model is called, or what fits the task', () => {
    expect(structureOf(undefined, 0)).toEqual({ kind: 'linear' })
    expect(structureOf(undefined, 2)).toEqual({ kind: 'logistic' })
    expect(structureOf('softmax', 3)).toEqual({ kind: 'logistic' })
    expect(structureOf('mlp:128,64', 0)).toEqual({ kind: 'network', units: [128, 64] })
    expect(structureOf('cnn', 10)).toEqual({ kind: 'convolutional' })
    expect(structureOf({ layers: [{ type: 'dense' }], loss: 'mean-square' }, 0)).toEqual({ kind: 'own' })
  })

  it('move to the right with a hidden layer, and back to the left without the last one', () => {
    const one = withLayer({ kind: 'linear' })
    expect(one).toEqual({ kind: 'network', units: [8] })
    expect(withLayer(withUnits(one, 0, 5))).toEqual({ kind: 'network', units: [5, 5] })
    expect(withoutLayer({ kind: 'network', units: [5, 3] }, 2)).toEqual({ kind: 'network', units: [5] })
    expect(withoutLayer(one, 0)).toEqual({ kind: 'linear' })
    expect(withoutLayer(one, 3)).toEqual({ kind: 'logistic' })
  })

  it('take back what means nothing to them', () => {
    expect(changeTo({ kind: 'network', units: [4, 2] }, { initial: [2, -1] }, 0)).toEqual({ model: 'mlp:4,2', initial: undefined })
    expect(changeTo({ kind: 'network', units: [4] }, { initial: 'he' }, 0)).toEqual({ model: 'mlp:4' })
    expect(changeTo({ kind: 'logistic' }, {}, 3)).toEqual({ model: 'softmax', activation: undefined, dropout: undefined })
    expect(changeTo({ kind: 'logistic' }, { initial: [0, 1] }, 2)).toEqual({ model: 'logistic', activation: undefined, dropout: undefined })
  })

  it('suit numbers, or classes, or both', () => {
    expect([suits('linear', 0), suits('linear', 2), suits('logistic', 0), suits('logistic', 3), suits('network', 0)]).toEqual([true, false, false, true, true])
  })
})

describe('units', () => {
  it('are counted one by one, then in powers of two', () => {
    expect([1, 15, 16, 17, 100, 2048].map(moreUnits)).toEqual([2, 16, 32, 32, 128, 2048])
    expect([1, 2, 16, 17, 32, 100].map(fewerUnits)).toEqual([1, 1, 15, 16, 16, 64])
  })
})
