/** Patches for the way back are taken anew: they are many times as large as their images, and quickly made from them. */
import type { Instruction, Program, Value } from '../../program/program.ts'

/**
 * The same Program, in which products that add up over patches — gradients of weights — have patches of their own. Those of
 * the way there are then needed by one product only, and never exist for more than a tile of images.
 */
export function withPatchesAgain(program: Program): Program {
  const values: Value[] = [...program.values]
  const patches = new Map(program.instructions.filter(({ operation }) => operation === 'patches').map((step) => [step.output, step]))
  const instructions = program.instructions.flatMap((instruction): Instruction[] => {
    const { operation, inputs, attributes } = instruction
    const taken = patches.get(inputs[0])
    if (!taken || operation !== 'matmul' || attributes.transposeA !== true) return [instruction]
    const { shape, dtype } = values[taken.output]
    const again = { ...taken, output: values.push({ shape, dtype }) - 1 }
    return [again, { ...instruction, inputs: [again.output, ...inputs.slice(1)] }]
  })
  return { ...program, values, instructions }
}
