/** Shape: the same numbers under another shape, order or dtype, or stretched by broadcasting. */
import { KudariError } from '../messages/error.ts'
import { type DType, allocate, fillFrom, isFloat } from '../tensor/dtype.ts'
import { tensorMessages } from '../tensor/messages.ts'
import {
  type Shape,
  canStretch,
  formatShape,
  gatherIndices,
  normalizeAxes,
  normalizeAxis,
  sameShape,
  sizeOf,
  stridesOf,
} from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { broadcastData } from './elementwise.ts'
import { atom, bracket, precedence, texBracket } from './notation.ts'
import { type Operation, type TensorLike, apply, toTensor } from './operation.ts'

const numpyTuple = (shape: Shape): string => (shape.length === 1 ? `${shape[0]}` : shape.join(', '))

const reshapeOperation: Operation<{ readonly shape: Shape }> = {
  name: 'reshape',
  type([x], { shape }) {
    if (sizeOf(shape) !== sizeOf(x.shape))
      throw new KudariError('usage', tensorMessages.cannotReshape, {
        from: formatShape(x.shape),
        to: formatShape(shape),
        size: sizeOf(x.shape),
      })
    return { shape, dtype: x.dtype }
  },
  kernel: ([x]) => x.data,
  gradient: ({ g, inputs: [x] }) => [g.reshape(x.shape)],
  tex: ([x]) => x,
  numpy: ([x], { shape }) => atom(`${bracket(x, precedence.atom)}.reshape(${numpyTuple(shape) || '()'})`),
}

/** The same elements in row-major order under another shape; one length may be -1, meaning whatever remains. */
export const reshape = Object.assign(
  (value: TensorLike, shape: Shape): Tensor => {
    const x = toTensor(value)
    const known = shape.reduce((size, length) => (length === -1 ? size : size * length), 1)
    const full = shape.map((length) => (length === -1 ? x.size / known : length))
    if (full.some((length) => !Number.isInteger(length) || length < 0) || shape.filter((l) => l === -1).length > 1)
      throw new KudariError('usage', tensorMessages.cannotReshape, {
        from: formatShape(x.shape),
        to: formatShape(shape),
        size: x.size,
      })
    return sameShape(x.shape, full) ? x : apply(reshapeOperation, [x], { shape: full })
  },
  { operation: reshapeOperation },
)

const transposeOperation: Operation<{ readonly axes: readonly number[] }> = {
  name: 'transpose',
  type: ([x], { axes }) => ({ shape: axes.map((axis) => x.shape[axis]), dtype: x.dtype }),
  kernel([x], { axes }, output) {
    const strides = stridesOf(x.shape)
    const indices = gatherIndices(
      output.shape,
      axes.map((axis) => strides[axis]),
    )
    const result = allocate(output.dtype, indices.length)
    for (let i = 0; i < result.length; i++) result[i] = x.data[indices[i]]
    return result
  },
  gradient: ({ g, attributes: { axes } }) => [g.transpose(axes.map((_, axis) => axes.indexOf(axis)))],
  tex: ([x]) => ({ text: `${texBracket(x, precedence.atom)}^{\\top}`, precedence: precedence.power }),
  numpy: ([x], { axes }) => {
    const isReversal = axes.every((axis, i) => axis === axes.length - 1 - i)
    const name = bracket(x, precedence.atom)
    return atom(isReversal ? `${name}.T` : `${name}.transpose(${axes.join(', ')})`)
  },
}

/** The axes in another order: reversed when no order is given (the talk's `x.T`). */
export const transpose = Object.assign(
  (value: TensorLike, axes?: readonly number[]): Tensor => {
    const x = toTensor(value)
    const order = axes?.map((axis) => normalizeAxis('transpose', axis, x.shape)) ?? x.shape.map((_, i) => x.ndim - 1 - i)
    if (order.length !== x.ndim || new Set(order).size !== x.ndim)
      throw new KudariError('usage', tensorMessages.badOrder, {
        axes: order.join(', '),
        shape: formatShape(x.shape),
        rank: x.ndim,
      })
    return order.every((axis, i) => axis === i) ? x : apply(transposeOperation, [x], { axes: order })
  },
  { operation: transposeOperation },
)

const broadcastToOperation: Operation<{ readonly shape: Shape }> = {
  name: 'broadcastTo',
  type([x], { shape }) {
    if (!canStretch(x.shape, shape))
      throw new KudariError('usage', tensorMessages.cannotStretch, {
        operation: 'broadcastTo',
        from: formatShape(x.shape),
        to: formatShape(shape),
      })
    return { shape, dtype: x.dtype }
  },
  kernel: ([x], { shape }) => broadcastData(x, shape),
  gradient: ({ g }) => [g],
  tex: ([x]) => x,
  numpy: ([x], { shape }) => atom(`np.broadcast_to(${x.text}, ${formatShape(shape)})`),
}

/** The tensor stretched to a shape by the rules of broadcasting. */
export const broadcastTo = Object.assign(
  (value: TensorLike, shape: Shape): Tensor => {
    const x = toTensor(value)
    return sameShape(x.shape, shape) ? x : apply(broadcastToOperation, [x], { shape })
  },
  { operation: broadcastToOperation },
)

const astypeOperation: Operation<{ readonly dtype: DType }> = {
  name: 'astype',
  isElementwise: true,
  type: ([x], { dtype }) => ({ shape: x.shape, dtype }),
  kernel([x], { dtype }) {
    const result = allocate(dtype, x.size)
    fillFrom(result, dtype, x.data)
    return result
  },
  gradient: ({ g, inputs: [x] }) => [isFloat(x.dtype) ? g.astype(x.dtype) : undefined],
  tex: ([x]) => x,
  numpy: ([x], { dtype }) => atom(`${bracket(x, precedence.atom)}.astype('${dtype}')`),
}

/** The same numbers in another dtype; towards int32 fractions are cut off, towards bool anything but 0 is true. */
export const astype = Object.assign(
  (value: TensorLike, dtype: DType): Tensor => {
    const x = toTensor(value)
    return x.dtype === dtype ? x : apply(astypeOperation, [x], { dtype })
  },
  { operation: astypeOperation },
)

/** A new axis of length 1 before `axis` (of the result; -1 is its last). */
export function expandDims(value: TensorLike, axis: number): Tensor {
  const x = toTensor(value)
  const at = normalizeAxis('expandDims', axis, x.shape, x.ndim + 1)
  return reshape(x, x.shape.toSpliced(at, 0, 1))
}

/** Without the axes of length 1, or without those named. */
export function squeeze(value: TensorLike, { axis }: { readonly axis?: number | readonly number[] } = {}): Tensor {
  const x = toTensor(value)
  const axes =
    axis === undefined ? x.shape.flatMap((length, i) => (length === 1 ? [i] : [])) : normalizeAxes('squeeze', axis, x.shape)
  for (const at of axes)
    if (x.shape[at] !== 1)
      throw new KudariError('usage', tensorMessages.cannotSqueeze, {
        shape: formatShape(x.shape),
        axis: at,
        length: x.shape[at],
      })
  return reshape(
    x,
    x.shape.filter((_, i) => !axes.includes(i)),
  )
}
