/** What an operation is — one entry of the op table — and the one way in which operations are applied to tensors. */
import { type Data, type DType, dtypeOfNumber } from '../tensor/dtype.ts'
import { tensor } from '../tensor/create.ts'
import { type Attributes, type Nested, Tensor, type TensorType, scalar } from '../tensor/tensor.ts'
import type { Notation } from './notation.ts'

/** What a gradient rule is given: the gradient `g` of the loss with respect to the output, and the step it belongs to. */
export interface GradientStep<A extends Attributes = Attributes> {
  readonly g: Tensor
  readonly inputs: readonly Tensor[]
  readonly output: Tensor
  readonly attributes: A
}

/**
 * One operation: everything that Kudari knows of it stands here and nowhere else.
 *
 * The gradient rule is written in terms of other operations (as methods of tensors), so that a gradient can be traced,
 * shown, and differentiated again. It may return a gradient in the broadcast shape: whoever applies it sums that down.
 */
export interface Operation<A extends Attributes = Attributes> {
  readonly name: string
  /** The shape rule: shape and dtype of the output, or an error that says what does not fit. */
  type(inputs: readonly TensorType[], attributes: A): TensorType
  /** The reference kernel, in plain TypeScript: the truth that every faster kernel is held to. */
  kernel(inputs: readonly Tensor[], attributes: A, output: TensorType): Data
  /** Per input the gradient of the loss; `null` where the output does not change with any input, or only in jumps. */
  readonly gradient: ((step: GradientStep<A>) => readonly (Tensor | undefined)[]) | null
  /** Every number of the output is made of the numbers at the same place of the inputs. */
  readonly isElementwise?: boolean
  readonly tex: Notation<A>
  readonly numpy: Notation<A>
  /** A Python function that the NumPy spelling calls and NumPy does not have. */
  readonly numpyHelper?: string
}

/** What an operation takes: a tensor, or numbers, booleans and lists of them that become one. */
export type TensorLike = Tensor | Nested

export const toTensor = (value: TensorLike): Tensor => (value instanceof Tensor ? value : tensor(value))

/** Both operands as tensors: a plain number takes the dtype of the tensor beside it. */
export function toTensors(a: TensorLike, b: TensorLike): [Tensor, Tensor] {
  const beside = (value: TensorLike, other: TensorLike): Tensor => {
    if (typeof value !== 'number') return toTensor(value)
    const dtype: DType = other instanceof Tensor ? dtypeOfNumber(value, other.dtype) : 'float64'
    return scalar(value, dtype)
  }
  return [beside(a, b), beside(b, a)]
}

/** Computes an operation — or, where an input is being traced, writes it down in the deepest trace among the inputs. */
export function apply<A extends Attributes>(operation: Operation<A>, inputs: readonly Tensor[], attributes: A): Tensor {
  let recorder = inputs[0].recorder
  for (const input of inputs)
    if (input.recorder && (!recorder || input.recorder.level > recorder.level)) recorder = input.recorder
  if (recorder) return recorder.record(operation.name, inputs, attributes)
  const type = operation.type(inputs, attributes)
  return new Tensor(type, operation.kernel(inputs, attributes, type))
}
