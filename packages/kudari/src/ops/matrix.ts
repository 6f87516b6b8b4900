/** The matrix product: the talk's `x @ w`, for every pair of ranks that NumPy allows. */
import { KudariError } from '../messages/error.ts'
import { allocate, promote } from '../tensor/dtype.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { type Shape, broadcastShapes, broadcastStrides, formatShape, gatherIndices, sizeOf } from '../tensor/shape.ts'
import type { Tensor, TensorType } from '../tensor/tensor.ts'
import { type Written, bracket, precedence, texBracket } from './notation.ts'
import { type GradientStep, type Operation, type TensorLike, apply, toTensor } from './operation.ts'

/** Whether the last two axes of an operand are swapped before multiplying: `x.T @ yd` without moving `x`. */
export type MatmulAttributes = { readonly transposeA: boolean; readonly transposeB: boolean }

/** An operand seen as a stack of matrices: a vector on the left is one row, on the right one column. */
interface Matrices {
  readonly stack: Shape
  readonly rows: number
  readonly columns: number
  readonly rowStride: number
  readonly columnStride: number
}

function asMatrices(shape: Shape, transpose: boolean, isLeft: boolean): Matrices {
  if (shape.length === 1) {
    const [length] = shape
    return isLeft
      ? { stack: [], rows: 1, columns: length, rowStride: 0, columnStride: 1 }
      : { stack: [], rows: length, columns: 1, rowStride: 1, columnStride: 0 }
  }
  const [rows, columns] = shape.slice(-2)
  const stack = shape.slice(0, -2)
  return transpose
    ? { stack, rows: columns, columns: rows, rowStride: 1, columnStride: columns }
    : { stack, rows, columns, rowStride: columns, columnStride: 1 }
}

/** The shape that an operand has in the product: what the messages speak of. */
const shapeInProduct = ({ shape }: TensorType, transpose: boolean): string =>
  formatShape(transpose ? [...shape.slice(0, -2), shape[shape.length - 1], shape[shape.length - 2]] : shape)

const operation: Operation<MatmulAttributes> = {
  name: 'matmul',
  type([a, b], { transposeA, transposeB }) {
    const shapes = { left: shapeInProduct(a, transposeA), right: shapeInProduct(b, transposeB) }
    if (a.shape.length === 0 || b.shape.length === 0)
      throw new KudariError('usage', tensorMessages.numberInProduct, shapes)
    const left = asMatrices(a.shape, transposeA, true)
    const right = asMatrices(b.shape, transposeB, false)
    const { columns } = left
    const { rows } = right
    if (columns !== rows) throw new KudariError('usage', tensorMessages.cannotMultiply, { ...shapes, columns, rows })
    const shape = [
      ...broadcastShapes('matmul: stacks of matrices', left.stack, right.stack),
      ...(a.shape.length === 1 ? [] : [left.rows]),
      ...(b.shape.length === 1 ? [] : [right.columns]),
    ]
    return { shape, dtype: promote(a.dtype, b.dtype) }
  },
  kernel([a, b], { transposeA, transposeB }, output) {
    const left = asMatrices(a.shape, transposeA, true)
    const right = asMatrices(b.shape, transposeB, false)
    const stack = broadcastShapes('matmul', left.stack, right.stack)
    const leftStarts = gatherIndices(stack, broadcastStrides(left.stack, stack))
    const rightStarts = gatherIndices(stack, broadcastStrides(right.stack, stack))
    const { rows, columns: depth } = left
    const { columns } = right
    const x = a.data
    const y = b.data
    const result = allocate(output.dtype, sizeOf(output.shape))
    const totals = new Float64Array(columns)
    for (let s = 0; s < leftStarts.length; s++)
      for (let row = 0; row < rows; row++) {
        totals.fill(0)
        let xAt = leftStarts[s] * rows * depth + row * left.rowStride
        let yRow = rightStarts[s] * depth * columns
        for (let k = 0; k < depth; k++) {
          const factor = x[xAt]
          let yAt = yRow
          for (let column = 0; column < columns; column++) {
            totals[column] += factor * y[yAt]
            yAt += right.columnStride
          }
          xAt += left.columnStride
          yRow += right.rowStride
        }
        result.set(output.dtype === 'bool' ? totals.map((total) => Math.min(total, 1)) : totals, (s * rows + row) * columns)
      }
    return result
  },
  gradient: (step) => {
    const [a, b] = step.inputs
    return a.ndim >= 2 && b.ndim >= 2 ? matrixGradient(step) : vectorGradient(step)
  },
  tex: ([a, b], { transposeA, transposeB }) => ({
    text: `${texTransposed(a, transposeA)} ${texTransposed(b, transposeB, 1)}`,
    precedence: precedence.product,
  }),
  numpy: ([a, b], { transposeA, transposeB }, { inputs }) => ({
    text: `${transposed(a, transposeA, inputs[0])} @ ${transposed(b, transposeB, inputs[1], 1)}`,
    precedence: precedence.product,
  }),
}

