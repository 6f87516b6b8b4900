/** A Program as formulas (TeX) and as code (NumPy): one statement for each value that has a name or is used twice. */
import { operations } from '../ops/table.ts'
import { type Notation, type Written, atom, precedence } from '../ops/notation.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { type Program, type ValueId, countUses, nameValues } from './program.ts'

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
  readonly number: (value: number) => string
}

const numpy: Dialect = {
  notation: 'numpy',
  name: (name) => name.replaceAll(/\W/g, '_'),
  number: (value) => (Number.isFinite(value) ? `${value}` : `np.${Number.isNaN(value) ? 'nan' : 'inf'}`),
}

const greek = new Set(['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'eta', 'theta', 'lambda', 'mu', 'sigma', 'tau', 'phi'])

/** A name in TeX: `yp` is y with index p (the talk's y predicted), `w0` is w with index 0, `alpha` the Greek letter. */
export function texName(name: string): string {
  if (greek.has(name)) return `\\${name}`
  const parts = /^([A-Za-z])([a-z]?\d*)$/.exec(name)
  if (parts) return parts[2] === '' ? name : `${parts[1]}_{${parts[2]}}`
  return `\\mathit{${name.replaceAll(/[_.]/g, '\\_')}}`
}

const tex: Dialect = {
  notation: 'tex',
  name: texName,
  number: (value) => {
    const [digits, exponent] = `${value}`.split('e')
    return exponent === undefined ? digits : `${digits} \\times 10^{${Number(exponent)}}`
  },
}

const isInline = (tensor: Tensor): boolean => tensor.size === 1 && !tensor.recorder

function writeProgram(program: Program, dialect: Dialect, isShown: (value: ValueId) => boolean): Statement[] {
  const names = nameValues(program).map(dialect.name)
  const uses = countUses(program)
  const written: Written[] = program.values.map((_, id) => atom(names[id]))
  for (const { value, tensor } of program.constants) {
    if (!isInline(tensor) || program.values[value].name !== undefined) continue
    const number = tensor.item()
    written[value] = { text: dialect.number(number), precedence: number < 0 ? precedence.sign : precedence.atom }
  }
  const statements: Statement[] = []
  const outputs = new Map(program.outputs.map(({ name, value }) => [value, dialect.name(name)]))
  for (const { output, operation, inputs, attributes } of program.instructions) {
    const notation: Notation = operations.get(operation)![dialect.notation]
    const expression = notation(
      inputs.map((id) => written[id]),
      attributes,
      { inputs: inputs.map((id) => program.values[id]), output: program.values[output] },
    )
    const isNamed = program.values[output].name !== undefined
    const result = outputs.get(output)
    if (isNamed || uses[output] > 1 || result !== undefined || isShown(output)) {
      const name = isNamed || result === undefined ? names[output] : result
      statements.push({ value: output, name, expression: expression.text })
      written[output] = atom(name)
    } else written[output] = expression
  }
  return statements
}

const onlyWhereNeeded = (): boolean => false

/**
 * The Program as NumPy statements; what is used once and has no name is written into the statement that uses it.
 *
 * @example
 * writeNumpy(program).map(({ name, expression }) => `${name} = ${expression}`)
 * // ['yp = x @ w', 'yd = yp - yt', 'w = w - alpha * (x.T @ yd) / 5']
 */
export const writeNumpy = (program: Program, isShown = onlyWhereNeeded): Statement[] => writeProgram(program, numpy, isShown)

/** The Program as TeX formulas, statement by statement as in {@link writeNumpy}. */
export const writeTex = (program: Program, isShown = onlyWhereNeeded): Statement[] => writeProgram(program, tex, isShown)

/** The Python functions that the NumPy statements of a Program call and NumPy does not have. */
export function numpyHelpers(program: Program): string[] {
  const helpers = program.instructions.flatMap(({ operation }) => operations.get(operation)!.numpyHelper ?? [])
  return [...new Set(helpers)]
}
