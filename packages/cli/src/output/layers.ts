/** What goes on inside of a network at a step, layer by layer, as text and as plain data. */
import { type Diagnosis, findingText, formatNumber, healthyText } from 'kudari'
import type { Io, Voice } from '../io.ts'
import { layerTexts } from '../messages/explain.ts'
import { styled } from '../terminal/style.ts'
import { wrap } from '../terminal/width.ts'
import { type TextColumn, columnLines } from './columns.ts'

const plain = (value: number): string => formatNumber(value, 3)
const percent = (share: number): string => `${formatNumber(share * 100, 3)} %`

/** Findings as paragraphs with a mark in front. */
export function findingLines({ findings }: Pick<Diagnosis, 'findings'>, io: Io, voice: Voice): string[] {
  return findings.flatMap((finding) =>
    wrap(findingText[voice.language](finding), Math.max(20, io.width - 3)).map((line, i) => styled(voice, 'yellow', i === 0 ? `! ${line}` : `  ${line}`)))
}

/** Tables of the layers with weights and of the activations, and what is wrong. */
export function layersText(diagnosis: Diagnosis, io: Io, voice: Voice): string {
  const { language } = voice
  const { weights, activations, findings, rows } = diagnosis
  const text = (name: keyof typeof layerTexts): string => layerTexts[name][language]()
  const bold = (line: string): string => styled(voice, 'bold', line)
  const numbers = (head: string, cells: readonly string[], group?: string): TextColumn => ({ head, cells, isLeft: false, ...(group !== undefined && { group }) })
  const layers = (all: readonly { readonly place: string; readonly type: string }[]): TextColumn =>
    ({ head: text('layer'), cells: all.map(({ place, type }) => `${place} ${type}`), isLeft: true })
  const sizes = (of: 'gradient' | 'weights'): TextColumn[] => [
    numbers(text('norm'), weights.map((one) => plain(one[of].norm)), text(of)),
    numbers(text('rootMeanSquare'), weights.map((one) => plain(one[of].rootMeanSquare)), text(of)),
  ]
  const weightTable = columnLines(
    layers(weights),
    [
      { head: '', cells: weights.map(({ name }) => name), isLeft: true },
      ...sizes('gradient'),
      ...sizes('weights'),
      numbers(text('ratio'), weights.map(({ ratio }) => plain(ratio))),
      numbers(text('arriving'), weights.map(({ arriving }) => plain(arriving))),
    ],
    io.width,
    bold,
  )
  const optional = (name: 'dead' | 'saturated', cell: (one: Diagnosis['activations'][number]) => string | undefined): TextColumn[] => {
    const cells = activations.map((one) => cell(one) ?? '')
    return cells.some((one) => one !== '') ? [numbers(text(name), cells)] : []
  }
  const activationTable = columnLines(
    layers(activations),
    [
      numbers(text('mean'), activations.map(({ mean }) => plain(mean))),
      numbers(text('deviation'), activations.map(({ deviation }) => plain(deviation))),
      ...optional('dead', ({ dead, units }) => (dead === undefined ? undefined : `${dead} / ${units}`)),
      ...optional('saturated', ({ saturated }) => (saturated === undefined ? undefined : percent(saturated))),
    ],
    io.width,
    bold,
  )
  const remarks = findings.length > 0 ? findingLines(diagnosis, io, voice) : wrap(healthyText[language]({ rows }), Math.max(20, io.width - 1))
  return [
    '',
    bold(text('head')),
    ...weightTable,
    ...wrap(text('note'), Math.max(20, io.width - 1)).map((line) => styled(voice, 'dim', line)),
    ...(activations.length > 0 ? ['', ...activationTable] : []),
    '',
    ...remarks,
    '',
  ].join('\n')
}

/** The same as plain data. */
export const layersObject = ({ findings, ...measured }: Diagnosis, { language }: Voice): Record<string, unknown> => ({
  ...measured,
  findings: findings.map((finding) => ({ ...finding, message: findingText[language](finding) })),
})
