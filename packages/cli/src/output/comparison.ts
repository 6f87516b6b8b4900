/** A comparison of runs in the terminal: a table, then the curves. */
import type { ComparedCurves, ComparisonColumn, ComparisonSummary } from '@kudari/report'
import { type Language, formatNumber } from 'kudari'
import type { Io, Voice } from '../io.ts'
import { cautions, comparisonTexts, partNames } from '../messages/compare.ts'
import { plotLines } from '../terminal/plot.ts'
import { type Style, printable, styled } from '../terminal/style.ts'
import { displayWidth, wrap } from '../terminal/width.ts'
import { type TextColumn, columnLines } from './columns.ts'
import { lossText } from './loss.ts'

/** Narrower terminals get lines of this width all the same. */
const NARROWEST = 40
const PLOT_LINES = 15

const styles: readonly Style[] = ['cyan', 'yellow', 'magenta', 'green', 'blue', 'red']
const styleOf = (run: number): Style => styles[run % styles.length]

/** Stands behind the best value, so that it is seen without colour too. */
const BEST = ' *'

function numberText(format: ComparisonColumn['format'], value: number | null): string {
  if (value === null) return '-'
  if (format === 'share') return `${(value * 100).toFixed(1)} %`
  if (format === 'loss') return lossText(value)
  return formatNumber(value, format === 'measure' ? 4 : format === 'seconds' ? 3 : 15)
}

function textColumn({ part, name, format, cells, best }: ComparisonColumn, voice: Voice): TextColumn {
  const { language } = voice
  const isLeft = format === 'text' || format === 'setting'
  const isBest = new Set(best)
  const texts = cells.map((cell, run) => {
    if (typeof cell === 'object' && cell !== null) return printable(cell[language])
    return numberText(format, cell) + (best.length === 0 ? '' : isBest.has(run) ? BEST : ' '.repeat(BEST.length))
  })
  return {
    ...(part && { group: partNames[part][language]() }),
    head: printable(name[language]) + (best.length === 0 ? '' : ' '.repeat(BEST.length)),
    cells: texts,
    isLeft,
    paint: (text, run) => (isBest.has(run) ? styled(voice, 'bold', text) : text),
  }
}

/** Texts in lines, the first behind a bullet. */
const bullet = (mark: string, text: string, width: number): string[] =>
  wrap(printable(text), width - 3).map((line, i) => (i === 0 ? `${mark} ${line}` : `  ${line}`))

/** More than two powers of ten lie on the floor of a linear axis. */
const isWide = ({ range: [low, high], isLogarithmic }: ComparedCurves): boolean => !isLogarithmic && low > 0 && high / low > 100

function curveLines(summary: ComparisonSummary, width: number, voice: Voice): string[] {
  const { language, color } = voice
  return summary.curves.flatMap(({ name, along, curves, range, isLogarithmic }) => {
    const positive = (y: readonly number[]) => y.map((value) => (value > 0 ? value : Number.NaN))
    const shown = curves.map(({ x, y }, run) => ({
      mark: summary.runs[run].mark,
      style: styleOf(run),
      x,
      y: isLogarithmic ? positive(y) : y,
    }))
    const logarithmic = isLogarithmic ? comparisonTexts.logarithmic[language]() : ''
    return [
      '',
      styled(voice, 'bold', name[language]) + logarithmic,
      ...plotLines(shown, { columns: width, lines: PLOT_LINES, range, isLogarithmic, xName: along[language], color }),
    ]
  })
}

/** Which letter and colour is which run, in as few lines as possible. */
function legendLines({ runs }: ComparisonSummary, width: number, voice: Voice): string[] {
  const lines: { text: string; columns: number }[] = []
  for (const [run, { mark, name }] of runs.entries()) {
    const shown = printable(name)
    const columns = displayWidth(shown) + 2
    const text = `${styled(voice, styleOf(run), mark)} ${shown}`
    const last = lines.at(-1)
    if (last && last.columns + 3 + columns <= width) {
      last.text += `   ${text}`
      last.columns += 3 + columns
    } else lines.push({ text, columns })
  }
  return lines.map(({ text }) => text)
}

const inLanguage = (texts: readonly Readonly<Record<Language, string>>[], language: Language): string[] => texts.map((text) => text[language])

/** The whole comparison, line by line. */
export function comparisonLines(summary: ComparisonSummary, io: Pick<Io, 'width'>, voice: Voice): string[] {
  const { language } = voice
  const width = Math.max(NARROWEST, io.width)
  const { runs, columns, shared, warnings, notes, verdict, curves } = summary
  const marks: TextColumn = {
    head: '',
    cells: runs.map(({ mark }) => mark),
    isLeft: true,
    paint: (text, run) => styled(voice, styleOf(run), text),
  }
  const names: TextColumn = { head: comparisonTexts.run[language](), cells: runs.map(({ name }) => printable(name)), isLeft: true }
  const sharedText = `${(runs.length === 1 ? comparisonTexts.settings : comparisonTexts.shared)[language]()}: ${shared.map(({ name, value }) => `${name} ${value[language]}`).join(' · ')}`
  const hasBest = columns.some(({ best }) => best.length > 0)
  const dim = (text: string): string => styled(voice, 'dim', text)
  return [
    ...inLanguage(warnings, language).flatMap((text) => bullet('!', text, width)).map((line) => styled(voice, 'yellow', line)),
    ...(warnings.length > 0 ? [''] : []),
    ...columnLines(marks, [names, ...columns.map((column) => textColumn(column, voice))], width, dim),
    ...(hasBest ? [dim(`* ${comparisonTexts.best[language]()}`)] : []),
    ...curveLines(summary, width, voice),
    ...(curves.length === 0 ? ['', comparisonTexts.noCurve[language]()] : ['', ...legendLines(summary, width, voice)]),
    '',
    ...(verdict ? wrap(printable(verdict[language]), width - 1).map((line) => styled(voice, 'bold', line)) : []),
    ...[sharedText, ...inLanguage(notes, language), ...(curves.some(isWide) ? [cautions.wideRange[language]()] : [])]
      .flatMap((text) => bullet('·', text, width)).map(dim),
  ]
}
