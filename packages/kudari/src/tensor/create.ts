/** Ways to make a tensor: from JavaScript lists, filled with one value, counted, or at random. */
import { KudariError } from '../messages/error.ts'
import { type DType, allocate, fillFrom } from './dtype.ts'
import { type TypedArray, dtypeOfArray, flatten, isTypedArray, shapeOfLists } from './lists.ts'
import { tensorMessages } from './messages.ts'
import { type Generator } from './random.ts'
import { type Shape, formatShape, sizeOf } from './shape.ts'
import { type Nested, Tensor } from './tensor.ts'

/** Options of every function that makes a tensor. */
export interface CreateOptions {
  /** The dtype of the elements; float64 unless a function says otherwise. */
  readonly dtype?: DType
}

/** A tensor whose elements are copied, and converted where the dtype asks for it. */
function copyOf(values: ArrayLike<number>, shape: Shape, dtype: DType): Tensor {
  const data = allocate(dtype, values.length)
  fillFrom(data, dtype, values)
  return new Tensor({ shape, dtype }, data)
}

/**
 * A tensor with the given elements.
 *
 * @param values a number, a boolean, (nested) lists of them of equal lengths, or a typed array, which is copied.
 * @param options.dtype default: bool when every element is a boolean, else float64; for a typed array float64, float32
 *   or int32 by its own kind (bytes are whole numbers, not booleans).
 * @throws KudariError when the lists are ragged or hold something else.
 * @example
 * const data = tensor([[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]])
 * data.shape // [5, 2]
 */
export function tensor(values: Nested | TypedArray, options: CreateOptions = {}): Tensor {
  if (isTypedArray(values)) return copyOf(values, [values.length], options.dtype ?? dtypeOfArray(values))
  const shape = shapeOfLists(values)
  const flat = new Float64Array(sizeOf(shape))
  const isBoolean = flatten(values, shape, flat)
  const dtype = options.dtype ?? (isBoolean ? 'bool' : 'float64')
  return dtype === 'float64' ? new Tensor({ shape, dtype }, flat) : copyOf(flat, shape, dtype)
}

/** The shape, if it is one: every length a whole number. */
function checkedShape(operation: string, shape: Shape): Shape {
  if (!shape.every((length) => Number.isInteger(length) && length >= 0))
    throw new KudariError('usage', tensorMessages.badShape, { operation, shape: formatShape(shape) })
  return [...shape]
}

/** The number, if it counts something. */
function checkedCount(operation: string, name: string, value: number): number {
  if (!Number.isInteger(value) || value < 0)
    throw new KudariError('usage', tensorMessages.badCount, { operation, name, value })
  return value
}

/** A tensor of a shape whose elements come one after the other, in row-major order. */
function generate(shape: Shape, dtype: DType, next: (position: number) => number): Tensor {
  const data = allocate(dtype, sizeOf(shape))
  for (let i = 0; i < data.length; i++) data[i] = next(i)
  return new Tensor({ shape, dtype }, data)
}

/** A tensor filled with one value. `full([2, 3], 7)` */
export function full(shape: Shape, value: number, { dtype = 'float64' }: CreateOptions = {}): Tensor {
  const checked = checkedShape('full', shape)
  const data = allocate(dtype, sizeOf(checked)).fill(dtype === 'bool' ? Number(value !== 0) : value)
  return new Tensor({ shape: checked, dtype }, data)
}

/** A tensor of zeros. */
export const zeros = (shape: Shape, options?: CreateOptions): Tensor => full(shape, 0, options)

/** A tensor of ones: the talk's dummy column is `ones([5, 1])`. */
export const ones = (shape: Shape, options?: CreateOptions): Tensor => full(shape, 1, options)

/**
 * The numbers from `start` (0 when only one is given) up to, not including, `stop`, by `step`.
 *
 * @example
 * arange(5).toArray()       // [0, 1, 2, 3, 4]
 * arange(1, 2, 0.25).toArray() // [1, 1.25, 1.5, 1.75]
 * arange(5, { dtype: 'int32' })
 */
export function arange(stop: number, options?: CreateOptions): Tensor
export function arange(start: number, stop: number, step?: number, options?: CreateOptions): Tensor
export function arange(first: number, second?: number | CreateOptions, step = 1, options?: CreateOptions): Tensor {
  const [start, stop] = typeof second === 'number' ? [first, second] : [0, first]
  const { dtype = 'float64' } = (typeof second === 'object' ? second : options) ?? {}
  const count = Math.max(0, Math.ceil((stop - start) / step))
  if (!Number.isFinite(count)) throw new KudariError('usage', tensorMessages.cannotCount, { start, stop, step })
  return generate([count], dtype, (i) => start + i * step)
}

/** `count` numbers evenly spaced from `start` to `stop`, both included. */
export function linspace(start: number, stop: number, count = 50, { dtype = 'float64' }: CreateOptions = {}): Tensor {
  const last = checkedCount('linspace', 'count', count) - 1
  const step = last > 0 ? (stop - start) / last : 0
  return generate([count], dtype, (i) => (i === last && i > 0 ? stop : i * step + start))
}

/**
 * A matrix of zeros with ones on a diagonal: the identity matrix, unless told otherwise.
 *
 * @param options.columns how many columns, if not as many as rows.
 * @param options.offset how far the ones are moved to the right (negative: to the left).
 * @example
 * eye(2).toArray() // [[1, 0], [0, 1]]
 */
export function eye(
  rows: number,
  options: CreateOptions & { readonly columns?: number; readonly offset?: number } = {},
): Tensor {
  const { columns = rows, offset = 0, dtype = 'float64' } = options
  const shape = [checkedCount('eye', 'rows', rows), checkedCount('eye', 'columns', columns)]
  return generate(shape, dtype, (i) => (i % columns === Math.floor(i / columns) + offset ? 1 : 0))
}

/** Uniform random numbers in [low, high). */
export const randomUniform = (
  random: Generator,
  shape: Shape,
  low = 0,
  high = 1,
  { dtype = 'float64' }: CreateOptions = {},
): Tensor => generate(checkedShape('randomUniform', shape), dtype, () => low + (high - low) * random.uniform())

/** Normally distributed random numbers. */
export const randomNormal = (
  random: Generator,
  shape: Shape,
  mean = 0,
  std = 1,
  { dtype = 'float64' }: CreateOptions = {},
): Tensor => generate(checkedShape('randomNormal', shape), dtype, () => mean + std * random.normal())

/** Random whole numbers in [low, high), as int32. */
export const randomIntegers = (random: Generator, shape: Shape, low: number, high: number): Tensor =>
  generate(checkedShape('randomIntegers', shape), 'int32', () => low + random.integer(high - low))
