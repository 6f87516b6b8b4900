/** Holding functions to PyTorch: the cases that scripts/golden-convolution.py writes. */
import { expect } from 'vitest'
import { type Tensor, isFloat, sum, valueAndGrad } from '../../index.ts'
import { type EncodedTensor, decodeTensor } from './encoded.ts'

/** A call with its output, and the gradients of sum(output * g). */
export interface TorchCase {
  readonly name: string
  readonly function: string
  readonly inputs: Readonly<Record<string, EncodedTensor>>
  readonly options: Readonly<Record<string, unknown>>
  readonly output: EncodedTensor
  readonly g: EncodedTensor
  readonly gradients: Readonly<Record<string, EncodedTensor>>
}

const decodeAll = (tensors: Readonly<Record<string, EncodedTensor>>): Record<string, Tensor> =>
  Object.fromEntries(Object.entries(tensors).map(([name, encoded]) => [name, decodeTensor(encoded)]))

/** Holds a tensor to the expected one: to `within`, relative for numbers above 1. */
export function expectNear(found: Tensor, expected: Tensor, within: number): void {
  expect(found.shape).toEqual(expected.shape)
  const wrong = [...found.data].flatMap((value, i) => {
    const wanted = expected.data[i]
    const isNear = Object.is(value, wanted) || Math.abs(value - wanted) <= within * Math.max(1, Math.abs(wanted))
    return isNear ? [] : [`element ${i}: ${value}, expected ${wanted}`]
  })
  expect(wrong).toEqual([])
}

/** Holds a function, and the gradients with respect to its inputs, to what PyTorch computed in float64. */
export function expectAsTorch(
  { inputs, output, g, gradients }: TorchCase,
  fn: (inputs: Readonly<Record<string, Tensor>>) => Tensor,
  { dtype = 'float64', within = 1e-9 }: { readonly dtype?: 'float64' | 'float32'; readonly within?: number } = {},
): void {
  const toDtype = (tensor: Tensor): Tensor => (isFloat(tensor.dtype) ? tensor.astype(dtype) : tensor)
  const given = Object.fromEntries(Object.entries(decodeAll(inputs)).map(([name, tensor]) => [name, toDtype(tensor)]))
  expectNear(fn(given), decodeTensor(output), within)
  const variables = Object.fromEntries(Object.keys(gradients).map((name) => [name, given[name]]))
  const loss = (tensors: Readonly<Record<string, Tensor>>) => sum(fn({ ...given, ...tensors }).multiply(toDtype(decodeTensor(g))))
  const found = valueAndGrad(loss)(variables).gradient
  for (const [name, expected] of Object.entries(decodeAll(gradients))) {
    expect(found[name].dtype).toBe(dtype)
    expectNear(found[name], expected, within)
  }
}
