/** What `tensor` understands: numbers and booleans in nested lists, and typed arrays. */
import { KudariError } from '../messages/error.ts'
import type { Data, DType } from './dtype.ts'
import { type Found, tensorMessages } from './messages.ts'
import type { Shape } from './shape.ts'

/** Every array of numbers that JavaScript has. */
export type TypedArray =
  | Data
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray

const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || isView(value)

const isView = (value: unknown): value is TypedArray | BigInt64Array | BigUint64Array =>
  ArrayBuffer.isView(value) && !(value instanceof DataView)

/** Whether a value is a typed array of numbers (BigInts are none). */
export const isTypedArray = (value: unknown): value is TypedArray =>
  isView(value) && !(value instanceof BigInt64Array || value instanceof BigUint64Array)

/** The dtype that holds every number of a typed array. */
export function dtypeOfArray(array: TypedArray): DType {
  if (array instanceof Float64Array || array instanceof Uint32Array) return 'float64'
  return array instanceof Float32Array ? 'float32' : 'int32'
}

/** What stands where a number was expected, for a message in either language. */
function describe(value: unknown): Found {
  if (isList(value)) return { listOf: value.length }
  if (typeof value === 'string') return JSON.stringify(value)
  return typeof value === 'object' && value !== null ? value.constructor.name : String(value)
}

/** The lengths of the outermost list, of the first list in it, and so on; what follows must fit these. */
export function shapeOfLists(values: unknown): number[] {
  const shape: number[] = []
  for (let first = values; isList(first) && shape.at(-1) !== 0; first = first[0]) shape.push(first.length)
  return shape
}

/**
 * Writes the elements of nested lists of a shape into `flat`, and tells whether there are some and all are booleans.
 *
 * @throws KudariError naming the place where a list has another length or something is not a number.
 */
export function flatten(values: unknown, shape: Shape, flat: Float64Array): boolean {
  let filled = 0
  let booleans = 0
  const place: number[] = []
  const path = (axis: number) => `values${place.slice(0, axis).map((index) => `[${index}]`).join('')}`
  const collect = (value: unknown, axis: number): void => {
    if (axis < shape.length) {
      const expected = shape[axis]
      if (!isList(value) || value.length !== expected)
        throw new KudariError('usage', tensorMessages.ragged, { path: path(axis), expected, found: describe(value) })
      for (let i = 0; i < expected; i++) {
        place[axis] = i
        collect(value[i], axis + 1)
      }
    } else {
      if (typeof value === 'boolean') booleans++
      else if (typeof value !== 'number')
        throw new KudariError('usage', tensorMessages.notANumber, { path: path(axis), found: describe(value) })
      flat[filled++] = Number(value)
    }
  }
  collect(values, 0)
  return filled > 0 && booleans === filled
}
