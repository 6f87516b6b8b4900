/** Measures of a model as tables for the terminal. */
import { type ClassLabel, type Language, type Metrics, formatNumber } from 'kudari'
import { learningMessages } from '../messages/learning.ts'
import { displayWidth, padEnd, padStart } from '../terminal/width.ts'
import { printable } from '../terminal/style.ts'

const texts = learningMessages

/** Rows of texts as columns: the first to the left, the others to the right. */
export function layOut(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, j) => Math.max(...rows.map((row) => displayWidth(row[j]))))
  return rows.map((row) =>
    row.map((cell, j) => (j === 0 ? padEnd(cell, widths[j]) : padStart(cell, widths[j]))).join('  ').trimEnd(),
  )
}

const share = (value: number): string => `${(value * 100).toFixed(1)} %`
const plain = (value: number): string => formatNumber(value, 4)

/** The measures of a task that are one number, in the order of their importance. */
function single(metrics: Metrics): [keyof typeof texts.measures, string][] {
  if (metrics.task === 'regression')
    return (['rmse', 'mae', 'mse', 'r2'] as const).map((name) => [name, plain(metrics[name])])
  return [
    ['accuracy', share(metrics.accuracy)],
    ['logLoss', plain(metrics.logLoss)],
    ...(metrics.rocAuc === undefined ? [] : [['rocAuc', plain(metrics.rocAuc)] as ['rocAuc', string]]),
    ['macroF1', plain(metrics.macro.f1)],
  ]
}

/** A table of measures: a line for each, a column for each part of the rows. */
export function measureLines(
  parts: readonly { readonly name: string; readonly rows: number; readonly metrics: Metrics }[],
  language: Language,
): string[] {
  const measured = parts.map(({ metrics }) => new Map(single(metrics)))
  const names = [...measured[0].keys()]
  return layOut([
    ['', ...parts.map(({ name }) => name)],
    [texts.rows[language](), ...parts.map(({ rows }) => `${rows}`)],
    ...names.map((name) => [texts.measures[name][language](), ...measured.map((values) => values.get(name) ?? '')]),
  ])
}

/** Classes are listed one by one up to so many. */
const CLASSES_SHOWN = 20

/** For classifiers: precision, recall and F1 of every class. */
export function classLines(metrics: Metrics, classes: readonly ClassLabel[], language: Language): string[] {
  if (metrics.task === 'regression' || classes.length > CLASSES_SHOWN) return []
  const { name, precision, recall, f1, support } = texts.perClass
  return layOut([
    [name, precision, recall, f1, support].map((text) => text[language]()),
    ...metrics.perClass.map((scores, k) => [
      printable(String(classes[k])),
      share(scores.precision),
      share(scores.recall),
      plain(scores.f1),
      `${scores.support}`,
    ]),
  ])
}

/** The measures as `--json` gives them; numbers that are not finite become `null`. */
export const measureObject = (metrics: Metrics): Record<string, unknown> =>
  Object.fromEntries(Object.entries(metrics).filter(([name]) => name !== 'task'))
