/** Picking elements: ranges of each axis, elements by their indices — and the way back that their gradients need. */
import { KudariError } from '../messages/error.ts'
import { allocate } from '../tensor/dtype.ts'
import { arange } from '../tensor/create.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { type Shape, formatShape, gatherIndices, normalizeAxis, sizeOf, stridesOf } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { checkedIndex, fromFront, toIndices } from './indices.ts'
import { atom, bracket, precedence, texCall, texIndexed } from './notation.ts'
import { type Operation, type TensorLike, apply, toTensor } from './operation.ts'
import { broadcastTo, reshape } from './shaping.ts'

/** For each axis: where the range begins, the distance between two picks (negative: backwards), and how many there are. */
export type Ranges = { readonly starts: readonly number[]; readonly steps: readonly number[]; readonly sizes: Shape }

/** Where the elements of the ranges lie in row-major order. */
function rangeIndices(shape: Shape, { starts, steps, sizes }: Ranges): Int32Array {
  const strides = stridesOf(shape)
  const first = starts.reduce((position, start, axis) => position + start * strides[axis], 0)
  return gatherIndices(
    sizes,
    strides.map((stride, axis) => stride * steps[axis]),
    first,
  )
}

/** Ranges as Python writes them: `1:3, :, ::-1`. */
function pythonRanges(shape: Shape, { starts, steps, sizes }: Ranges): string {
  const texts = shape.map((length, axis) => {
    const start = starts[axis]
    const step = steps[axis]
    const stop = start + sizes[axis] * step
    if (step === 1 && start === 0 && stop === length) return ':'
    if (step > 0) return `${start}:${Math.min(stop, length)}${step === 1 ? '' : `:${step}`}`
    return `${start}:${stop < 0 ? '' : stop}:${step}`
  })
  return texts.join(', ')
}

const sliceOperation: Operation<Ranges> = {
  name: 'slice',
  type: ([x], { sizes }) => ({ shape: sizes, dtype: x.dtype }),
  kernel([x], ranges, output) {
    const indices = rangeIndices(x.shape, ranges)
    const result = allocate(output.dtype, indices.length)
    for (let i = 0; i < result.length; i++) result[i] = x.data[indices[i]]
    return result
  },
  gradient: ({ g, inputs: [x], attributes }) => [
    apply(embedOperation, [g], { starts: attributes.starts, steps: attributes.steps, shape: x.shape }),
  ],
  tex: ([x], ranges, { inputs }) =>
    texIndexed(x, pythonRanges(inputs[0].shape, ranges)),
  numpy: ([x], ranges, { inputs }) => atom(`${bracket(x, precedence.atom)}[${pythonRanges(inputs[0].shape, ranges)}]`),
}

/** The elements that lie on one range of each axis; `slice` with its readable indices is made of this. */
export const sliceRanges = Object.assign((x: Tensor, ranges: Ranges): Tensor => apply(sliceOperation, [x], ranges), {
  operation: sliceOperation,
})

type EmbedAttributes = { readonly starts: readonly number[]; readonly steps: readonly number[]; readonly shape: Shape }

const embedOperation: Operation<EmbedAttributes> = {
  name: 'embed',
  type: ([x], { shape }) => ({ shape, dtype: x.dtype }),
  kernel([x], { starts, steps, shape }, output) {
    const indices = rangeIndices(shape, { starts, steps, sizes: x.shape })
    const result = allocate(output.dtype, sizeOf(shape))
    for (let i = 0; i < indices.length; i++) result[indices[i]] = x.data[i]
    return result
  },
  gradient: ({ g, inputs: [x], attributes: { starts, steps } }) => [sliceRanges(g, { starts, steps, sizes: x.shape })],
  tex: texCall('\\operatorname{embed}'),
  numpy: ([x], { starts, steps, shape }) =>
    atom(`embed(${x.text}, (${starts.join(', ')},), (${steps.join(', ')},), ${formatShape(shape)})`),
  numpyHelper: [
    'def embed(x, starts, steps, shape):',
    '    y = np.zeros(shape, x.dtype)',
    '    y[np.ix_(*[s + d * np.arange(n) for s, d, n in zip(starts, steps, x.shape)])] = x',
    '    return y',
  ].join('\n'),
}

