/** Tensor: an immutable n-dimensional array — or, while a function is being traced, the promise of one. */
import { KudariError } from '../messages/error.ts'
import { type Data, type DType, allocate, fillFrom } from './dtype.ts'
import { tensorMessages } from './messages.ts'
import { formatTensor, inspectTensor } from './print.ts'
import { type Shape, formatShape, sizeOf } from './shape.ts'

const inspectSymbol: unique symbol = Symbol.for('nodejs.util.inspect.custom')

/** What is known of a tensor before its numbers are: shape and dtype. */
export interface TensorType {
  readonly shape: Shape
  readonly dtype: DType
}

/** A setting of an operation, such as an axis: plain data, so that a Program can be written down. */
export type Attribute = number | string | boolean | null | readonly number[]
export type Attributes = Readonly<Record<string, Attribute>>

/** Something that writes operations down instead of computing them (a trace). The deeper one, by `level`, records. */
export interface Recorder {
  readonly level: number
  record(operation: string, inputs: readonly Tensor[], attributes: Attributes): Tensor
  rename(tensor: Tensor, name: string): Tensor
  /** A tensor of numbers as a value of the recording, so that what is done with it is written down too. */
  lift(tensor: Tensor): Tensor
}

/** Numbers, booleans, or (nested) lists of them: what {@link Tensor.toArray} gives and `tensor` takes. */
export type Nested = number | boolean | readonly Nested[]

/**
 * An immutable n-dimensional array of numbers in row-major order. Make one with `tensor`, `zeros`, `arange`, ...; the
 * operations (`add`, `matmul`, `mean`, ...) are functions and, for chaining, methods of the same name.
 *
 * @example
 * tensor([[1, 2], [3, 4]]).mean({ axis: 0 }).toArray() // [2, 3]
 */
export class Tensor implements TensorType {
  readonly shape: Shape
  readonly dtype: DType
  /** The name its author gave it (see {@link named}); Programs keep it. */
  readonly name: string | undefined
  /** Set while the tensor is only recorded: it has a type, but no numbers yet. */
  readonly recorder: Recorder | undefined
  readonly #data: Data | undefined

  /** @param source the elements in row-major order, or the recorder of a tensor without numbers. */
  constructor(type: TensorType, source: Data | Recorder, name?: string) {
    this.shape = type.shape
    this.dtype = type.dtype
    this.name = name
    if (ArrayBuffer.isView(source)) {
      if (source.length !== sizeOf(type.shape))
        throw new KudariError('usage', tensorMessages.wrongSize, {
          operation: 'Tensor',
          shape: formatShape(type.shape),
          size: sizeOf(type.shape),
          found: source.length,
        })
      this.#data = source
    } else this.recorder = source
  }

  /** Number of axes. */
  get ndim(): number {
    return this.shape.length
  }

  /** Number of elements. */
  get size(): number {
    return sizeOf(this.shape)
  }

  /** The elements in row-major order: for reading only. */
  get data(): Data {
    if (this.#data === undefined) throw new KudariError('usage', tensorMessages.noNumbersYet, { what: 'Tensor.data' })
    return this.#data
  }

  /** The same tensor under a name, which a traced Program and every reading of it keep. */
  named(name: string): Tensor {
    return this.recorder ? this.recorder.rename(this, name) : new Tensor(this, this.data, name)
  }

  /** The only element, as a JavaScript number. */
  item(): number {
    if (this.size !== 1)
      throw new KudariError('usage', tensorMessages.notScalar, { operation: 'item', shape: formatShape(this.shape) })
    return this.data[0]
  }

  /** The elements as nested JavaScript lists (NumPy's `tolist`); booleans for dtype bool. */
  toArray(): Nested {
    const { data, shape, dtype } = this
    let position = 0
    const build = (axis: number): Nested => {
      if (axis === shape.length) {
        const element = data[position++]
        return dtype === 'bool' ? element !== 0 : element
      }
      return Array.from({ length: shape[axis] }, () => build(axis + 1))
    }
    return build(0)
  }

  /** The elements as NumPy prints them: `String(x)`, `${x}`. */
  toString(): string {
    return formatTensor(this)
  }

  /** What Node's console.log shows: `tensor([1., 2.], dtype=float32)`. */
  [inspectSymbol](): string {
    return inspectTensor(this)
  }
}

/** A tensor of one number. */
export function scalar(value: number, dtype: DType = 'float64'): Tensor {
  const data = allocate(dtype, 1)
  fillFrom(data, dtype, [value])
  return new Tensor({ shape: [], dtype }, data)
}
