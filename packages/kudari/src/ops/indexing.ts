/** NumPy's square brackets: `x.slice(':', '0:1')` reads ranges, integers, new axes, index arrays and masks. */
import { KudariError } from '../messages/error.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { type Shape, broadcastShapes, formatShape } from '../tensor/shape.ts'
import { type Nested, Tensor } from '../tensor/tensor.ts'
import { type Ranges, sliceRanges, take } from './gather.ts'
import { checkedIndex, fromFront, toIndices } from './indices.ts'
import { type TensorLike, toTensor } from './operation.ts'
import { broadcastTo, reshape, transpose } from './shaping.ts'

/** Stands for a new axis of length 1 (NumPy's `np.newaxis`). */
export const newAxis = null

/**
 * One index of {@link slice}: a number (that axis goes), a range `'start:stop:step'` with any part left out, `'...'` for
 * all axes not mentioned, {@link newAxis}, a list or int32 tensor of indices, or booleans that keep where they are true.
 */
export type Index = number | string | null | Tensor | readonly Nested[]

/**
 * An index that has been understood. An `array` axis is picked by a tensor of indices; `nothing` is a `'...'` that no
 * axis is left for, which still stands between its neighbours.
 */
type Item =
  | { readonly kind: 'range'; readonly start: number; readonly step: number; readonly size: number }
  | { readonly kind: 'number'; readonly at: number }
  | { readonly kind: 'new' }
  | { readonly kind: 'array'; readonly indices: Tensor }
  | { readonly kind: 'nothing' }

/** Python's rules for `start:stop:step` on an axis of the given length. */
function readRange(text: string, length: number): Item {
  const parts = text.split(':').map((part) => part.trim())
  const isRange = (parts.length === 2 || parts.length === 3) && parts.every((part) => /^(?:[+-]?\d+)?$/.test(part))
  const step = parts[2] ? Number(parts[2]) : 1
  if (!isRange || step === 0)
    throw new KudariError('usage', tensorMessages.badIndex, { index: text })
  const clamp = (part: string, missing: number, low: number, high: number): number => {
    if (part === '') return missing
    const position = Number(part) < 0 ? Number(part) + length : Number(part)
    return Math.min(Math.max(position, low), high)
  }
  const start = step > 0 ? clamp(parts[0], 0, 0, length) : clamp(parts[0], length - 1, -1, length - 1)
  const stop = step > 0 ? clamp(parts[1], length, 0, length) : clamp(parts[1], -1, -1, length - 1)
  const size = Math.max(0, Math.ceil((stop - start) / step))
  return { kind: 'range', start: size === 0 ? 0 : start, step, size }
}

/** Where a mask is true: one list of indices for each of its axes. */
function whereTrue(mask: Tensor): Tensor[] {
  const found: number[][] = mask.shape.map(() => [])
  for (const [position, element] of mask.data.entries()) {
    if (element === 0) continue
    let rest = position
    for (let axis = mask.ndim - 1; axis >= 0; axis--) {
      found[axis].push(rest % mask.shape[axis])
      rest = Math.floor(rest / mask.shape[axis])
    }
  }
  return found.map((list) => new Tensor({ shape: [list.length], dtype: 'int32' }, Int32Array.from(list)))
}

/** How many axes of the tensor an index speaks of. */
function axesOf(index: Exclude<Index, readonly Nested[]>): number {
  if (index === null || index === '...') return 0
  return index instanceof Tensor && index.dtype === 'bool' ? index.ndim : 1
}

/** The items of a mask: for each of its axes the indices where it is true. */
function readMask(mask: Tensor, shape: Shape, axis: number): Item[] {
  if (mask.shape.some((length, i) => length !== shape[axis + i]))
    throw new KudariError('usage', tensorMessages.maskDoesNotFit, {
      shape: formatShape(shape),
      mask: formatShape(mask.shape),
      axis,
    })
  return whereTrue(mask).map((indices) => ({ kind: 'array', indices }))
}

