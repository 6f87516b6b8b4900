/** A Program as text: one line an instruction, `yd = subtract(yp, yt)`, with the type of every value. */
import type { Attributes, TensorType } from '../tensor/tensor.ts'
import { type Program, nameValues } from './program.ts'

const formatType = ({ dtype, shape }: TensorType): string => `${dtype}[${shape.join(', ')}]`

const formatAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => `, ${name}=${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`)
    .join('')

/**
 * The Program as text, the same for equal Programs: constants of one number stand where they are used, larger ones are
 * listed by type.
 *
 * @example
 * program(x: float64[5, 2], w: float64[2])
 *   yp = matmul(x, w)  : float64[5]
 *   return result = yp
 */
export function printProgram(program: Program): string {
  const names = nameValues(program)
  const constants: string[] = []
  for (const { value, tensor } of program.constants)
    if (tensor.size === 1 && !tensor.recorder && program.values[value].name === undefined) names[value] = `${tensor.item()}`
    else constants.push(`  ${names[value]} = constant  : ${formatType(program.values[value])}`)
  const inputs = program.inputs.map((id) => `${names[id]}: ${formatType(program.values[id])}`)
  const lines = program.instructions.map(({ output, operation, inputs: from, attributes }) => {
    const operands = from.map((id) => names[id]).join(', ')
    return `  ${names[output]} = ${operation}(${operands}${formatAttributes(attributes)})  : ${formatType(program.values[output])}`
  })
  const outputs = program.outputs.map(({ name, value }) => `${name} = ${names[value]}`)
  return [`program(${inputs.join(', ')})`, ...constants, ...lines, `  return ${outputs.join(', ')}`].join('\n')
}
