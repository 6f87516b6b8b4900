/** What a kernel call is: how an instruction runs on tiles of rows, and how its arguments are pushed. */
import type { DType } from '../../tensor/dtype.ts'
import type { Shape } from '../../tensor/shape.ts'
import type { Attributes, TensorType } from '../../tensor/tensor.ts'
import type { Code } from './assembler.ts'
import type { Tiling } from './tiling.ts'

/** The float dtypes as kernels name them. */
export type KernelFloat = 'f32' | 'f64'

/** Pushes arguments for one tile. */
export interface TileSite {
  readonly code: Code
  /** The address of an operand: of the rows of this tile if it is read so, else of all. */
  input(position: number): void
  /** The address of the result: of the rows of this tile, or of its part of a sum. */
  output(): void
  /** The number of the first row of what is cut. */
  firstRow(): void
  /** How many rows of it there are. */
  rows(): void
  /** Whether a sum is added to what is there, rather than written over it. */
  readonly isAdding: boolean
  /** The address of memory that this thread may use while a kernel runs. */
  scratch(): void
  call(kernel: string): void
}

/** How an instruction runs on tiles of rows. */
export interface KernelCall {
  readonly kernel: string
  /** The shape whose first axis is cut: of the result or what has as many samples; for a sum, of what is added up. */
  readonly cut: Shape
  /** For each operand: whether a tile needs the same rows of it only, or all. */
  readonly reads: readonly ('tile' | 'whole')[]
  /** `rows`: a tile gives its rows. `sum`: a tile gives a part; the parts are added up in order, and divided. */
  readonly result: 'rows' | 'sum'
  readonly divisor: number
  /** Whether it is as fast on a few rows at a time; as a sum, it can then add to what is there. */
  readonly isForBlocks: boolean
  readonly emit: (site: TileSite) => void
}

/** The call for such operands; undefined where there is no kernel for them. */
export type Prepare = (
  inputs: readonly TensorType[],
  attributes: Attributes,
  output: TensorType,
  tilingOf: (shape: Shape) => Tiling,
) => KernelCall | undefined

export const floatOf = (dtype: DType): KernelFloat | undefined =>
  dtype === 'float32' ? 'f32' : dtype === 'float64' ? 'f64' : undefined

export const bytesOf: Readonly<Record<KernelFloat, number>> = { f32: 4, f64: 8 }

/** The one float dtype of all operands and the result; undefined where there is none. */
export function commonFloat(types: readonly TensorType[]): KernelFloat | undefined {
  const [first] = types
  return types.every(({ dtype }) => dtype === first.dtype) ? floatOf(first.dtype) : undefined
}

/** A call whose tiles give rows of the result. */
export const byRows = (kernel: string, cut: Shape, reads: KernelCall['reads'], emit: KernelCall['emit']): KernelCall => ({
  kernel,
  cut,
  reads,
  result: 'rows',
  divisor: 1,
  isForBlocks: false,
  emit,
})

/** A call whose tiles give parts of a sum. */
export const asSum = (
  kernel: string,
  cut: Shape,
  reads: KernelCall['reads'],
  divisor: number,
  emit: KernelCall['emit'],
): KernelCall => ({ kernel, cut, reads, result: 'sum', divisor, isForBlocks: false, emit })

/** Pushes rows times something. */
export const rowsTimes = (site: TileSite, factor: number): void => {
  site.rows()
  if (factor !== 1) site.code.i32(factor).op('i32.mul')
}
