/** Joining: tensors put one after the other, or one into another — the talk's dummy column among them. */
import { KudariError } from '../messages/error.ts'
import { allocate, promote } from '../tensor/dtype.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { formatShape, normalizeAxis, sameShape, sizeOf } from '../tensor/shape.ts'
import type { Tensor, TensorType } from '../tensor/tensor.ts'
import { atom } from './notation.ts'
import { type Operation, type TensorLike, apply, toTensor, toTensors } from './operation.ts'
import { broadcastTo, expandDims, reshape, transpose } from './shaping.ts'

type AxisAttributes = { readonly axis: number }

const concatenateOperation: Operation<AxisAttributes> = {
  name: 'concatenate',
  type(inputs, { axis }): TensorType {
    const [first] = inputs
    for (const { shape } of inputs)
      if (shape.length !== first.shape.length || shape.some((length, i) => i !== axis && length !== first.shape[i]))
        throw new KudariError('usage', tensorMessages.cannotConcatenate, {
          left: formatShape(first.shape),
          right: formatShape(shape),
          axis,
        })
    const length = inputs.reduce((total, { shape }) => total + shape[axis], 0)
    return { shape: first.shape.with(axis, length), dtype: inputs.map((x) => x.dtype).reduce(promote) }
  },
  kernel(inputs, { axis }, output) {
    const result = allocate(output.dtype, sizeOf(output.shape))
    const rowOut = sizeOf(output.shape.slice(axis))
    let start = 0
    for (const { data, shape } of inputs) {
      const row = sizeOf(shape.slice(axis))
      for (let from = 0, to = start; from < data.length; from += row, to += rowOut)
        result.set(data.subarray(from, from + row), to)
      start += row
    }
    return result
  },
  gradient({ g, inputs, attributes: { axis } }) {
    let start = 0
    return inputs.map(({ shape }) => {
      const range = `${start}:${(start += shape[axis])}`
      return g.slice(...shape.map((_, i) => (i === axis ? range : ':')))
    })
  },
  tex: (operands, { axis }, { inputs }) =>
    atom(
      `\\begin{bmatrix} ${operands.map((x) => x.text).join(axis === inputs[0].shape.length - 1 ? ' & ' : ' \\\\ ')} \\end{bmatrix}`,
    ),
  numpy: (operands, { axis }) => atom(`np.concatenate([${operands.map((x) => x.text).join(', ')}], axis=${axis})`),
}

/**
 * Tensors put one after the other along an existing axis.
 *
 * @example
 * concatenate([ones([5, 1]), x], { axis: 1 }) // a column of ones before x
 */
export const concatenate = Object.assign(
  (values: readonly TensorLike[], { axis = 0 }: { readonly axis?: number } = {}): Tensor => {
    const tensors = values.map(toTensor)
    if (tensors.length === 0)
      throw new KudariError('usage', tensorMessages.nothingToJoin, { operation: 'concatenate' })
    return apply(concatenateOperation, tensors, { axis: normalizeAxis('concatenate', axis, tensors[0].shape) })
  },
  { operation: concatenateOperation },
)

/** Tensors of one shape put side by side along a new axis. */
export function stack(values: readonly TensorLike[], { axis = 0 }: { readonly axis?: number } = {}): Tensor {
  const tensors = values.map(toTensor)
  for (const { shape } of tensors)
    if (!sameShape(shape, tensors[0].shape))
      throw new KudariError('usage', tensorMessages.cannotStack, {
        left: formatShape(tensors[0].shape),
        right: formatShape(shape),
      })
  return concatenate(
    tensors.map((x) => expandDims(x, axis)),
    { axis },
  )
}

/** Rows on top of each other; a vector is one row. */
export const vstack = (values: readonly TensorLike[]): Tensor =>
  concatenate(
    values.map(toTensor).map((x) => (x.ndim < 2 ? reshape(x, [1, x.size]) : x)),
    { axis: 0 },
  )

