/** The step that begins at a moment as a list that can be read: every instruction with its formula and code. */
import { type OpenInstruction, type Program, type Section, type Shape, numbersInPlace, operations } from 'kudari'
import type { Moment } from '../moment.ts'
import { openedStep } from '../opened.ts'

/** A value of the step: what was given, or the result of an instruction. */
export interface ValueView {
  /** Its number in the Program: unique, as its name may not be. */
  readonly id: number
  readonly name: string
  readonly tex: string
  readonly shape: Shape
  readonly dtype: string
}

export interface InstructionView extends ValueView {
  readonly section: Section
  readonly operation: string
  /** In TeX, with every value in a class of its own: `v3`. */
  readonly formula: string
  readonly numpy: string
  readonly typescript: string
  /** Values that it reads, by id; numbers written in place are not among them. */
  readonly operands: readonly number[]
  /** The tensor of the state that it replaces. */
  readonly replaces?: string
}

export interface StepView {
  readonly iteration: number
  readonly learningRate: number
  readonly rows: number
  readonly shown: number
  readonly given: readonly ValueView[]
  readonly instructions: readonly InstructionView[]
}

/** A name in a class, so that the page can find it in the formula. */
const marked = (id: number, tex: string): string => `\\htmlClass{v${id}}{${tex}}`

function formulaOf(program: Program, i: number, texOf: (id: number) => string): string {
  const { operation, inputs, attributes, output } = program.instructions[i]
  const numbers = numbersInPlace(program)
  const operands = inputs.map((id) => ({ text: numbers.has(id) ? texOf(id) : marked(id, texOf(id)), precedence: 6 }))
  const { text } = operations.get(operation)!.tex(operands, attributes, { inputs: inputs.map((id) => program.values[id]), output: program.values[output] })
  return `${marked(output, texOf(output))} = ${text}`
}

export function step(moment: Moment): StepView {
  const { step: { program, instructions }, names, texOf, rows, shown, learningRate } = openedStep(moment)
  const valueOf = (id: number): ValueView => {
    const { shape, dtype } = program.values[id]
    return { id, name: names.get(id)!.name, tex: texOf(id), shape, dtype }
  }
  const viewOf = ({ section, operation, numpy, typescript, replaces }: OpenInstruction, i: number): InstructionView => ({
    ...valueOf(program.instructions[i].output),
    section, operation,
    formula: formulaOf(program, i, texOf),
    numpy: `${numpy.name} = ${numpy.expression}`,
    typescript: `${typescript.name} = ${typescript.expression}`,
    operands: program.instructions[i].inputs.filter((id) => names.has(id)),
    ...(replaces !== undefined && { replaces }),
  })
  return { iteration: moment.iteration, learningRate, rows, shown, given: program.inputs.map(valueOf), instructions: instructions.map(viewOf) }
}
