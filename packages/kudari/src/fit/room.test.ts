import { describe, expect, it } from 'vitest'
import { numbered } from '../data/testing/tables.ts'
import { mlp } from '../nn/architectures.ts'
import { optimizerNamed } from '../optim/optimizers.ts'
import { planFit } from './plan.ts'
import { requireRoom } from './room.ts'

describe('the room for a model', () => {
  it('is asked for before anything is drawn', () => {
    const table = numbered(40, { a: (i) => (i * i) % 37, b: (i) => (i * 7) % 40, y: (i) => i / 2 })
    const start = performance.now()
    // 2 * 40000 + 40000 * 40000 + 40000 weights and 80001 biases; with Adam four numbers of 4 bytes for each.
    expect(() => planFit(table, { target: 'y', model: 'mlp:40000,40000' })).toThrow(
      'the model has 1,600,200,001 parameters; to learn them takes 23.8 GiB of memory (16 bytes for each: its weight, its gradient and what adam remembers of it), ' +
      'but there are 4. The largest tensor is W2 (40000, 40000): take fewer units',
    )
    expect(performance.now() - start).toBeLessThan(1000)
  })

  // 289,119,001 parameters: 2.15 GiB for two numbers of 4 bytes each, 3.23 GiB for three, and 4.31 GiB for four, or two of 8 bytes.
  it.each([
    ['gradient-descent', 'float32', undefined],
    ['momentum', 'float32', undefined],
    ['adam', 'float32', '4.31 GiB of memory (16 bytes for each: its weight, its gradient and what adam remembers of it)'],
    ['gradient-descent', 'float64', '4.31 GiB of memory (16 bytes for each: its weight and its gradient)'],
  ] as const)('depends on what %s remembers, and on %s', (name, dtype, expected) => {
    let said: string | undefined
    try {
      requireRoom(mlp([17000, 17000], { classes: 0 }, {}), 4, optimizerNamed(name), dtype)
    } catch (error) {
      said = (error as Error).message
    }
    expect(said?.includes(expected ?? '')).toBe(expected === undefined ? undefined : true)
  })
})
