/** Reductions: many numbers along some axes become one — sums, means, extremes — and running sums. */
import { type Data, type DType, allocate, toFloat, toNumeric } from '../tensor/dtype.ts'
import { KudariError } from '../messages/error.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { type Shape, formatShape, normalizeAxes, normalizeAxis, reducedShape, sizeOf } from '../tensor/shape.ts'
import type { Tensor, TensorType } from '../tensor/tensor.ts'
import { type Notation, atom, precedence, texBracket } from './notation.ts'
import { type GradientStep, type Operation, type TensorLike, apply, toTensor } from './operation.ts'

/** Which axes to reduce (default: all), and whether they stay as axes of length 1. */
export interface ReduceOptions {
  readonly axis?: number | readonly number[]
  readonly keepdims?: boolean
}

type ReduceAttributes = { readonly axes: readonly number[]; readonly keepdims: boolean }

/** A reduction as its author writes it: where to start, how to take one more element, and what to do at the end. */
interface Reduction {
  readonly start: number
  readonly take: (soFar: number, element: number) => number
  readonly finish?: (total: number, count: number) => number
  readonly dtype: (input: DType) => DType
  /** True where an empty axis has no answer (the largest of nothing). */
  readonly needsElements?: boolean
  readonly gradient: ((step: GradientStep<ReduceAttributes>, spread: Spread) => Tensor) | null
  readonly tex: (x: string, count: number) => string
  readonly numpy: string
}

/** Brings a reduced tensor back to where it can be broadcast against the input. */
type Spread = (reduced: Tensor) => Tensor

export interface ReduceFunction {
  (x: TensorLike, options?: ReduceOptions): Tensor
  readonly operation: Operation<ReduceAttributes>
}

const countOf = (shape: Shape, axes: readonly number[]): number => axes.reduce((n, axis) => n * shape[axis], 1)

/** Reduces one axis after the other: an array seen as (outer, length, inner) becomes (outer, inner). */
function reduceAxes(x: Tensor, axes: readonly number[], start: number, take: Reduction['take']): ArrayLike<number> {
  const shape = [...x.shape]
  let data: ArrayLike<number> = x.data
  for (const axis of axes.toReversed()) {
    const length = shape[axis]
    const inner = sizeOf(shape.slice(axis + 1))
    const outer = sizeOf(shape.slice(0, axis))
    const result = new Float64Array(outer * inner).fill(start)
    for (let o = 0; o < outer; o++)
      for (let l = 0; l < length; l++) {
        const row = (o * length + l) * inner
        for (let i = 0; i < inner; i++) result[o * inner + i] = take(result[o * inner + i], data[row + i])
      }
    data = result
    shape[axis] = 1
  }
  return data
}

const numpyReduction =
  (name: string): Notation<ReduceAttributes> =>
  ([x], { axes, keepdims }, { inputs }) => {
    const isAll = axes.length === inputs[0].shape.length
    const axis = isAll ? '' : `, axis=${axes.length === 1 ? axes[0] : `(${axes.join(', ')})`}`
    return atom(`${name}(${x.text}${axis}${keepdims ? ', keepdims=True' : ''})`)
  }

function reduction(name: string, how: Reduction): ReduceFunction {
  const operation: Operation<ReduceAttributes> = {
    name,
    type([x], { axes, keepdims }): TensorType {
      if (how.needsElements && countOf(x.shape, axes) === 0)
        throw new KudariError('usage', tensorMessages.emptyReduction, { operation: name, shape: formatShape(x.shape) })
      return { shape: reducedShape(x.shape, axes, keepdims), dtype: how.dtype(x.dtype) }
    },
    kernel([x], { axes }, output): Data {
      const totals = reduceAxes(x, axes, how.start, how.take)
      const count = countOf(x.shape, axes)
      const result = allocate(output.dtype, sizeOf(output.shape))
      const finish = how.finish ?? ((total: number) => total)
      for (let i = 0; i < result.length; i++) result[i] = finish(totals[i], count)
      return result
    },
    gradient:
      how.gradient &&
      ((step) => {
        const { axes } = step.attributes
        const kept = reducedShape(step.inputs[0].shape, axes, true)
        return [how.gradient!(step, (reduced) => reduced.reshape(kept))]
      }),
    tex: ([x], { axes }, { inputs }) => ({
      text: how.tex(texBracket(x, precedence.product), countOf(inputs[0].shape, axes)),
      precedence: precedence.product,
    }),
    numpy: numpyReduction(how.numpy),
  }
  const reduceTensor = (value: TensorLike, { axis, keepdims = false }: ReduceOptions = {}): Tensor => {
    const x = toTensor(value)
    return apply(operation, [x], { axes: normalizeAxes(name, axis, x.shape), keepdims })
  }
  return Object.assign(reduceTensor, { operation })
}

const keepsKind = (dtype: DType): DType => dtype
const toBool = (): DType => 'bool'

/** The sum of the elements. bool counts as int32. */
export const sum = reduction('sum', {
  start: 0,
  take: (soFar, element) => soFar + element,
  dtype: toNumeric,
  gradient: ({ g, inputs: [x] }, spread) => spread(g).broadcastTo(x.shape),
  tex: (x) => `\\sum ${x}`,
  numpy: 'np.sum',
})