/** Every index understood, one item for each axis of the tensor and one for each new axis. */
function readIndices(given: readonly Index[], shape: Shape): Item[] {
  const indices = given.map((index) => (index === null || typeof index !== 'object' ? index : toTensor(index)))
  const mentioned = indices.reduce<number>((total, index) => total + axesOf(index), 0)
  const rank = shape.length
  if (mentioned > rank)
    throw new KudariError('usage', tensorMessages.tooManyIndices, { given: mentioned, shape: formatShape(shape), rank })
  if (indices.indexOf('...') !== indices.lastIndexOf('...'))
    throw new KudariError('usage', tensorMessages.twoEllipses, { shape: formatShape(shape) })
  const items: Item[] = []
  let axis = 0
  const skip = (count: number) => {
    for (let i = 0; i < count; i++) items.push({ kind: 'range', start: 0, step: 1, size: shape[axis++] })
  }
  for (const [i, index] of indices.entries()) {
    if (index === null) items.push({ kind: 'new' })
    else if (index === '...') {
      if (mentioned === rank) items.push({ kind: 'nothing' })
      skip(rank - mentioned)
    } else if (index instanceof Tensor && index.dtype === 'bool') {
      items.push(...readMask(index, shape, axis))
      axis += index.ndim
    } else {
      const length = shape[axis]
      if (typeof index === 'string') items.push(readRange(index, length))
      else if (typeof index === 'number') items.push({ kind: 'number', at: checkedIndex('slice', index, axis, length) })
      else {
        const list = toIndices('slice', given[i] as Tensor | readonly Nested[])
        items.push({ kind: 'array', indices: fromFront(list, { operation: 'slice', axis, length }) })
      }
      axis++
    }
  }
  skip(rank - axis)
  return items
}

/** Cuts the ranges, drops the numbered axes, adds the new ones; axes picked by arrays stay whole. */
function pickRanges(x: Tensor, items: readonly Item[]): Tensor {
  const old = items.filter((item) => item.kind !== 'new' && item.kind !== 'nothing')
  const ranges: Ranges = {
    starts: old.map((item) => (item.kind === 'range' ? item.start : item.kind === 'number' ? item.at : 0)),
    steps: old.map((item) => (item.kind === 'range' ? item.step : 1)),
    sizes: old.map((item, axis) => (item.kind === 'range' ? item.size : item.kind === 'number' ? 1 : x.shape[axis])),
  }
  const isWhole = ranges.sizes.every((size, axis) => size === x.shape[axis] && ranges.steps[axis] === 1)
  const cut = isWhole ? x : sliceRanges(x, ranges)
  let axis = 0
  const shape = items.flatMap((item) => {
    if (item.kind === 'new') return [1]
    if (item.kind === 'nothing') return []
    const length = ranges.sizes[axis++]
    return item.kind === 'number' ? [] : [length]
  })
  return reshape(cut, shape)
}

/** Picks by index arrays: they are broadcast together, and the axes they pick from become the axes they have. */
function pickArrays(x: Tensor, items: readonly Item[]): Tensor {
  const remaining = items.filter((item) => item.kind !== 'number' && item.kind !== 'nothing')
  const axes = remaining.flatMap((item, axis) => (item.kind === 'array' ? [axis] : []))
  const arrays = remaining.flatMap((item) => (item.kind === 'array' ? [item.indices] : []))
  const shape = arrays.map((array) => array.shape).reduce((a, b) => broadcastShapes('slice: index arrays', a, b))
  // Index arrays that stand side by side keep their place; with others between them the picked axes come first (NumPy).
  const isAdjacent = items.findLastIndex(isPick) - items.findIndex(isPick) + 1 === items.filter(isPick).length
  const front = isAdjacent ? axes[0] : 0
  const others = x.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis))
  const moved = transpose(x, [...others.slice(0, front), ...axes, ...others.slice(front)])
  const lengths = axes.map((axis) => x.shape[axis])
  let flat = broadcastTo(arrays[0], shape)
  for (let i = 1; i < arrays.length; i++) flat = flat.multiply(lengths[i]).add(arrays[i])
  const merged = moved.shape.toSpliced(front, axes.length, lengths.reduce((a, b) => a * b, 1))
  return take(reshape(moved, merged), flat, { axis: front })
}

const isPick = (item: Item): boolean => item.kind === 'array' || item.kind === 'number'

/**
 * The part of a tensor that the indices name, one index an axis (NumPy's `x[...]`).
 *
 * @throws KudariError when an index is out of range, unreadable, or one too many.
 * @example
 * data.slice(':', '0:1') // column 0 as a matrix (the talk's data1[:, 0:1])
 * data.slice(':', 1)     // column 1 as a vector
 * data.slice('::-1')     // rows backwards
 * data.slice([0, 2])     // rows 0 and 2
 * data.slice(data.slice(':', 1).greater(60)) // the rows where column 1 is above 60
 */
export function slice(value: TensorLike, ...indices: Index[]): Tensor {
  const x = toTensor(value)
  const items = readIndices(indices, x.shape)
  const picked = pickRanges(x, items)
  return items.some((item) => item.kind === 'array') ? pickArrays(picked, items) : picked
}
