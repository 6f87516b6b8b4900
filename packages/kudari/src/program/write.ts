/** A Program as formulas (TeX) and as code (NumPy): one statement for each value that has a name or is used twice. */
import { type Notation, type Written, atom, precedence } from '../ops/notation.ts'
import { operations } from '../ops/table.ts'
import type { DType } from '../tensor/dtype.ts'
import { type Instruction, type Program, type ValueId, countUses, numbersInPlace, uniqueNames } from './program.ts'
import { numpyNumber, pythonName, pythonNumber, texName, texNumber } from './spelling.ts'

/** One statement: `yd = yp - yt`. */
export interface Statement {
  readonly value: ValueId
  readonly name: string
  readonly expression: string
}

/** How a language writes names, numbers, and operations. */
interface Dialect {
  readonly notation: 'numpy' | 'tex'
  readonly name: (name: string) => string
  /** @param isAlone whether no tensor of the same dtype stands beside the number. */
  readonly number: (value: number, dtype: DType, isAlone: boolean) => Written
}

/** A number in writing: a sign or a power of ten makes it less than an atom. */
function writtenNumber(text: string): Written {
  const isPlain = !text.startsWith('-') && !text.includes('^')
  return isPlain ? atom(text) : { text, precedence: text.startsWith('-') ? precedence.sign : precedence.product }
}

const numpy: Dialect = {
  notation: 'numpy',
  name: pythonName,
  number: (value, dtype, isAlone) =>
    isAlone ? atom(numpyNumber(value, dtype)) : writtenNumber(pythonNumber(value, dtype)),
}

const tex: Dialect = {
  notation: 'tex',
  name: texName,
  number: (value, dtype) => writtenNumber(texNumber(value, dtype)),
}

/** How many operations one statement holds at most: what is longer is nobody's idea of a formula. */
const LONGEST = 12

/** Which values get a statement of their own, and which constants are written as numbers where they are used. */
interface Plan {
  readonly isStatement: readonly boolean[]
  readonly numbers: ReadonlyMap<ValueId, number>
}

function planStatements(program: Program, isShown: (value: ValueId) => boolean): Plan {
  const uses = countUses(program)
  const isOutput = new Set(program.outputs.map(({ value }) => value))
  const isStatement = program.values.map(() => false)
  const operationsIn = program.values.map(() => 0)
  for (const { output, inputs } of program.instructions) {
    const isNamed = program.values[output].name !== undefined
    const length = inputs.reduce((total, input) => total + operationsIn[input], 1)
    isStatement[output] = isNamed || uses[output] > 1 || isOutput.has(output) || isShown(output) || length >= LONGEST
    operationsIn[output] = isStatement[output] ? 0 : length
  }
  const numbers = numbersInPlace(program)
  for (const value of isOutput) numbers.delete(value)
  return { isStatement, numbers }
}

/** For each statement the values that its expression reads: what is written into it counts for what it reads itself. */
function readsOf({ instructions, values }: Program, { isStatement }: Plan): Map<ValueId, ReadonlySet<ValueId>> {
  const inlined: ReadonlySet<ValueId>[] = values.map((_, id) => new Set([id]))
  const reads = new Map<ValueId, ReadonlySet<ValueId>>()
  for (const { output, inputs } of instructions) {
    const read = new Set(inputs.flatMap((input) => [...inlined[input]]))
    if (isStatement[output]) reads.set(output, read)
    else inlined[output] = read
  }
  return reads
}

/**
 * The outputs that may be assigned to the name of an input, as in the talk's `w = w - ...`: those that are to have that
 * name, after which nobody reads the input. The input's id by the output's.
 */
