/** Comparisons, logic, and the choice between two tensors. Their outputs change in jumps: no gradient flows through a condition. */
import { promote } from '../tensor/dtype.ts'
import { broadcastShapes } from '../tensor/shape.ts'
import { allocate } from '../tensor/dtype.ts'
import { type Tensor } from '../tensor/tensor.ts'
import { binary, broadcastData, toBool, unary } from './elementwise.ts'
import { atom, call, infix, precedence, texCall, texInfix } from './notation.ts'
import { type Operation, type TensorLike, apply, toTensor, toTensors } from './operation.ts'

const comparison = (name: string, symbol: string, tex: string, compute: (a: number, b: number) => boolean) =>
  binary(name, {
    compute: (a, b) => (compute(a, b) ? 1 : 0),
    dtype: toBool,
    gradient: null,
    tex: texInfix(tex, precedence.comparison),
    numpy: infix(symbol, precedence.comparison),
  })

export const equal = comparison('equal', '==', '=', (a, b) => a === b)
export const notEqual = comparison('notEqual', '!=', '\\neq', (a, b) => a !== b)
export const less = comparison('less', '<', '<', (a, b) => a < b)
export const lessEqual = comparison('lessEqual', '<=', '\\le', (a, b) => a <= b)
export const greater = comparison('greater', '>', '>', (a, b) => a > b)
export const greaterEqual = comparison('greaterEqual', '>=', '\\ge', (a, b) => a >= b)

const logical = (name: string, numpy: string, tex: string, compute: (a: boolean, b: boolean) => boolean) =>
  binary(name, {
    compute: (a, b) => (compute(a !== 0, b !== 0) ? 1 : 0),
    dtype: toBool,
    gradient: null,
    tex: texInfix(tex, precedence.comparison),
    numpy: call(numpy),
  })

export const logicalAnd = logical('logicalAnd', 'np.logical_and', '\\land', (a, b) => a && b)
export const logicalOr = logical('logicalOr', 'np.logical_or', '\\lor', (a, b) => a || b)
export const logicalXor = logical('logicalXor', 'np.logical_xor', '\\oplus', (a, b) => a !== b)

export const logicalNot = unary('logicalNot', {
  compute: (a) => (a === 0 ? 1 : 0),
  dtype: toBool,
  gradient: null,
  tex: texCall('\\lnot'),
  numpy: call('np.logical_not'),
})

const whereOperation: Operation = {
  name: 'where',
  isElementwise: true,
  type([condition, a, b]) {
    const shape = broadcastShapes('where', condition.shape, broadcastShapes('where', a.shape, b.shape))
    return { shape, dtype: promote(a.dtype, b.dtype) }
  },
  kernel([condition, a, b], _attributes, { shape, dtype }) {
    const choice = broadcastData(condition, shape)
    const left = broadcastData(a, shape)
    const right = broadcastData(b, shape)
    const result = allocate(dtype, choice.length)
    for (let i = 0; i < result.length; i++) result[i] = choice[i] !== 0 ? left[i] : right[i]
    return result
  },
  gradient: ({ g, inputs: [condition] }) => [undefined, condition.where(g, 0), condition.where(0, g)],
  tex: ([condition, a, b]) =>
    atom(
      `\\begin{cases} ${a.text} & ${condition.text} \\\\ ${b.text} & \\text{otherwise} \\end{cases}`,
    ),
  numpy: call('np.where'),
}

/** `a` where the condition holds, else `b`; all three are broadcast together. */
export const where = Object.assign(
  (condition: TensorLike, a: TensorLike, b: TensorLike): Tensor =>
    apply(whereOperation, [toTensor(condition), ...toTensors(a, b)], {}),
  { operation: whereOperation },
)
