import { describe, expect, it } from 'vitest'
import { keptFit } from './keep-fit.ts'

const found = { names: ['x1', 'x2', 'class'], target: 'class' }

describe('keptFit', () => {
  it('keeps everything where the columns are the same', () => {
    const fit = { target: 'class', features: ['x1'], learningRate: 0.1, seed: 3 }
    expect(keptFit(fit, found)).toEqual(fit)
  })

  it('loses the inputs that are gone, and leaves them to Kudari where none is left', () => {
    expect(keptFit({ target: 'class', features: ['x2', 'x3'] }, found)).toEqual({ target: 'class', features: ['x2'] })
    expect(keptFit({ target: 'class', features: ['x3'], seed: 1 }, found)).toEqual({ target: 'class', seed: 1 })
  })

  it('begins anew where the target is gone, or nothing was chosen', () => {
    expect(keptFit({ target: 'y', learningRate: 0.1 }, found)).toEqual({ target: 'class' })
    expect(keptFit(undefined, found)).toEqual({ target: 'class' })
  })
})
