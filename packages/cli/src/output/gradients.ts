/** A check of the gradient as a table. */
import { type CheckedTensor, type GradientCheck, formatNumber, formatShape } from 'kudari'
import type { Io, Voice } from '../io.ts'
import { gradientTexts } from '../messages/gradients.ts'
import { styled } from '../terminal/style.ts'
import { wrap } from '../terminal/width.ts'
import { type TextColumn, columnLines } from './columns.ts'

const texts = gradientTexts

/** `W1[0, 3]`, and `b` where it is a single number. */
export const elementText = (name: string, index: readonly number[]): string => (index.length === 0 ? name : `${name}[${index.join(', ')}]`)

const sizeOf = ({ shape }: CheckedTensor): number => shape.reduce((a, b) => a * b, 1)

/** The check tensor by tensor, and what it says of the whole. */
export function gradientLines({ rows, tensors, tolerance, isFine }: GradientCheck, io: Io, voice: Voice): string[] {
  const { language } = voice
  const width = Math.max(20, io.width - 1)
  const kinks = tensors.reduce((sum, one) => sum + one.kinks, 0)
  const column = (head: string, cell: (one: CheckedTensor) => string): TextColumn => ({ head, cells: tensors.map(cell), isLeft: false })
  const table = columnLines(
    { head: texts.tensor[language](), cells: tensors.map(({ name }) => name), isLeft: true },
    [
      column(texts.shape[language](), ({ shape }) => formatShape(shape)),
      column(texts.checked[language](), (one) => texts.of[language]({ checked: one.checked, size: sizeOf(one) })),
      ...(kinks > 0 ? [column(texts.kinks[language](), (one) => `${one.kinks}`)] : []),
      {
        ...column(texts.relative[language](), ({ worst }) => (worst ? formatNumber(worst.relative, 2) : '')),
        paint: (text, row) => styled(voice, tensors[row].isFine ? 'green' : 'red', text),
      },
      column(texts.index[language](), ({ worst }) => (worst && worst.index.length > 0 ? `[${worst.index.join(', ')}]` : '')),
    ],
    io.width,
    (text) => styled(voice, 'bold', text),
  )
  return [
    ...wrap(texts.head[language]({ rows }), width),
    '',
    ...table,
    '',
    ...(kinks > 0 ? wrap(texts.kinksNote[language]({ kinks }), width).map((line) => styled(voice, 'dim', line)) : []),
    ...(isFine ? wrap(texts.fine[language]({ tolerance }), width) : []),
  ]
}
