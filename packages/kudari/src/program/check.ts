/** Whether a Program holds together: operations that exist and give the types written there, values assigned before use. */
import { operations } from '../ops/table.ts'
import { sameShape } from '../tensor/shape.ts'
import type { TensorType } from '../tensor/tensor.ts'
import { type Expected, expected } from './messages.ts'
import { formatType } from './print.ts'
import type { Instruction, Program, ValueId } from './program.ts'

/** What to do where a Program does not hold together. */
type Fail = (place: string, what: Expected, found: unknown) => never

/** The type that an instruction gives; an operation that cannot read its attributes or inputs says so by any error. */
function typeOf({ operation, inputs, attributes }: Instruction, { values }: Program): TensorType | Error {
  try {
    return operations.get(operation)!.type(
      inputs.map((id) => values[id]),
      attributes,
    )
  } catch (error) {
    return error as Error
  }
}

/** Calls `fail` at the first place that does not fit: unknown operations, wrong types, values unassigned or assigned twice. */
export function checkProgram(program: Program, fail: Fail): void {
  const isAssigned = program.values.map(() => false)
  const assign = (id: ValueId, place: string): void => {
    if (isAssigned[id]) fail(place, expected.unassigned, id)
    isAssigned[id] = true
  }
  const use = (id: ValueId, place: string): void => {
    if (!isAssigned[id]) fail(place, expected.assigned, id)
  }
  for (const [i, id] of program.inputs.entries()) assign(id, `inputs[${i}]`)
  for (const [i, { value }] of program.constants.entries()) assign(value, `constants[${i}].value`)
  for (const [i, instruction] of program.instructions.entries()) {
    const place = `instructions[${i}]`
    const { output, operation, inputs } = instruction
    if (!operations.has(operation)) fail(`${place}.operation`, expected.operation, operation)
    for (const [j, id] of inputs.entries()) use(id, `${place}.inputs[${j}]`)
    assign(output, `${place}.output`)
    const type = typeOf(instruction, program)
    if (type instanceof Error) return fail(place, expected.validInstruction, type.message)
    const written = program.values[output]
    if (type.dtype !== written.dtype || !sameShape(type.shape, written.shape))
      fail(`values[${output}]`, expected.exactly(formatType(type)), formatType(written))
  }
  for (const [i, { value }] of program.outputs.entries()) use(value, `outputs[${i}].value`)
  const unassigned = isAssigned.indexOf(false)
  if (unassigned !== -1) fail(`values[${unassigned}]`, expected.assigned, unassigned)
}
