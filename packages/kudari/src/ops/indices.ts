/** Indices: whole numbers that name elements of an axis — from its front, or, where they are negative, from its end. */
import { KudariError } from '../messages/error.ts'
import { tensor } from '../tensor/create.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { Tensor } from '../tensor/tensor.ts'
import { precedence, bracket } from './notation.ts'
import { type Operation, type TensorLike, apply } from './operation.ts'

/** The index counted from the front, checked. */
export function checkedIndex(operation: string, index: number, axis: number, length: number): number {
  if (!Number.isInteger(index) || index < -length || index >= length)
    throw new KudariError('usage', tensorMessages.indexOutOfRange, { operation, index, axis, length })
  return index < 0 ? index + length : index
}

/** Indices as an int32 tensor. JavaScript's lists may hold them, too, although lists make float64 tensors elsewhere. */
export function toIndices(operation: string, value: TensorLike): Tensor {
  const refuse = (found: string): never => {
    throw new KudariError('usage', tensorMessages.notIndices, { operation, found })
  }
  if (value instanceof Tensor) return value.dtype === 'int32' ? value : refuse(`dtype ${value.dtype}`)
  const list = tensor(value)
  if (list.dtype === 'bool') return refuse('dtype bool')
  for (const index of list.data) if (!Number.isInteger(index)) refuse(`${index}`)
  return list.astype('int32')
}

type AxisOfOperation = { readonly operation: string; readonly axis: number; readonly length: number }

const fromFrontOperation: Operation<AxisOfOperation> = {
  name: 'fromFront',
  type: ([{ shape }]) => ({ shape, dtype: 'int32' }),
  kernel: ([{ data }], { operation, axis, length }) =>
    Int32Array.from(data, (index) => checkedIndex(operation, index, axis, length)),
  gradient: null,
  tex: ([indices]) => indices,
  numpy: ([indices], { length }) => ({
    text: `${bracket(indices, precedence.product)} % ${length}`,
    precedence: precedence.product,
  }),
}

/** Indices with the negative ones counted from the front; one out of range is an error of the operation named. */
export const fromFront = Object.assign(
  (indices: Tensor, attributes: AxisOfOperation): Tensor => apply(fromFrontOperation, [indices], attributes),
  { operation: fromFrontOperation },
)
