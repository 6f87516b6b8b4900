/** A matrix product of a Program as a call of the system's BLAS. */
import type { Instruction, Program, Value, ValueId } from '../../program/program.ts'
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

/** How many multiplications a product takes. */
export const multiplicationsOf = ({ m, n, k }: { readonly m: number; readonly n: number; readonly k: number }): number => m * n * k

/** The matrix products that convolutions consist of: of patches, and those whose result is folded into images. */
export function productsOfPatches({ instructions, values }: Program): Instruction[] {
  const patches = new Set(instructions.filter(({ operation }) => operation === 'patches').map(({ output }) => output))
  const folded = new Set(instructions.filter(({ operation }) => operation === 'foldPatches').map(({ inputs }) => inputs[0]))
  return instructions.filter(
    (instruction) => productSizes(instruction, values) && (folded.has(instruction.output) || instruction.inputs.some((value) => patches.has(value))),
  )
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
