/** A step laid open, for the terminal, for TeX, and as plain data. */
import { type OpenStep, type Plan, type Tensor, formatShape, formatTensor } from 'kudari'
import type { Io, Voice } from '../io.ts'
import { learningMessages } from '../messages/learning.ts'
import { styled } from '../terminal/style.ts'
import { truncate } from '../terminal/width.ts'

/** Tensors are printed as NumPy prints them: beyond so many elements only the edges. */
const indent = (text: string, io: Io): string =>
  text
    .split('\n')
    .map((line) => truncate(`    ${line}`, Math.max(20, io.width)))
    .join('\n')

const typeText = ({ dtype, shape }: Tensor): string => (shape.length === 0 ? dtype : `${dtype} ${formatShape(shape)}`)

/** The data flow of a step: every value with its formula, operation, shape and numbers. */
export function stepText(step: OpenStep, number: number, plan: Plan, io: Io, voice: Voice): string {
  const { language } = voice
  const heading = (text: string) => styled(voice, 'bold', text)
  const dim = (text: string) => styled(voice, 'dim', text)
  const lines = [
    heading(learningMessages.stepHead[language]({ step: number, alpha: plan.learningRate })),
    '',
    heading(learningMessages.given[language]()),
    ...step.given.flatMap(({ name, tensor }) => [
      `  ${styled(voice, 'cyan', name)}  ${dim(typeText(tensor))}`,
      indent(formatTensor(tensor), io),
    ]),
    '',
    heading(learningMessages.instructions[language]()),
    ...step.instructions.flatMap(({ numpy, call, tensor, replaces }) => [
      `  ${styled(voice, replaces === undefined ? 'cyan' : 'green', numpy.name)} = ${numpy.expression}` +
        `  ${dim(`${call}  ${typeText(tensor)}`)}`,
      indent(formatTensor(tensor), io),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

/** Matrices of so many elements are written out. */
const WRITTEN_OUT = 24

const texNumber = (value: number): string => {
  const text = Number(value.toPrecision(6)).toString()
  const [digits, exponent] = text.split('e')
  return exponent === undefined ? text : String.raw`${digits} \times 10^{${Number(exponent)}}`
}

/** A tensor's numbers in TeX; of a large one its shape. */
function texValue(tensor: Tensor): string {
  const { shape, size, data } = tensor
  if (shape.length === 0) return `= ${texNumber(data[0])}`
  if (shape.length > 2 || size > WRITTEN_OUT) return String.raw`\in \mathbb{R}^{${shape.join(String.raw` \times `)}}`
  const columns = shape.length === 2 ? shape[1] : 1
  const rows = Array.from({ length: size / columns }, (_, i) =>
    Array.from(data.subarray(i * columns, (i + 1) * columns), texNumber).join(' & '),
  )
  return String.raw`= \begin{pmatrix} ${rows.join(String.raw` \\ `)} \end{pmatrix}`
}

/** The step as formulas with their numbers, one below the other. */
export function stepTex(step: OpenStep): string {
  const rows = step.instructions.map(({ tex, tensor }) => `  ${tex.name} &= ${tex.expression} ${texValue(tensor)}`)
  return [String.raw`\begin{aligned}`, rows.join(' \\\\\n'), String.raw`\end{aligned}`, ''].join('\n')
}

/** The step as plain data. */
export const stepObject = ({ given, instructions }: OpenStep) => ({
  given: given.map(({ name, tensor }) => ({ name, dtype: tensor.dtype, shape: tensor.shape, value: tensor.toArray() })),
  instructions: instructions.map(({ name, operation, operands, numpy, tex, tensor, replaces }) => ({
    name,
    operation,
    operands,
    numpy: `${numpy.name} = ${numpy.expression}`,
    tex: `${tex.name} = ${tex.expression}`,
    dtype: tensor.dtype,
    shape: tensor.shape,
    value: tensor.toArray(),
    ...(replaces !== undefined && { replaces }),
  })),
})
