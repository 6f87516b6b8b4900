/** The glass box: one training step recorded, every instruction with its operands, formula, code and numbers. */
import { takesDummy } from '../nn/model.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { formatAttributes } from '../program/print.ts'
import { type Program, nameValues } from '../program/program.ts'
import { textNumber } from '../program/spelling.ts'
import { writeNumpy, writeTex } from '../program/write.ts'
import { runAll } from '../run/reference.ts'
import { type Tensor, scalar } from '../tensor/tensor.ts'
import { type TrainingState, tensorsOf } from '../train/state.ts'
import { type Learning, type Rows, trainingStep } from '../train/step.ts'
import { type Section, gradientName, inSections } from './sections.ts'
import { withShortOutputs } from './symbolic.ts'
import { typescriptCall } from './typescript.ts'

/** A value that the step was given. */
export interface GivenValue {
  readonly name: string
  readonly tensor: Tensor
}

/** One instruction, open to view. */
export interface OpenInstruction extends GivenValue {
  /** The part of the step that it belongs to: one object for all of its instructions, which stand together. */
  readonly section: Section
  readonly operation: string
  /** The names of its operands, or the number where an operand is a constant. */
  readonly operands: readonly string[]
  /** The operation with its operands and attributes: `matmul(x, yd, transposeA=true)`. */
  readonly call: string
  /** `yp = x @ w` */
  readonly numpy: { readonly name: string; readonly expression: string }
  readonly tex: { readonly name: string; readonly expression: string }
  /** `yp = x.matmul(w)`, in the words of this library. */
  readonly typescript: { readonly name: string; readonly expression: string }
  /** The name of the tensor of the state that this value replaces, if it does. */
  readonly replaces?: string
}

/** A step laid open. */
export interface OpenStep {
  readonly given: readonly GivenValue[]
  readonly instructions: readonly OpenInstruction[]
  readonly program: Program
  /** All values of the Program by their ids. */
  readonly tensors: readonly Tensor[]
}

const everything = (): boolean => true

/**
 * Runs one training step with the reference kernels and keeps everything.
 *
 * @param state before the step.
 */
export function openStep(
  specification: ModelSpecification,
  rows: Rows,
  learningRate: number,
  state: TrainingState,
  learning: Learning = {},
): OpenStep {
  const step = trainingStep(specification, { ...learning, gradientName: gradientName(Object.keys(state.parameters).length) })
  const alpha = scalar(learningRate, rows.x.dtype === 'float32' ? 'float32' : 'float64')
  const features = rows.x.shape[1] - (takesDummy(specification) ? 1 : 0)
  const { program, sections } = inSections(withShortOutputs(step.program(rows, alpha, state)), specification, features)
  const inputs = [rows.x, rows.yt, alpha, ...Object.values(tensorsOf(state))]
  const tensors = runAll(program, inputs)
  const names = nameValues(program)
  for (const { value, tensor } of program.constants)
    if (tensor.size === 1 && program.values[value].name === undefined) names[value] = textNumber(tensor.item(), tensor.dtype)
  const numpy = new Map(writeNumpy(program, everything).map((statement) => [statement.value, statement]))
  const tex = new Map(writeTex(program, everything).map((statement) => [statement.value, statement]))
  const replaced = new Map(program.outputs.map(({ name, value }) => [value, name]))
  return {
    program,
    tensors,
    given: program.inputs.map((value) => ({ name: names[value], tensor: tensors[value] })),
    instructions: program.instructions.map(({ output, operation, inputs: from, attributes }, i) => {
      const replaces = replaced.get(output)
      // An operand is called what its own statement calls it.
      const operands = from.map((id) => numpy.get(id)?.name ?? names[id])
      return {
        section: sections[i],
        name: numpy.get(output)!.name,
        tensor: tensors[output],
        operation,
        operands,
        call: `${operation}(${operands.join(', ')}${formatAttributes(attributes)})`,
        numpy: numpy.get(output)!,
        tex: tex.get(output)!,
        typescript: { name: numpy.get(output)!.name, expression: typescriptCall(operation, operands, attributes, program.values[from[0]].shape.length) },
        ...(replaces !== undefined && replaces in tensorsOf(state) ? { replaces } : {}),
      }
    }),
  }
}