/** The mean of the elements: the talk's loss is `mean(yd ** 2) / 2`. */
export const mean = reduction('mean', {
  start: 0,
  take: (soFar, element) => soFar + element,
  finish: (total, count) => total / count,
  dtype: toFloat,
  gradient: ({ g, inputs: [x], attributes: { axes } }, spread) =>
    spread(g.divide(countOf(x.shape, axes))).broadcastTo(x.shape),
  tex: (x, count) => `\\frac{1}{${count}} \\sum ${x}`,
  numpy: 'np.mean',
})

/** The product of the elements. The gradient divides by each element, so it is not a number where an element is 0. */
export const prod = reduction('prod', {
  start: 1,
  take: (soFar, element) => soFar * element,
  dtype: toNumeric,
  gradient: ({ g, inputs: [x], output }, spread) => spread(g.multiply(output)).divide(x),
  tex: (x) => `\\prod ${x}`,
  numpy: 'np.prod',
})

/** Each of the elements that are the extreme one gets an equal share of the gradient. */
const sharedAmongExtremes = (
  { g, inputs: [x], output, attributes: { axes } }: GradientStep<ReduceAttributes>,
  spread: Spread,
): Tensor => {
  const isExtreme = x.equal(spread(output)).astype(g.dtype)
  return spread(g).multiply(isExtreme).divide(isExtreme.sum({ axis: axes, keepdims: true }))
}

/** The largest element; NaN if there is one. */
export const max = reduction('max', {
  start: -Infinity,
  take: (soFar, element) => Math.max(soFar, element),
  dtype: keepsKind,
  needsElements: true,
  gradient: sharedAmongExtremes,
  tex: (x) => `\\max ${x}`,
  numpy: 'np.max',
})

/** The smallest element; NaN if there is one. */
export const min = reduction('min', {
  start: Infinity,
  take: (soFar, element) => Math.min(soFar, element),
  dtype: keepsKind,
  needsElements: true,
  gradient: sharedAmongExtremes,
  tex: (x) => `\\min ${x}`,
  numpy: 'np.min',
})

/** Whether any element is not 0. */
export const any = reduction('any', {
  start: 0,
  take: (soFar, element) => (soFar !== 0 || element !== 0 ? 1 : 0),
  finish: (total) => (total !== 0 ? 1 : 0),
  dtype: toBool,
  gradient: null,
  tex: (x) => `\\bigvee ${x}`,
  numpy: 'np.any',
})

/** Whether all elements are not 0. */
export const all = reduction('all', {
  start: 1,
  take: (soFar, element) => (soFar !== 0 && element !== 0 ? 1 : 0),
  finish: (total) => (total !== 0 ? 1 : 0),
  dtype: toBool,
  gradient: null,
  tex: (x) => `\\bigwedge ${x}`,
  numpy: 'np.all',
})

type AxisAttributes = { readonly axis: number }

const cumsumOperation: Operation<AxisAttributes> = {
  name: 'cumsum',
  type: ([x]) => ({ shape: x.shape, dtype: toNumeric(x.dtype) }),
  kernel([x], { axis }, output) {
    const { data, shape } = x
    const inner = sizeOf(shape.slice(axis + 1))
    const block = shape[axis] * inner
    const result = allocate(output.dtype, data.length)
    for (let i = 0; i < result.length; i++) result[i] = i % block < inner ? data[i] : result[i - inner] + data[i]
    return result
  },
  gradient: ({ g, attributes: { axis } }) => [g.flip({ axis }).cumsum({ axis }).flip({ axis })],
  tex: ([x]) => atom(`\\operatorname{cumsum}\\left(${x.text}\\right)`),
  numpy: ([x], { axis }) => atom(`np.cumsum(${x.text}, axis=${axis})`),
}

/** The running sum along an axis; of all elements in row-major order when no axis is named. */
export const cumsum = Object.assign(
  (value: TensorLike, { axis }: { readonly axis?: number } = {}): Tensor => {
    const x = toTensor(value)
    if (axis === undefined) return apply(cumsumOperation, [x.reshape([x.size])], { axis: 0 })
    return apply(cumsumOperation, [x], { axis: normalizeAxis('cumsum', axis, x.shape) })
  },
  { operation: cumsumOperation },
)

/** The mean squared distance from the mean, divided by `count - ddof` (0 by default: the population's). */
export function variance(value: TensorLike, options: ReduceOptions & { readonly ddof?: number } = {}): Tensor {
  const { ddof = 0, ...where } = options
  const x = toTensor(value)
  const squares = x.subtract(mean(x, { ...where, keepdims: true })).square()
  if (ddof === 0) return mean(squares, where)
  const count = countOf(x.shape, normalizeAxes('variance', where.axis, x.shape))
  return sum(squares, where).divide(Math.max(count - ddof, 0))
}

/** The standard deviation: the square root of {@link variance}. */
export const std = (value: TensorLike, options: ReduceOptions & { readonly ddof?: number } = {}): Tensor =>
  variance(value, options).sqrt()
