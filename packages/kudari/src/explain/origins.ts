/** Where one number of a result comes from: the elements of the operands that it was computed from. */
import type { Operation } from '../ops/operation.ts'
import { operations } from '../ops/table.ts'
import { type Shape, broadcastStrides, sizeOf, stridesOf } from '../tensor/shape.ts'
import { Tensor, type TensorType } from '../tensor/tensor.ts'
import type { Instruction } from '../program/program.ts'

/** For each operand the positions, in row-major order, of the elements that count. */
export type Origins = readonly (readonly number[])[]

/** The place of an element along each axis. */
export const placeOf = (position: number, shape: Shape): number[] =>
  stridesOf(shape).map((stride, axis) => Math.floor(position / stride) % shape[axis])

const positionOf = (place: readonly number[], strides: readonly number[]): number =>
  place.reduce((sum, index, axis) => sum + index * strides[axis], 0)

/** Elementwise operations: the element at the same place, or the one that broadcasting stretches there. */
const sameElement = (place: readonly number[], from: Shape, to: Shape): number[] => [positionOf(place, broadcastStrides(from, to))]

/** A matrix product of vectors and matrices: a row of the one and a column of the other. */
function rowAndColumn(place: readonly number[], [a, b]: readonly TensorType[], attributes: Instruction['attributes']): Origins | undefined {
  if (a.shape.length > 2 || b.shape.length > 2) return undefined
  const depth = attributes.transposeA === true ? a.shape[0] : a.shape[a.shape.length - 1]
  const row = a.shape.length === 2 ? place[0] : 0
  const column = b.shape.length === 2 ? place[place.length - 1] : 0
  const along = (start: number, step: number): number[] => Array.from({ length: depth }, (_, k) => start + k * step)
  const line = ({ shape }: TensorType, index: number, isAcross: boolean): number[] => {
    if (shape.length === 1) return along(0, 1)
    return isAcross ? along(index * shape[1], 1) : along(index, shape[1])
  }
  return [line(a, row, attributes.transposeA !== true), line(b, column, attributes.transposeB === true)]
}

/** All elements along some axes. */
function along(place: readonly number[], shape: Shape, axes: readonly number[], isKept: boolean): number[] {
  const strides = stridesOf(shape)
  const others = shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis]))
  const start = others.reduce((sum, axis, i) => sum + place[isKept ? axis : i] * strides[axis], 0)
  return axes.reduce<number[]>((positions, axis) =>
    positions.flatMap((position) => Array.from({ length: shape[axis] }, (_, i) => position + i * strides[axis])), [start])
}

/** Larger tensors are not numbered through to find out where an element was moved to. */
const MOST_NUMBERED = 1 << 22

/** Operations that only move elements: the operands' positions are moved instead of their numbers. */
const movers = new Set(['reshape', 'transpose', 'slice', 'embed', 'patches', 'fromFront', 'concatenate', 'take'])

function moved(operation: Operation, inputs: readonly Tensor[], attributes: Instruction['attributes'], position: number): Origins | undefined {
  const movable = operation.name === 'take' ? inputs.slice(0, 1) : inputs
  if (movable.reduce((total, { size }) => total + size, 0) > MOST_NUMBERED) return undefined
  let next = 1
  const numbered = movable.map(({ shape }) =>
    new Tensor({ shape, dtype: 'float64' }, Float64Array.from({ length: sizeOf(shape) }, () => next++)))
  const all = [...numbered, ...inputs.slice(movable.length)]
  const number = operation.kernel(all, attributes, operation.type(all, attributes))[position]
  // What is filled in, such as the margin of an image, comes from nowhere.
  let first = 1
  return inputs.map((input, i) => {
    const own = i < movable.length && number >= first && number < first + input.size ? [number - first] : []
    if (i < movable.length) first += input.size
    return own
  })
}

/**
 * Where an element of a result comes from.
 *
 * @param inputs the operands of the instruction.
 * @param position of the element, in row-major order.
 * @returns undefined for operations that no such thing is known of, such as pooling.
 */
export function originsOf({ operation, attributes }: Instruction, inputs: readonly Tensor[], output: TensorType, position: number): Origins | undefined {
  const definition = operations.get(operation)!
  const place = placeOf(position, output.shape)
  if (definition.isElementwise) return inputs.map(({ shape }) => sameElement(place, shape, output.shape))
  if (operation === 'broadcastTo') return [sameElement(place, inputs[0].shape, output.shape)]
  if (operation === 'matmul') return rowAndColumn(place, inputs, attributes)
  if (Array.isArray(attributes.axes) && attributes.keepdims !== undefined)
    return [along(place, inputs[0].shape, attributes.axes as readonly number[], attributes.keepdims === true)]
  if (operation === 'softmax' || operation === 'logSumExp')
    return [along(place, inputs[0].shape, [attributes.axis as number], operation === 'softmax')]
  return movers.has(operation) ? moved(definition, inputs, attributes, position) : undefined
}
