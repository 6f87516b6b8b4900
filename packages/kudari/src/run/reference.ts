/** The reference executor: runs a Program instruction by instruction with the kernels of the op table. It is the truth. */
import { operations } from '../ops/table.ts'
import type { Program } from '../program/program.ts'
import { Tensor } from '../tensor/tensor.ts'

/** Runs a Program and gives all of its values, so that every step can be looked at. */
export function runAll(program: Program, inputs: readonly Tensor[]): Tensor[] {
  const tensors: Tensor[] = []
  for (const { value, tensor } of program.constants) tensors[value] = tensor
  for (const [i, value] of program.inputs.entries()) tensors[value] = inputs[i]
  for (const { output, operation, inputs: from, attributes } of program.instructions) {
    const type = program.values[output]
    const operands = from.map((id) => tensors[id])
    tensors[output] = new Tensor(type, operations.get(operation)!.kernel(operands, attributes, type))
  }
  return tensors
}

/** Runs a Program and gives its outputs. */
export function run(program: Program, inputs: readonly Tensor[]): Tensor[] {
  const tensors = runAll(program, inputs)
  return program.outputs.map(({ value }) => tensors[value])
}
