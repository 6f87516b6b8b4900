/** A matrix product of a Program as a call of the system's BLAS. */
import type { Instruction, Value, ValueId } from '../../program/program.ts'
import type { MatrixProducts } from '../products.ts'

/** The sizes of a product of two matrices, and how they lie; undefined for anything else. */
export function productSizes({ operation, inputs, output, attributes }: Instruction, values: readonly Value[]) {
  const [a, b] = inputs.map((id) => values[id])
  const { dtype } = values[output]
  if (operation !== 'matmul' || a.shape.length !== 2 || b.shape.length !== 2) return undefined
  if ((dtype !== 'float32' && dtype !== 'float64') || a.dtype !== dtype || b.dtype !== dtype) return undefined
  const transposeA = attributes.transposeA === true
  const transposeB = attributes.transposeB === true
  const [m, k] = transposeA ? a.shape.toReversed() : a.shape
  const n = b.shape[transposeB ? 0 : 1]
  return { dtype, transposeA, transposeB, m, n, k, lda: a.shape[1], ldb: b.shape[1] }
}

/** The call: `output = a @ b` on the numbers where they lie at a step. */
export function productCall(
  blas: MatrixProducts,
  instruction: Instruction,
  values: readonly Value[],
  addressOf: (value: ValueId, step: number) => number,
): (step: number) => void {
  const { dtype, transposeA, transposeB, m, n, k, lda, ldb } = productSizes(instruction, values)!
  const [left, right] = instruction.inputs
  return (step) => {
    const [a, b, c] = [addressOf(left, step), addressOf(right, step), addressOf(instruction.output, step)]
    blas.gemm(dtype, transposeA, transposeB, m, n, k, 1, a, lda, b, ldb, 0, c, n)
  }
}
