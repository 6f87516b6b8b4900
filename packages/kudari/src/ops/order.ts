/** Order: where the largest and smallest elements are, and how elements are sorted. */
import { KudariError } from '../messages/error.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { formatShape, normalizeAxis, sizeOf } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { type Notation, atom } from './notation.ts'
import { type Operation, type TensorLike, apply, toTensor } from './operation.ts'

type AxisAttributes = { readonly axis: number }

const numpyAxis =
  (name: string): Notation<AxisAttributes> =>
  ([x], { axis }) =>
    atom(`${name}(${x.text}, axis=${axis})`)

/** The position of the first element that beats all before it; a NaN beats everything, as in NumPy. */
function argExtreme(name: string, symbol: string, numpy: string, beats: (a: number, b: number) => boolean) {
  const operation: Operation<AxisAttributes> = {
    name,
    type([x], { axis }) {
      if (x.shape[axis] === 0)
        throw new KudariError('usage', tensorMessages.emptyReduction, { operation: name, shape: formatShape(x.shape) })
      return { shape: x.shape.filter((_, other) => other !== axis), dtype: 'int32' }
    },
    kernel([x], { axis }) {
      const { data, shape } = x
      const length = shape[axis]
      const inner = sizeOf(shape.slice(axis + 1))
      const result = new Int32Array(data.length / length)
      for (let i = 0; i < result.length; i++) {
        const start = Math.floor(i / inner) * length * inner + (i % inner)
        let best = data[start]
        for (let l = 1; l < length && !Number.isNaN(best); l++) {
          const element = data[start + l * inner]
          if (beats(element, best) || Number.isNaN(element)) {
            best = element
            result[i] = l
          }
        }
      }
      return result
    },
    gradient: null,
    tex: ([x]) => atom(`\\operatorname{${symbol}} ${x.text}`),
    numpy: numpyAxis(numpy),
  }
  const find = (value: TensorLike, { axis }: { readonly axis?: number } = {}): Tensor => {
    const x = toTensor(value)
    if (axis === undefined) return apply(operation, [x.reshape([x.size])], { axis: 0 })
    return apply(operation, [x], { axis: normalizeAxis(name, axis, x.shape) })
  }
  return Object.assign(find, { operation })
}

/** The index of the largest element along an axis (of all elements in row-major order when none is named). */
export const argmax = argExtreme('argmax', 'argmax', 'np.argmax', (a, b) => a > b)

/** The index of the smallest element along an axis (of all elements in row-major order when none is named). */
export const argmin = argExtreme('argmin', 'argmin', 'np.argmin', (a, b) => a < b)

/** The indices that bring numbers into ascending order: equal ones keep their order, NaN goes last as in NumPy. */
function sortingIndices(numbers: Float64Array): Int32Array {
  const order = new Int32Array(numbers.length)
  let filled = 0
  for (let i = 0; i < numbers.length; i++) if (!Number.isNaN(numbers[i])) order[filled++] = i
  // The sort is stable, and takes the NaN of Infinity - Infinity for "equal".
  order.subarray(0, filled).sort((i, j) => numbers[i] - numbers[j])
  for (let i = 0; i < numbers.length; i++) if (Number.isNaN(numbers[i])) order[filled++] = i
  return order
}

const argsortOperation: Operation<AxisAttributes> = {
  name: 'argsort',
  type: ([x]) => ({ shape: x.shape, dtype: 'int32' }),
  kernel([x], { axis }) {
    const { data, shape } = x
    const length = shape[axis]
    const inner = sizeOf(shape.slice(axis + 1))
    const result = new Int32Array(data.length)
    const line = new Float64Array(length)
    for (let block = 0; block < data.length; block += length * inner)
      for (let start = block; start < block + inner; start++) {
        for (let l = 0; l < length; l++) line[l] = data[start + l * inner]
        const order = sortingIndices(line)
        for (let l = 0; l < length; l++) result[start + l * inner] = order[l]
      }
    return result
  },
  gradient: null,
  tex: ([x]) => atom(`\\operatorname{argsort} ${x.text}`),
  numpy: ([x], { axis }) => atom(`np.argsort(${x.text}, axis=${axis}, kind='stable')`),
}

/** The indices that sort an axis (by default the last) in ascending order; equal elements keep their order. */
export const argsort = Object.assign(
  (value: TensorLike, { axis = -1 }: { readonly axis?: number } = {}): Tensor => {
    const x = toTensor(value)
    return apply(argsortOperation, [x], { axis: normalizeAxis('argsort', axis, x.shape) })
  },
  { operation: argsortOperation },
)

/** The elements of an axis (by default the last) in ascending order, NaN last. */
export function sort(value: TensorLike, { axis = -1 }: { readonly axis?: number } = {}): Tensor {
  const x = toTensor(value)
  return x.takeAlongAxis(argsort(x, { axis }), { axis })
}
