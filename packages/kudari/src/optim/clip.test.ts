import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Parameters } from '../nn/parameters.ts'
import '../ops/methods.ts'
import { tensor } from '../tensor/create.ts'
import type { DType } from '../tensor/dtype.ts'
import type { Nested } from '../tensor/tensor.ts'
import { clipByNorm, clipByValue } from './clip.ts'

interface Case {
  readonly how: 'norm' | 'value'
  readonly limit: number
  readonly gradients: readonly Nested[]
  readonly clipped: readonly Nested[]
}

const { source, clipping } = JSON.parse(readFileSync(new URL('testing/clipping.json', import.meta.url), 'utf8')) as {
  readonly source: string
  readonly clipping: readonly Case[]
}

const named = (tensors: readonly Nested[], dtype: DType): Parameters =>
  Object.fromEntries(tensors.map((values, i) => [`W${i + 1}`, tensor(values, { dtype })]))

const numbers = (record: Parameters): number[] => Object.values(record).flatMap(({ data }) => [...data])

describe(`clipping, against ${source}`, () => {
  it.each(clipping)('by $how at $limit: $gradients', ({ how, limit, gradients, clipped }) => {
    const clip = { norm: clipByNorm, value: clipByValue }[how]
    for (const [dtype, digits] of [['float64', 14], ['float32', 6]] as const) {
      const found = clip(named(gradients, dtype), limit)
      expect(Object.keys(found)).toEqual(['W1', 'W2'])
      for (const g of Object.values(found)) expect(g.dtype).toBe(dtype)
      const expected = numbers(named(clipped, 'float64'))
      for (const [i, value] of numbers(found).entries()) expect(value).toBeCloseTo(expected[i], digits)
    }
  })

  it('leaves NaN to be seen', () => {
    const gradients = { w: tensor([NaN, 5]) }
    expect(clipByValue(gradients, 1).w.toArray()).toEqual([NaN, 1])
    expect(clipByNorm(gradients, 1).w.toArray()).toEqual([NaN, NaN])
  })
})
