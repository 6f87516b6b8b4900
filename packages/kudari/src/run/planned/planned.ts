/** The planned executor: a Program made ready once — kernels chosen, memory planned — and then run without preparations. */
import { operations } from '../../ops/table.ts'
import { type Data, allocate } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import { Tensor } from '../../tensor/tensor.ts'
import type { Instruction, Program } from '../../program/program.ts'
import { elementwiseKernels } from './elementwise.ts'
import type { Prepare } from './kernel.ts'
import { prepareMatmul } from './matmul.ts'
import { planMemory } from './memory.ts'
import { rowKernels } from './rows.ts'

/** The fast kernels by operation. Any other operation runs its reference kernel. */
const kernels: ReadonlyMap<string, Prepare> = new Map(
  Object.entries({ ...elementwiseKernels, ...rowKernels, matmul: prepareMatmul }),
)

/** A Program that is ready to run. */
export type Executable = (inputs: readonly Tensor[]) => Tensor[]

/** Runs one instruction on the memory of all values. */
type Step = (data: Data[]) => void

function prepareStep(program: Program, { output, operation, inputs, attributes }: Instruction): Step {
  const { values } = program
  const type = values[output]
  const kernel = kernels.get(operation)?.(inputs.map((id) => values[id]), attributes, type)
  if (!kernel) {
    const reference = operations.get(operation)!
    return (data) => {
      const operands = inputs.map((id) => new Tensor(values[id], data[id]))
      data[output] = reference.kernel(operands, attributes, type)
    }
  }
  const operands: Data[] = []
  return (data) => {
    for (let i = 0; i < inputs.length; i++) operands[i] = data[inputs[i]]
    kernel(operands, data[output])
  }
}

/**
 * Makes a Program ready to run. It gives the same bits as the reference executor.
 *
 * @example
 * const run = prepare(program)
 * const [loss, w] = run([x, yt, alpha, w0])
 */
export function prepare(program: Program): Executable {
  const { values, inputs, constants, outputs, instructions } = program
  const { roots, memory } = planMemory(program)
  const given = new Set([...inputs, ...constants.map(({ value }) => value)])
  const steps = instructions.flatMap((instruction) => {
    const { output, inputs: from } = instruction
    const isView = roots[output] !== output
    const step: Step = isView
      ? (data) => {
          data[output] = data[from[0]]
        }
      : prepareStep(program, instruction)
    return [step]
  })
  const leaving = [...new Set(outputs.map(({ value }) => roots[value]))].filter((root) => !given.has(root))
  const data: Data[] = []
  for (const [id, own] of memory.entries()) if (own) data[id] = own
  for (const { value, tensor } of constants) if (!tensor.recorder) data[value] = tensor.data

  return (tensors) => {
    for (let i = 0; i < inputs.length; i++) data[inputs[i]] = tensors[i].data
    for (const root of leaving) data[root] = allocate(values[root].dtype, sizeOf(values[root].shape))
    for (const step of steps) step(data)
    return outputs.map(({ value }) => new Tensor(values[value], data[value]))
  }
}