/** Zeros of a shape with a tensor laid onto its ranges: the way back of {@link sliceRanges}. */
export const embed = Object.assign((x: Tensor, attributes: EmbedAttributes): Tensor => apply(embedOperation, [x], attributes), {
  operation: embedOperation,
})

type AxisAttributes = { readonly axis: number }

const LONG_ROW = 32

const takeOperation: Operation<AxisAttributes> = {
  name: 'take',
  type: ([x, indices], { axis }) => ({
    shape: [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)],
    dtype: x.dtype,
  }),
  kernel([x, indices], { axis }, output) {
    const length = x.shape[axis]
    const inner = sizeOf(x.shape.slice(axis + 1))
    const outer = sizeOf(x.shape.slice(0, axis))
    const result = allocate(output.dtype, sizeOf(output.shape))
    let to = 0
    for (let o = 0; o < outer; o++)
      for (const index of indices.data) {
        const from = (o * length + checkedIndex('take', index, axis, length)) * inner
        // Whole rows are copied at once; for short ones that takes longer than a loop.
        if (inner >= LONG_ROW) result.set(x.data.subarray(from, from + inner), to)
        else for (let i = 0; i < inner; i++) result[to + i] = x.data[from + i]
        to += inner
      }
    return result
  },
  gradient: ({ g, inputs: [x, indices], attributes: { axis } }) => [
    apply(scatterAddOperation, [indices, g], { axis, length: x.shape[axis] }),
    undefined,
  ],
  tex: ([x, indices]) => texIndexed(x, indices.text),
  numpy: ([x, indices], { axis }) => atom(`np.take(${x.text}, ${indices.text}, axis=${axis})`),
}

/**
 * The elements of an axis at the given indices. By default the axis is 0, so that rows of a table are picked; NumPy
 * flattens first.
 *
 * @param indices whole numbers, of any shape: that shape takes the place of the axis. Negative ones count from the end.
 * @example
 * take([10, 20, 30], [2, 0, -1]).toArray() // [30, 10, 30]
 */
export const take = Object.assign(
  (value: TensorLike, indices: TensorLike, { axis = 0 }: { readonly axis?: number } = {}): Tensor => {
    const x = toTensor(value)
    const at = normalizeAxis('take', axis, x.shape)
    return apply(takeOperation, [x, toIndices('take', indices)], { axis: at })
  },
  { operation: takeOperation },
)

const scatterAddOperation: Operation<AxisAttributes & { readonly length: number }> = {
  name: 'scatterAdd',
  type([indices, updates], { axis, length }) {
    const after = updates.shape.slice(axis + indices.shape.length)
    return { shape: [...updates.shape.slice(0, axis), length, ...after], dtype: updates.dtype }
  },
  kernel([indices, updates], { axis, length }, output) {
    const inner = sizeOf(output.shape.slice(axis + 1))
    const outer = sizeOf(output.shape.slice(0, axis))
    const result = allocate(output.dtype, sizeOf(output.shape))
    let from = 0
    for (let o = 0; o < outer; o++)
      for (const index of indices.data) {
        const to = (o * length + checkedIndex('scatterAdd', index, axis, length)) * inner
        for (let i = 0; i < inner; i++) result[to + i] += updates.data[from++]
      }
    return result
  },
  gradient: ({ g, inputs: [indices], attributes: { axis } }) => [undefined, take(g, indices, { axis })],
  tex: texCall('\\operatorname{scatter}'),
  numpy: ([indices, updates], { axis, length }) => atom(`scatter_add(${indices.text}, ${updates.text}, ${axis}, ${length})`),
  numpyHelper: [
    'def scatter_add(indices, updates, axis, length):',
    '    before, after = updates.shape[:axis], updates.shape[axis + indices.ndim:]',
    '    y = np.zeros((length,) + before + after, updates.dtype)',
    '    rows = np.moveaxis(updates.reshape(before + (indices.size,) + after), axis, 0)',
    '    np.add.at(y, indices.ravel(), rows)',
    '    return np.moveaxis(y, 0, axis)',
  ].join('\n'),
}

