/** Shapes: how long each axis is, how many elements that makes, and what shape two shapes make together. */
import { KudariError } from '../messages/error.ts'
import { tensorMessages } from './messages.ts'

/** The length of each axis, outermost first; `[]` is the shape of a single number. */
export type Shape = readonly number[]

/** How many elements a shape holds. */
export function sizeOf(shape: Shape): number {
  let size = 1
  for (const length of shape) size *= length
  return size
}

/** For each axis, how far apart in row-major order two neighbours along it lie. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length)
  let stride = 1
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride
    stride *= shape[axis]
  }
  return strides
}

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((length, axis) => length === b[axis])

/** A shape as NumPy prints it: `(5, 2)`, `(5,)`, `()`. */
export const formatShape = (shape: Shape): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`

/**
 * The shape that both shapes stretch to (NumPy's broadcasting): seen from the right, lengths are equal, or one is 1.
 *
 * @example
 * broadcastShapes('subtract', [5, 2], [2]) // [5, 2]: the talk's "every row minus the mean"
 */
export function broadcastShapes(operation: string, left: Shape, right: Shape): Shape {
  if (sameShape(left, right)) return left
  const rank = Math.max(left.length, right.length)
  const shape = new Array<number>(rank)
  for (let fromRight = 1; fromRight <= rank; fromRight++) {
    const a = left[left.length - fromRight] ?? 1
    const b = right[right.length - fromRight] ?? 1
    if (a !== b && a !== 1 && b !== 1)
      throw new KudariError('usage', tensorMessages.cannotBroadcast, {
        operation,
        left: formatShape(left),
        right: formatShape(right),
      })
    shape[rank - fromRight] = a === 1 ? b : a
  }
  return shape
}

/** The axis counted from the front: -1 is the last one. */
export function normalizeAxis(operation: string, axis: number, shape: Shape, rank = shape.length): number {
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank)
    throw new KudariError('usage', tensorMessages.badAxis, { operation, axis, shape: formatShape(shape), rank })
  return axis < 0 ? axis + rank : axis
}

/** Several axes counted from the front, in ascending order; all of them when none are named. */
export function normalizeAxes(operation: string, axes: number | readonly number[] | undefined, shape: Shape): number[] {
  if (axes === undefined) return shape.map((_, axis) => axis)
  const list = (typeof axes === 'number' ? [axes] : axes).map((axis) => normalizeAxis(operation, axis, shape))
  if (new Set(list).size !== list.length)
    throw new KudariError('usage', tensorMessages.repeatedAxis, {
      operation,
      axes: list.join(', '),
      shape: formatShape(shape),
    })
  return list.toSorted((a, b) => a - b)
}

/** The shape that remains when `axes` (in ascending order) are reduced: of length 1 with `keepdims`, else gone. */
export const reducedShape = (shape: Shape, axes: readonly number[], keepdims: boolean): Shape =>
  keepdims
    ? shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
    : shape.filter((_, axis) => !axes.includes(axis))

/**
 * Where each element of `output` lies in an array with the given strides (0 along a stretched axis): the one loop that
 * broadcasting, transposing and slicing share.
 */
export function gatherIndices(output: Shape, strides: readonly number[], start = 0): Int32Array {
  const rank = output.length
  const size = sizeOf(output)
  const indices = new Int32Array(size)
  if (size === 0) return indices
  const counter = new Int32Array(rank)
  let position = start
  for (let i = 0; i < size; i++) {
    indices[i] = position
    for (let axis = rank - 1; axis >= 0; axis--) {
      position += strides[axis]
      if (++counter[axis] < output[axis]) break
      position -= strides[axis] * output[axis]
      counter[axis] = 0
    }
  }
  return indices
}

/** Whether broadcasting stretches the shape `from` to exactly `to`. */
export const canStretch = (from: Shape, to: Shape): boolean =>
  from.length <= to.length &&
  from.every((length, axis) => length === 1 || length === to[to.length - from.length + axis])

/** Strides with which an array of shape `from` is read as if it had the shape `to`: 0 where it is stretched. */
export function broadcastStrides(from: Shape, to: Shape): number[] {
  const strides = stridesOf(from)
  const missing = to.length - from.length
  return to.map((_, axis) => (axis < missing || from[axis - missing] === 1 ? 0 : strides[axis - missing]))
}