function overwrites(program: Program, plan: Plan, wanted: readonly (string | undefined)[]): Map<ValueId, ValueId> {
  const reads = readsOf(program, plan)
  const lastReader = new Map<ValueId, number>()
  const position = new Map([...reads.keys()].map((statement, i) => [statement, i]))
  for (const [statement, read] of reads) for (const value of read) lastReader.set(value, position.get(statement)!)
  const isOutput = new Set(program.outputs.map(({ value }) => value))
  const found = new Map<ValueId, ValueId>()
  for (const input of program.inputs) {
    const updated = program.outputs.find(({ value }) => reads.has(value) && wanted[value] === wanted[input])?.value
    if (updated === undefined || isOutput.has(input)) continue
    if ((lastReader.get(input) ?? 0) <= position.get(updated)!) found.set(updated, input)
  }
  return found
}

/** The names of the values that have one in writing; `''` for those written into the expressions that use them. */
function writtenNames(program: Program, plan: Plan, dialect: Dialect): string[] {
  const results = new Map(program.outputs.toReversed().map(({ name, value }) => [value, name]))
  const isInstruction = new Set(program.instructions.map(({ output }) => output))
  const wanted = program.values.map(({ name }, id) => {
    if (isInstruction.has(id) ? !plan.isStatement[id] : plan.numbers.has(id)) return ''
    return name ?? results.get(id)
  })
  const overwritten = overwrites(program, plan, wanted)
  const names = uniqueNames(
    wanted.map((name, id) => (overwritten.has(id) ? '' : name)),
    program.inputs,
    dialect.name,
  )
  for (const [output, input] of overwritten) names[output] = names[input]
  return names
}

function writeProgram(program: Program, dialect: Dialect, isShown: (value: ValueId) => boolean): Statement[] {
  const plan = planStatements(program, isShown)
  const names = writtenNames(program, plan, dialect)
  const written: Written[] = names.map(atom)
  const operand = ({ inputs }: Instruction, id: ValueId): Written => {
    const number = plan.numbers.get(id)
    if (number === undefined) return written[id]
    const { dtype } = program.values[id]
    const isAlone = !inputs.some((other) => !plan.numbers.has(other) && program.values[other].dtype === dtype)
    return dialect.number(number, dtype, isAlone)
  }
  const statements: Statement[] = []
  for (const instruction of program.instructions) {
    const { output, operation, inputs, attributes } = instruction
    const notation: Notation = operations.get(operation)![dialect.notation]
    const expression = notation(
      inputs.map((id) => operand(instruction, id)),
      attributes,
      { inputs: inputs.map((id) => program.values[id]), output: program.values[output] },
    )
    if (plan.isStatement[output]) statements.push({ value: output, name: names[output], expression: expression.text })
    else written[output] = expression
  }
  return statements
}

const onlyWhereNeeded = (): boolean => false

/**
 * The Program as NumPy statements; what is used once and has no name is written into the statement that uses it. The
 * statement of an output bears the name that its author gave the value, else the output's; where that is the name of an
 * input which is not read any more, it takes the input's place: `w = w - ...`.
 *
 * @param isShown which other values to give a statement of their own.
 * @example
 * writeNumpy(program).map(({ name, expression }) => `${name} = ${expression}`)
 * // ['yp = x @ w', 'yd = yp - yt', 'w = w - alpha * (x.T @ yd) / 5']
 */
export const writeNumpy = (program: Program, isShown = onlyWhereNeeded): Statement[] => writeProgram(program, numpy, isShown)

/** The Program as TeX formulas, statement by statement as in {@link writeNumpy}. */
export const writeTex = (program: Program, isShown = onlyWhereNeeded): Statement[] => writeProgram(program, tex, isShown)

/**
 * The names of a Program's values in {@link writeNumpy}: for inputs and constants what must be given to the statements,
 * for outputs where the results are found; `''` for values that are written into the expressions that use them.
 */
export const numpyNames = (program: Program, isShown = onlyWhereNeeded): string[] =>
  writtenNames(program, planStatements(program, isShown), numpy)

/** The Python functions that the NumPy statements of a Program call and NumPy does not have. */
export function numpyHelpers(program: Program): string[] {
  const helpers = program.instructions.flatMap(({ operation }) => operations.get(operation)!.numpyHelper ?? [])
  return [...new Set(helpers)]
}