/** Zeros of `length` along an axis with each update added at its index: the way back of {@link take}. */
export const scatterAdd = Object.assign(
  (indices: Tensor, updates: Tensor, attributes: AxisAttributes & { readonly length: number }): Tensor =>
    apply(scatterAddOperation, [indices, updates], attributes),
  { operation: scatterAddOperation },
)

/**
 * For every position one element of the axis (by default the last), at the index that stands at that position (NumPy's
 * take_along_axis). `x.takeAlongAxis(x.argsort())` is `x` sorted.
 */
export function takeAlongAxis(value: TensorLike, indices: TensorLike, { axis = -1 }: { readonly axis?: number } = {}): Tensor {
  const x = toTensor(value)
  const at = normalizeAxis('takeAlongAxis', axis, x.shape)
  const given = toIndices('takeAlongAxis', indices)
  if (given.ndim !== x.ndim)
    throw new KudariError('usage', tensorMessages.indexRank, {
      shape: formatShape(x.shape),
      indices: formatShape(given.shape),
    })
  const strides = stridesOf(x.shape)
  const front = fromFront(given, { operation: 'takeAlongAxis', axis: at, length: x.shape[at] })
  let flat = front.multiply(strides[at])
  for (const [other, stride] of strides.entries())
    if (other !== at) {
      const positions = arange(x.shape[other], { dtype: 'int32' }).multiply(stride)
      flat = flat.add(reshape(positions, x.shape.map((_, i) => (i === other ? x.shape[other] : 1))))
    }
  return take(reshape(x, [x.size]), broadcastTo(flat, x.shape.with(at, given.shape[at])))
}

/** Each element of an axis `repeats` times in a row; of the flattened tensor when no axis is named. */
export function repeat(value: TensorLike, repeats: number, { axis }: { readonly axis?: number } = {}): Tensor {
  if (!Number.isInteger(repeats) || repeats < 0)
    throw new KudariError('usage', tensorMessages.badCount, { operation: 'repeat', name: 'repeats', value: repeats })
  const given = toTensor(value)
  const x = axis === undefined ? reshape(given, [given.size]) : given
  const at = normalizeAxis('repeat', axis ?? 0, x.shape)
  return take(x, arange(x.shape[at] * repeats, { dtype: 'int32' }).floorDivide(repeats), { axis: at })
}

/** The elements of an axis (of every axis when none is named) in reverse order. */
export function flip(value: TensorLike, { axis }: { readonly axis?: number } = {}): Tensor {
  const x = toTensor(value)
  const at = axis === undefined ? undefined : normalizeAxis('flip', axis, x.shape)
  const isFlipped = (i: number) => at === undefined || i === at
  return sliceRanges(x, {
    starts: x.shape.map((length, i) => (isFlipped(i) ? Math.max(length - 1, 0) : 0)),
    steps: x.shape.map((_, i) => (isFlipped(i) ? -1 : 1)),
    sizes: x.shape,
  })
}

/**
 * For each label 0 ... `classes` - 1 a row with a single 1 at that place. Shape (..., classes), float64 by default.
 *
 * @throws KudariError when a label belongs to no class. (Inside a trace labels have no values yet; there such a label
 *   gives a row of zeros.)
 */
export function oneHot(labels: TensorLike, classes: number, dtype: 'float64' | 'float32' = 'float64'): Tensor {
  const indices = toIndices('oneHot', labels)
  if (!indices.recorder)
    for (const label of indices.data)
      if (label < 0 || label >= classes) throw new KudariError('usage', tensorMessages.labelOutOfRange, { label, classes })
  return indices.expandDims(-1).equal(arange(classes, { dtype: 'int32' })).astype(dtype)
}
