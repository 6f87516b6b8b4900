/** Printing held to NumPy, character by character, on the cases of scripts/golden-numpy.py. */
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { compile, tensor } from '../index.ts'
import { type EncodedTensor, decodeTensor, readGolden } from '../ops/testing/encoded.ts'

interface PrintCase {
  readonly tensor: EncodedTensor
  readonly str: string
  readonly repr: string
}

const { source, cases } = readGolden<PrintCase>(new URL('testing/print-cases.json', import.meta.url))
const named = cases.map((entry) => [entry.str.split('\n')[0], entry] as const)

describe(`tensors print as in ${source}`, () => {
  it.each(named)('str: %s', (_name, { tensor: encoded, str }) => {
    expect(String(decodeTensor(encoded))).toBe(str)
  })

  it.each(named)('repr: %s', (_name, { tensor: encoded, repr }) => {
    expect(inspect(decodeTensor(encoded))).toBe(repr)
  })
})

describe('tensors without numbers', () => {
  it('print their name and type while a function is being traced', () => {
    const seen: string[] = []
    const double = compile((x: ReturnType<typeof tensor>) => {
      seen.push(String(x), inspect(x.mul(2)))
      return x.mul(2)
    })
    double(tensor([[1, 2, 3]], { dtype: 'float32' }))
    expect(seen).toEqual(['x: float32[1, 3]', 'float32[1, 3]'])
  })
})
