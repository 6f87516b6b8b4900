import { mlp } from 'kudari'
import { describe, expect, it } from 'vitest'
import { body, momentOf } from '../testing/moments.ts'
import { weights } from './weights.ts'

describe('weights', () => {
  it('are a column for a single output, the bias first', () => {
    const view = weights(momentOf(body, { target: 'weight', center: true, initial: [2, -1] }), { most: 9 })
    expect(view).toEqual({ w: { rows: 2, columns: 1, values: Float64Array.of(2, -1) } })
  })

  it('are cut where there is no more room', () => {
    const moment = momentOf(body, { target: 'weight', model: mlp([4], { classes: 0 }), initial: 'ones' })
    const view = weights(moment, { most: 3 })
    expect(Object.entries(view).map(([name, { rows, columns }]) => [name, rows, columns])).toEqual([['W1', 1, 3], ['b1', 3, 1], ['W2', 3, 1], ['b2', 1, 1]])
    expect([...view.W1.values]).toEqual([1, 1, 1])
  })
})
