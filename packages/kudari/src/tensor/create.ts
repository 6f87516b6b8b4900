/** Ways to make a tensor: from JavaScript lists, filled with one value, counted, or at random. */
import { KudariError } from '../messages/error.ts'
import { type Data, type DType, allocate } from './dtype.ts'
import { tensorMessages } from './messages.ts'
import { type Generator } from './random.ts'
import { type Shape, formatShape, sizeOf } from './shape.ts'
import { type Nested, Tensor } from './tensor.ts'

/** Options of every function that makes a tensor. */
export interface CreateOptions {
  readonly dtype?: DType
}

const describe = (value: unknown): string =>
  Array.isArray(value) ? `a list of ${value.length}` : `${JSON.stringify(value) ?? String(value)}`

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))

/**
 * A tensor with the given elements.
 *
 * @param values a number, a boolean, (nested) lists of them of equal lengths, or a typed array.
 * @param options.dtype default: bool when every element is a boolean, the typed array's own kind, else float64.
 * @throws KudariError when the lists are ragged or hold something else.
 * @example
 * const data = tensor([[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]])
 * data.shape // [5, 2]
 */
export function tensor(values: Nested | Data, options: CreateOptions = {}): Tensor {
  const shape: number[] = []
  for (let first: unknown = values; isList(first); first = first[0]) {
    shape.push(first.length)
    if (first.length === 0) break
  }
  let allBoolean = true
  const flat: number[] = []
  const collect = (value: unknown, axis: number, path: string): void => {
    if (axis < shape.length) {
      if (!isList(value) || value.length !== shape[axis])
        throw new KudariError('usage', tensorMessages.ragged, {
          path,
          expected: shape[axis],
          found: describe(value),
        })
      for (let i = 0; i < value.length; i++) collect(value[i], axis + 1, `${path}[${i}]`)
    } else if (typeof value === 'number' || typeof value === 'boolean') {
      allBoolean &&= typeof value === 'boolean'
      flat.push(Number(value))
    } else throw new KudariError('usage', tensorMessages.notANumber, { path, found: describe(value) })
  }
  if (ArrayBuffer.isView(values)) {
    const dtype = options.dtype ?? dtypeOfArray(values)
    const data = allocate(dtype, values.length)
    fillFrom(data, dtype, values)
    return new Tensor({ shape, dtype }, data)
  }
  collect(values, 0, 'values')
  const dtype = options.dtype ?? (allBoolean && flat.length > 0 ? 'bool' : 'float64')
  const data = allocate(dtype, flat.length)
  fillFrom(data, dtype, flat)
  return new Tensor({ shape, dtype }, data)
}

function dtypeOfArray(array: Data): DType {
  if (array instanceof Float64Array) return 'float64'
  if (array instanceof Float32Array) return 'float32'
  return array instanceof Int32Array ? 'int32' : 'bool'
}

/** Copies numbers into an array of another dtype; anything but 0 is true. */
export function fillFrom(data: Data, dtype: DType, values: ArrayLike<number>): void {
  if (dtype === 'bool') for (let i = 0; i < values.length; i++) data[i] = values[i] !== 0 ? 1 : 0
  else for (let i = 0; i < values.length; i++) data[i] = values[i]
}

/** A tensor filled with one value. `full([2, 3], 7)` */
export function full(shape: Shape, value: number, options: CreateOptions = {}): Tensor {
  for (const length of shape)
    if (!Number.isInteger(length) || length < 0)
      throw new KudariError('usage', tensorMessages.badShape, {
        operation: 'full',
        shape: formatShape(shape),
        expected: '>= 0',
      })
  const dtype = options.dtype ?? 'float64'
  return new Tensor({ shape: [...shape], dtype }, allocate(dtype, sizeOf(shape)).fill(value))
}

/** A tensor of zeros. */
export const zeros = (shape: Shape, options?: CreateOptions): Tensor => full(shape, 0, options)

/** A tensor of ones: the talk's dummy column is `ones([5, 1])`. */
export const ones = (shape: Shape, options?: CreateOptions): Tensor => full(shape, 1, options)

/**
 * The numbers from `start` (0 when only one argument is given) up to, not including, `stop`, by `step`.
 *
 * @example
 * arange(5).toArray() // [0, 1, 2, 3, 4]
 */
export function arange(start: number, stop?: number, step = 1, options: CreateOptions = {}): Tensor {
  const from = stop === undefined ? 0 : start
  const to = stop ?? start
  const count = Math.max(0, Math.ceil((to - from) / step))
  const dtype = options.dtype ?? 'float64'
  const data = allocate(dtype, count)
  for (let i = 0; i < count; i++) data[i] = from + i * step
  return new Tensor({ shape: [count], dtype }, data)
}

/** `count` numbers evenly spaced from `start` to `stop`, both included. */
export function linspace(start: number, stop: number, count = 50, options: CreateOptions = {}): Tensor {
  const dtype = options.dtype ?? 'float64'
  const data = allocate(dtype, count)
  const step = (stop - start) / (count - 1)
  for (let i = 0; i < count; i++) data[i] = i * step + start
  if (count > 1) data[count - 1] = stop
  else if (count === 1) data[0] = start
  return new Tensor({ shape: [count], dtype }, data)
}

/** The identity matrix of `rows` rows and `columns` (default: as many) columns, its ones moved up by `offset`. */
export function eye(rows: number, columns = rows, offset = 0, options: CreateOptions = {}): Tensor {
  const dtype = options.dtype ?? 'float64'
  const data = allocate(dtype, rows * columns)
  for (let i = 0; i < rows; i++) if (i + offset >= 0 && i + offset < columns) data[i * columns + i + offset] = 1
  return new Tensor({ shape: [rows, columns], dtype }, data)
}

/** Uniform random numbers in [low, high). */
export function randomUniform(random: Generator, shape: Shape, low = 0, high = 1, options: CreateOptions = {}): Tensor {
  const dtype = options.dtype ?? 'float64'
  const data = allocate(dtype, sizeOf(shape))
  for (let i = 0; i < data.length; i++) data[i] = low + (high - low) * random.uniform()
  return new Tensor({ shape: [...shape], dtype }, data)
}

/** Normally distributed random numbers. */
export function randomNormal(random: Generator, shape: Shape, mean = 0, std = 1, options: CreateOptions = {}): Tensor {
  const dtype = options.dtype ?? 'float64'
  const data = allocate(dtype, sizeOf(shape))
  for (let i = 0; i < data.length; i++) data[i] = mean + std * random.normal()
  return new Tensor({ shape: [...shape], dtype }, data)
}

/** Random integers in [low, high). */
export function randomIntegers(random: Generator, shape: Shape, low: number, high: number): Tensor {
  const data = new Int32Array(sizeOf(shape))
  for (let i = 0; i < data.length; i++) data[i] = low + random.integer(high - low)
  return new Tensor({ shape: [...shape], dtype: 'int32' }, data)
}
