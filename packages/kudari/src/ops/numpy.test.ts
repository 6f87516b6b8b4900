/** Every operation held to NumPy: shape, dtype and every element, on the cases of scripts/golden-numpy.py. */
import { describe, expect, it } from 'vitest'
import * as library from '../index.ts'
import { type EncodedTensor, decode, decodeTensor, readGolden } from './testing/encoded.ts'

interface NumpyCase {
  readonly name: string
  readonly call: readonly [string, ...unknown[]]
  readonly expected: EncodedTensor
  /** Relative tolerance; without it the numbers must be the same. */
  readonly within?: number
  /** Why Kudari departs from NumPy on purpose. */
  readonly differs?: string
}

const functions = library as unknown as Readonly<Record<string, (...values: unknown[]) => library.Tensor>>
const { source, cases } = readGolden<NumpyCase>(new URL('testing/numpy-cases.json', import.meta.url))

/** The same number (0 and -0 are two), or one within the tolerance. */
const isClose = (found: number, expected: number, within: number): boolean =>
  Object.is(found, expected) || (expected !== 0 && Math.abs(found - expected) <= within * Math.abs(expected))

describe(`operations agree with ${source}`, () => {
  it('there are some hundreds of cases, and every departure has its reason', () => {
    expect(cases.length).toBeGreaterThan(900)
    expect(cases.filter(({ differs }) => differs === '')).toEqual([])
  })

  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, { call, expected, within = 0 }) => {
    const [operation, ...values] = call
    const result = functions[operation](...values.map(decode))
    expect({ dtype: result.dtype, shape: result.shape }).toEqual({ dtype: expected.dtype, shape: expected.shape })
    const wanted = [...decodeTensor(expected).data]
    const wrong = [...result.data].flatMap((found, i) =>
      isClose(found, wanted[i], within) ? [] : [`element ${i}: ${found}, NumPy ${wanted[i]}`],
    )
    expect(wrong).toEqual([])
  })
})
