/** Softmax and the logarithm of a sum of exponentials: the multi-class sisters of sigmoid and softplus. */
import { exp as exponential, log as logarithm } from '../tensor/functions.ts'
import { type Data, allocate, toFloat } from '../tensor/dtype.ts'
import { normalizeAxis, sizeOf } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { atom } from './notation.ts'
import { type Operation, type TensorLike, apply, toTensor } from './operation.ts'

type AxisAttributes = { readonly axis: number }

/** Calls `visit` for every line along an axis with its largest element and the sum of exp(element - largest). */
function forEachLine(
  x: Tensor,
  axis: number,
  visit: (line: number, at: (l: number) => number, largest: number, total: number) => void,
): void {
  const { data, shape } = x
  const length = shape[axis]
  const inner = sizeOf(shape.slice(axis + 1))
  const lines = sizeOf(shape.slice(0, axis)) * inner
  for (let line = 0; line < lines; line++) {
    const start = Math.floor(line / inner) * length * inner + (line % inner)
    const at = (l: number) => start + l * inner
    let largest = -Infinity
    for (let l = 0; l < length; l++) largest = Math.max(largest, data[at(l)])
    let total = 0
    for (let l = 0; l < length; l++) total += exponential(data[at(l)] - largest)
    visit(line, at, largest, total)
  }
}

const softmaxOperation: Operation<AxisAttributes> = {
  name: 'softmax',
  type: ([x]) => ({ shape: x.shape, dtype: toFloat(x.dtype) }),
  kernel([x], { axis }, output): Data {
    const result = allocate(output.dtype, x.size)
    const { data } = x
    forEachLine(x, axis, (_line, at, largest, total) => {
      for (let l = 0; l < x.shape[axis]; l++) result[at(l)] = exponential(data[at(l)] - largest) / total
    })
    return result
  },
  // With p = softmax(u): the gradient of u is p * (g - sum(g * p)).
  gradient: ({ g, output, attributes: { axis } }) => [
    output.multiply(g.subtract(g.multiply(output).sum({ axis, keepdims: true }))),
  ],
  tex: ([x]) => atom(`\\operatorname{softmax}\\left(${x.text}\\right)`),
  numpy: ([x], { axis }) => atom(`softmax(${x.text}, axis=${axis})`),
  numpyHelper: [
    'def softmax(u, axis):',
    '    e = np.exp(u - u.max(axis=axis, keepdims=True))',
    '    return e / e.sum(axis=axis, keepdims=True)',
  ].join('\n'),
}

/** `exp(u) / sum(exp(u))` along an axis (by default the last): positive numbers that sum to 1. Never overflows. */
export const softmax = Object.assign(
  (value: TensorLike, { axis = -1 }: { readonly axis?: number } = {}): Tensor => {
    const x = toTensor(value)
    return apply(softmaxOperation, [x], { axis: normalizeAxis('softmax', axis, x.shape) })
  },
  { operation: softmaxOperation },
)

const logSumExpOperation: Operation<AxisAttributes> = {
  name: 'logSumExp',
  type: ([x], { axis }) => ({ shape: x.shape.filter((_, i) => i !== axis), dtype: toFloat(x.dtype) }),
  kernel([x], { axis }, output) {
    const result = allocate(output.dtype, sizeOf(output.shape))
    forEachLine(x, axis, (line, _at, largest, total) => {
      result[line] = Number.isFinite(largest) ? largest + logarithm(total) : largest
    })
    return result
  },
  gradient: ({ g, inputs: [x], attributes: { axis } }) => [g.expandDims(axis).multiply(x.softmax({ axis }))],
  tex: ([x]) => atom(`\\log \\sum e^{${x.text}}`),
  numpy: ([x], { axis }) => atom(`np.logaddexp.reduce(${x.text}, axis=${axis})`),
}

/** `log(sum(exp(u)))` along an axis (by default the last), without overflow. Its gradient is the softmax. */
export const logSumExp = Object.assign(
  (value: TensorLike, { axis = -1 }: { readonly axis?: number } = {}): Tensor => {
    const x = toTensor(value)
    return apply(logSumExpOperation, [x], { axis: normalizeAxis('logSumExp', axis, x.shape) })
  },
  { operation: logSumExpOperation },
)
