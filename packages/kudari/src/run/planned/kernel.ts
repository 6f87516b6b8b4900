/** What a fast kernel is: prepared once for an instruction's types, then run on memory that is already there. */
import type { Data } from '../../tensor/dtype.ts'
import type { Attributes, TensorType } from '../../tensor/tensor.ts'

/** Fills `output` from the operands. It gives the same bits as the reference kernel: sums are added in the same order. */
export type Kernel = (operands: readonly Data[], output: Data) => void

/** A kernel for these types, or undefined where there is no fast one: then the reference kernel runs. */
export type Prepare = (inputs: readonly TensorType[], attributes: Attributes, output: TensorType) => Kernel | undefined

/** Only floats have fast kernels: whole numbers wrap around, booleans saturate, and both are rare in a step. */
export const areFloats = (types: readonly TensorType[]): boolean =>
  types.every(({ dtype }) => dtype === 'float64' || dtype === 'float32')