/** For C = A B: the gradient of A is G B^T, that of B is A^T G. An operand used transposed gets it transposed. */
function matrixGradient({ g, inputs: [a, b], attributes }: GradientStep<MatmulAttributes>): [Tensor, Tensor] {
  const { transposeA, transposeB } = attributes
  return [
    transposeA
      ? matmul(b, g, { transposeA: transposeB, transposeB: true })
      : matmul(g, b, { transposeB: !transposeB }),
    transposeB ? matmul(g, a, { transposeA: true, transposeB: transposeA }) : matmul(a, g, { transposeA: !transposeA }),
  ]
}

/** The same where an operand is a vector; for a matrix `x` and a vector `w` this is the talk's `x.T @ yd`. */
function vectorGradient({ g, inputs: [a, b], attributes }: GradientStep<MatmulAttributes>): [Tensor, Tensor] {
  const { transposeA, transposeB } = attributes
  if (a.ndim === 1 && b.ndim === 1) return [g.multiply(b), g.multiply(a)]
  if (b.ndim === 1) {
    const outer = transposeA ? b.expandDims(-1).multiply(g.expandDims(-2)) : g.expandDims(-1).multiply(b)
    if (a.ndim === 2) return [outer, matmul(a, g, { transposeA: !transposeA })]
    return [outer, matmul(a, g.expandDims(-1), { transposeA: !transposeA }).squeeze({ axis: -1 })]
  }
  const outer = transposeB ? g.expandDims(-1).multiply(a) : a.expandDims(-1).multiply(g.expandDims(-2))
  if (b.ndim === 2) return [matmul(b, g, { transposeA: transposeB }), outer]
  return [matmul(b, g.expandDims(-1), { transposeA: transposeB }).squeeze({ axis: -1 }), outer]
}

const transposed = (x: Written, transpose: boolean, type: TensorType, more = 0): string => {
  if (!transpose) return bracket(x, precedence.product + more)
  const name = bracket(x, precedence.atom)
  return type.shape.length === 2 ? `${name}.T` : `${name}.swapaxes(-1, -2)`
}

const texTransposed = (x: Written, transpose: boolean, more = 0): string =>
  transpose ? `${texBracket(x, precedence.atom)}^{\\top}` : texBracket(x, precedence.product + more)

/**
 * The matrix product `a @ b` (NumPy's matmul).
 *
 * @param a,b vectors (n,), matrices (m, n), or stacks of matrices (..., m, n), whose leading axes are broadcast.
 * @param options.transposeA,options.transposeB swap the last two axes of the operand first.
 * @throws KudariError naming both shapes when the inner lengths differ.
 * @example
 * matmul([[1, 2], [3, 4]], [10, 1]).toArray() // [12, 34]
 */
export const matmul = Object.assign(
  (a: TensorLike, b: TensorLike, { transposeA = false, transposeB = false }: Partial<MatmulAttributes> = {}): Tensor => {
    const left = toTensor(a)
    const right = toTensor(b)
    return apply(operation, [left, right], {
      transposeA: transposeA && left.ndim > 1,
      transposeB: transposeB && right.ndim > 1,
    })
  },
  { operation },
)
