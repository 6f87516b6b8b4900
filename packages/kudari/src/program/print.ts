/** A Program as text: one line an instruction, `yd = subtract(yp, yt)`, with the type of every value. */
import type { Attributes, TensorType } from '../tensor/tensor.ts'
import { type Program, type ValueId, nameValues, numbersInPlace } from './program.ts'
import { textNumber } from './spelling.ts'

/** A type as text: `float64[5, 2]`. */
export const formatType = ({ dtype, shape }: TensorType): string => `${dtype}[${shape.join(', ')}]`

/** Attributes as they follow the operands of a call: `, transposeA=true`; what is false is not said. */
export const formatAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => `, ${name}=${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`)
    .join('')

/**
 * The Program as text, the same for equal Programs: single numbers stand where they are used, other constants are listed
 * by type.
 *
 * @example
 * program(x: float64[5, 2], w: float64[2])
 *   yp = matmul(x, w)  : float64[5]
 *   return result = yp
 */
export function printProgram(program: Program): string {
  const numbers = numbersInPlace(program)
  const names = nameValues(program, (id) => !numbers.has(id))
  const spell = (id: ValueId): string => {
    const number = numbers.get(id)
    return number === undefined ? names[id] : textNumber(number, program.values[id].dtype)
  }
  const inputs = program.inputs.map((id) => `${names[id]}: ${formatType(program.values[id])}`)
  const constants = program.constants
    .filter(({ value }) => !numbers.has(value))
    .map(({ value }) => `  ${names[value]} = constant  : ${formatType(program.values[value])}`)
  const lines = program.instructions.map(({ output, operation, inputs: from, attributes }) => {
    const call = `${operation}(${from.map(spell).join(', ')}${formatAttributes(attributes)})`
    return `  ${names[output]} = ${call}  : ${formatType(program.values[output])}`
  })
  const outputs = program.outputs.map(({ name, value }) => `${name} = ${spell(value)}`)
  return [`program(${inputs.join(', ')})`, ...constants, ...lines, `  return ${outputs.join(', ')}`].join('\n')
}
