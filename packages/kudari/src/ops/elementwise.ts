/** What all elementwise operations share: one number in, or two, or three — one number out, at every position. */
import { KudariError } from '../messages/error.ts'
import { type Data, type DType, allocate, promote, toFloat, toNumeric } from '../tensor/dtype.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { type Shape, broadcastShapes, broadcastStrides, gatherIndices, sameShape, sizeOf } from '../tensor/shape.ts'
import type { Attributes, Tensor } from '../tensor/tensor.ts'
import type { Notation } from './notation.ts'
import { type GradientStep, type Operation, type TensorLike, apply, toTensor, toTensors } from './operation.ts'

/** The elements of a tensor as if it had the given shape. */
export function broadcastData(tensor: Tensor, shape: Shape): Data {
  const { data, dtype } = tensor
  if (sameShape(tensor.shape, shape)) return data
  const stretched = allocate(dtype, sizeOf(shape))
  if (tensor.size === 1) return stretched.fill(data[0])
  const indices = gatherIndices(shape, broadcastStrides(tensor.shape, shape))
  for (let i = 0; i < stretched.length; i++) stretched[i] = data[indices[i]]
  return stretched
}

type Gradient = ((step: GradientStep) => readonly (Tensor | undefined)[]) | null

/** What the author of an elementwise operation writes; the rest follows. */
interface Elementwise<F> {
  readonly compute: F
  /** The same for an output dtype that computes differently: int32 where float64 is not exact, bool where 1 + 1 is 1. */
  readonly computeIn?: Partial<Record<DType, F>>
  /** The dtype of the output, given the promoted dtype of the inputs; by default that dtype itself. */
  readonly dtype?: (inputs: DType) => DType
  readonly gradient: Gradient
  readonly tex: Notation
  readonly numpy: Notation
  readonly numpyHelper?: string
}

/** An operation together with the function that applies it. */
export interface UnaryFunction {
  (x: TensorLike): Tensor
  readonly operation: Operation
}
export interface BinaryFunction {
  (a: TensorLike, b: TensorLike): Tensor
  readonly operation: Operation
}

const same = (dtype: DType): DType => dtype
export const toBool = (): DType => 'bool'
export { toFloat, toNumeric }

/** The dtype as it is, refusing booleans as NumPy does. */
export const notForBooleans =
  (operation: string, instead: string) =>
  (dtype: DType): DType => {
    if (dtype === 'bool') throw new KudariError('usage', tensorMessages.notForBooleans, { operation, instead })
    return dtype
  }

/** Declares an operation of one number: `unary('exp', { compute: Math.exp, ... })`. */
export function unary(
  name: string,
  { compute, computeIn, dtype = same, ...rest }: Elementwise<(x: number) => number>,
): UnaryFunction {
  const operation: Operation = {
    name,
    isElementwise: true,
    type: ([x]) => ({ shape: x.shape, dtype: dtype(x.dtype) }),
    kernel([x], _attributes, output) {
      const { data } = x
      const result = allocate(output.dtype, data.length)
      const f = computeIn?.[output.dtype] ?? compute
      for (let i = 0; i < result.length; i++) result[i] = f(data[i])
      return result
    },
    ...rest,
  }
  return Object.assign((x: TensorLike) => apply(operation, [toTensor(x)], {}), { operation })
}

/** Declares an operation of two numbers, with broadcasting: `binary('subtract', { compute: (a, b) => a - b, ... })`. */
export function binary(
  name: string,
  { compute, computeIn, dtype = same, ...rest }: Elementwise<(a: number, b: number) => number>,
): BinaryFunction {
  const operation: Operation = {
    name,
    isElementwise: true,
    type: ([a, b]) => ({ shape: broadcastShapes(name, a.shape, b.shape), dtype: dtype(promote(a.dtype, b.dtype)) }),
    kernel([a, b], _attributes, output) {
      const left = broadcastData(a, output.shape)
      const right = broadcastData(b, output.shape)
      const result = allocate(output.dtype, left.length)
      const f = computeIn?.[output.dtype] ?? compute
      for (let i = 0; i < result.length; i++) result[i] = f(left[i], right[i])
      return result
    },
    ...rest,
  }
  return Object.assign((a: TensorLike, b: TensorLike) => apply(operation, toTensors(a, b), {}), { operation })
}

export const noAttributes: Attributes = {}
