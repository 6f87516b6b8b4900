/** A step laid open, for the terminal, for TeX, and as plain data. */
import { type Language, type OpenInstruction, type OpenStep, type Section, type Tensor, formatShape, formatTensor, sectionText, sectionTexts } from 'kudari'
import type { Io, Voice } from '../io.ts'
import { learningMessages } from '../messages/learning.ts'
import { styled } from '../terminal/style.ts'
import { truncate } from '../terminal/width.ts'

/** Tensors of more elements, or of more lines, are shortened as NumPy does it. */
const ELEMENTS_PRINTED = 100
const LINES_PRINTED = 12

/** So many elements at either end of an axis are left of a long tensor of so many axes. */
const edgeItems = (axes: number): number => (axes <= 2 ? 3 : axes === 3 ? 2 : 1)

/** The numbers of a tensor, set in. */
function numbers(tensor: Tensor, io: Io): string {
  const { size, shape, ndim } = tensor
  const isLong = size > ELEMENTS_PRINTED || size / (shape.at(-1) ?? 1) > LINES_PRINTED
  return formatTensor(tensor, { threshold: isLong ? 0 : size, edgeItems: edgeItems(ndim) })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => truncate(`    ${line}`, Math.max(20, io.width)))
    .join('\n')
}

const typeText = ({ dtype, shape }: Tensor): string => (shape.length === 0 ? dtype : `${dtype} ${formatShape(shape)}`)

/** Instructions with the part of the step that they belong to. */
function bySection(instructions: readonly OpenInstruction[]): { readonly section: Section; readonly own: OpenInstruction[] }[] {
  const parts: { readonly section: Section; readonly own: OpenInstruction[] }[] = []
  for (const instruction of instructions) {
    if (parts.at(-1)?.section !== instruction.section) parts.push({ section: instruction.section, own: [] })
    parts.at(-1)!.own.push(instruction)
  }
  return parts
}

/** The data flow of a step, part by part: every value with its formula, operation, shape and numbers. */
export function stepText(step: OpenStep, number: number, learningRate: number, io: Io, voice: Voice): string {
  const { language } = voice
  const heading = (text: string) => styled(voice, 'bold', text)
  const dim = (text: string) => styled(voice, 'dim', text)
  const instructionLines = ({ numpy, call, tensor, replaces }: OpenInstruction): string[] => [
    `  ${styled(voice, replaces === undefined ? 'cyan' : 'green', numpy.name)} = ${numpy.expression}` +
      `  ${dim(`${call}  ${typeText(tensor)}`)}`,
    numbers(tensor, io),
  ]
  const lines = [
    heading(learningMessages.stepHead[language]({ step: number, alpha: learningRate })),
    '',
    heading(sectionTexts.given[language]()),
    ...step.given.flatMap(({ name, tensor }) => [
      `  ${styled(voice, 'cyan', name)}  ${dim(typeText(tensor))}`,
      numbers(tensor, io),
    ]),
    ...bySection(step.instructions).flatMap(({ section, own }) => ['', heading(sectionText(section, language)), ...own.flatMap(instructionLines)]),
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

/** Text between formulas, with what TeX has a use for escaped. */
const texText = (text: string): string => text.replaceAll('_', String.raw`\_`)

/** The step as formulas with their numbers, one below the other, a heading above every part. */
export function stepTex(step: OpenStep, language: Language): string {
  const rows = bySection(step.instructions).flatMap(({ section, own }) => [
    String.raw`  & \textbf{${texText(sectionText(section, language))}}`,
    ...own.map(({ tex, tensor }) => `  ${tex.name} &= ${tex.expression} ${texValue(tensor)}`),
  ])
  return [String.raw`\begin{aligned}`, rows.join(' \\\\\n'), String.raw`\end{aligned}`, ''].join('\n')
}

/** The step as plain data. */
export const stepObject = ({ given, instructions }: OpenStep) => ({
  given: given.map(({ name, tensor }) => ({ name, dtype: tensor.dtype, shape: tensor.shape, value: tensor.toArray() })),
  instructions: instructions.map(({ section, name, operation, operands, numpy, tex, tensor, replaces }) => ({
    section,
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