/** Columns beside each other; vectors are joined end to end. */
export function hstack(values: readonly TensorLike[]): Tensor {
  const tensors = values.map(toTensor).map((x) => (x.ndim === 0 ? reshape(x, [1]) : x))
  return concatenate(tensors, { axis: tensors.length > 0 && tensors[0].ndim > 1 ? 1 : 0 })
}

type InsertAttributes = { readonly index: number; readonly axis: number }

const insertOperation: Operation<InsertAttributes> = {
  name: 'insert',
  type: ([x, values], { axis }) => ({ shape: x.shape.with(axis, x.shape[axis] + values.shape[axis]), dtype: x.dtype }),
  kernel([x, values], { index, axis }, output) {
    const result = allocate(output.dtype, sizeOf(output.shape))
    const inner = sizeOf(x.shape.slice(axis + 1))
    const row = x.shape[axis] * inner
    const added = values.shape[axis] * inner
    const before = index * inner
    for (let line = 0; line < sizeOf(x.shape.slice(0, axis)); line++) {
      const to = line * (row + added)
      result.set(x.data.subarray(line * row, line * row + before), to)
      result.set(values.data.subarray(line * added, (line + 1) * added), to + before)
      result.set(x.data.subarray(line * row + before, (line + 1) * row), to + before + added)
    }
    return result
  },
  gradient({ g, inputs: [x, values], attributes: { index, axis } }) {
    const along = (range: string) => g.slice(...x.shape.map((_, i) => (i === axis ? range : ':')))
    const end = index + values.shape[axis]
    return [concatenate([along(`:${index}`), along(`${end}:`)], { axis }), along(`${index}:${end}`)]
  },
  tex: ([x, values], { index, axis }, { inputs }) => {
    const isColumn = index === 0 && axis === inputs[0].shape.length - 1
    return atom(
      isColumn
        ? `\\begin{bmatrix} ${values.text} & ${x.text} \\end{bmatrix}`
        : `\\operatorname{insert}\\left(${x.text}, ${index}, ${values.text}\\right)`,
    )
  },
  numpy: ([x, values], { index, axis }) => atom(`np.insert(${x.text}, ${index}, ${values.text}, axis=${axis})`),
}

/** The first axis of the values counts the lines that go in: it becomes the axis that grows. */
function linesAlong(values: Tensor, rank: number, axis: number): Tensor {
  const missing = new Array<number>(Math.max(rank - values.ndim, 0)).fill(1)
  const lines = reshape(values, [...missing, ...values.shape])
  const others = lines.shape.map((_, i) => i).slice(1)
  return transpose(lines, others.toSpliced(axis, 0, 0))
}

/**
 * Values inserted before position `index` of an axis (NumPy's insert with one index).
 *
 * @param values a number for all positions, a tensor with one axis less than `x` (one line more), or one with as many
 *   axes as `x`, whose first axis counts the lines that go in. They take the dtype of `x`.
 * @param options.axis without it `x` is flattened first.
 * @example
 * insert(x, 0, 1, { axis: 1 }) // the talk's dummy column: np.insert(x, 0, 1.0, axis=1)
 */
export const insert = Object.assign(
  (value: TensorLike, index: number, values: TensorLike, { axis }: { readonly axis?: number } = {}): Tensor => {
    const given = toTensor(value)
    const [x, added] = toTensors(axis === undefined ? reshape(given, [given.size]) : given, values)
    const at = normalizeAxis('insert', axis ?? 0, x.shape)
    const length = x.shape[at]
    if (!Number.isInteger(index) || index < -length || index > length)
      throw new KudariError('usage', tensorMessages.indexOutOfRange, { operation: 'insert', index, axis: at, length })
    const lines = added.ndim === 0 ? added : linesAlong(added, x.ndim, at)
    const piece = broadcastTo(lines.astype(x.dtype), x.shape.with(at, lines.shape[at] ?? 1))
    return apply(insertOperation, [x, piece], { index: index < 0 ? index + length : index, axis: at })
  },
  { operation: insertOperation },
)
