/** Reading the cases that scripts/golden-numpy.py writes, where tensors are {dtype, shape, data} and NaN is a text. */
import { readFileSync } from 'node:fs'
import { type DType, allocate } from '../../tensor/dtype.ts'
import { Tensor } from '../../tensor/tensor.ts'

/** A tensor as the script writes it. */
export interface EncodedTensor {
  readonly dtype: DType
  readonly shape: readonly number[]
  readonly data: readonly (number | string | boolean)[]
}

/** What a JSON file of the script holds. */
export interface Golden<Case> {
  /** The script and the version of NumPy. */
  readonly source: string
  readonly cases: readonly Case[]
}

export const readGolden = <Case>(url: URL): Golden<Case> => JSON.parse(readFileSync(url, 'utf8')) as Golden<Case>

const special: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity, '-0': -0 }

const isTensor = (value: object): value is EncodedTensor => 'dtype' in value && 'shape' in value && 'data' in value

export function decodeTensor({ dtype, shape, data }: EncodedTensor): Tensor {
  const elements = allocate(dtype, data.length)
  elements.set(data.map((element) => Number(decode(element))))
  return new Tensor({ dtype, shape }, elements)
}

/** An argument as the script writes it; other texts, such as ranges, stay what they are. */
export function decode(value: unknown): unknown {
  if (typeof value === 'string') return special[value] ?? value
  if (Array.isArray(value)) return value.map(decode)
  if (typeof value !== 'object' || value === null) return value
  return isTensor(value)
    ? decodeTensor(value)
    : Object.fromEntries(Object.entries(value).map(([key, element]) => [key, decode(element)]))
}
