/** A Program as it runs: the same numbers, with less to keep in memory from the way there to the way back. */
import type { Instruction, Program, Value, ValueId } from '../../program/program.ts'

/** All of it. Values of its own stand behind those of the given Program. */
export const withLessToKeep = (program: Program): Program => withPatchesAgain(withSignsOfResults(program))

/**
 * Products that add up over patches — gradients of weights — have patches of their own, taken anew: patches are many times as
 * large as their images, and quickly made from them. They never exist for more than a tile of images.
 */
function withPatchesAgain(program: Program): Program {
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

/** Whether u is above 0 can be seen from relu(u), which is kept for what follows: u itself need not be. */
function withSignsOfResults(program: Program): Program {
  const zeros = new Set(program.constants.filter(({ tensor }) => tensor.size === 1 && !tensor.recorder && tensor.data[0] === 0).map(({ value }) => value))
  const results = new Map<ValueId, ValueId>()
  const instructions = program.instructions.map((instruction): Instruction => {
    const { operation, inputs, output } = instruction
    if (operation === 'relu') results.set(inputs[0], output)
    const result = results.get(inputs[0])
    return operation === 'greater' && zeros.has(inputs[1]) && result !== undefined ? { ...instruction, inputs: [result, inputs[1]] } : instruction
  })
  return { ...program, instructions }
}
