/** The table of a comparison, column by column, with the best value of each measure. */
import { type Bilingual, type ComparisonColumn, modelNameOf, modelNames, plain } from '@kudari/report'
import type { Message, Metrics } from 'kudari'
import { columnNames, outcomeWords } from '../messages/compare.ts'
import type { Comparable } from './comparable.ts'
import { type Run, lowestValidation, stepsPerEpoch } from './run.ts'
import { type Settings, isSame, layersText, settingNames, settingText } from './settings.ts'

type Cell = Bilingual | number | null
type Part = 'train' | 'validation'

/** Numbers that are none, as records and histories of diverged runs hold them, are no value. */
const finite = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** The model in words; with its layers where the name alone does not say what it is. */
function modelText({ record: { settled } }: Run, runs: readonly Run[]): Bilingual {
  const name = modelNameOf(settled.specification)
  const { en, ja } = plain(modelNames[name])
  const layers = layersText(settled.specification)
  const namesakes = runs.map(({ record }) => record.settled.specification).filter((other) => modelNameOf(other) === name)
  const isTold = name === 'network' || namesakes.some((other) => layersText(other) !== layers)
  return isTold ? { en: `${en}: ${layers}`, ja: `${ja}: ${layers}` } : { en, ja }
}

/** The runs with the best value. None where there is nothing to choose from; a run that diverged has no model and cannot be best. */
function bestOf(runs: readonly Run[], cells: readonly Cell[], better: 'low' | 'high'): number[] {
  const candidates = runs.flatMap(({ hasDiverged }, i) => {
    const value = cells[i]
    return typeof value === 'number' && !hasDiverged ? [{ i, value: better === 'low' ? value : -value }] : []
  })
  const best = Math.min(...candidates.map(({ value }) => value))
  const chosen = candidates.filter(({ value }) => value === best)
  return chosen.length === candidates.length ? [] : chosen.map(({ i }) => i)
}

/** The measures that are told, by task: which is better, and how they are written. */
const measures = {
  regression: [
    { name: 'r2', better: 'high', format: 'measure' },
    { name: 'rmse', better: 'low', format: 'measure' },
  ],
  classification: [
    { name: 'accuracy', better: 'high', format: 'share' },
    { name: 'logLoss', better: 'low', format: 'measure' },
  ],
} as const

type MeasureName = (typeof measures)[Metrics['task']][number]['name']

function measureColumns(runs: readonly Run[], part: Part, isComparable: boolean): ComparisonColumn[] {
  const tasks = [...new Set(runs.map(({ record }) => record.metrics.train.task))]
  const valueOf = ({ record }: Run, name: MeasureName): number | null =>
    finite((record.metrics[part] as Readonly<Record<string, unknown>> | undefined)?.[name])
  return tasks.flatMap((task) =>
    measures[task].map(({ name, better, format }) => {
      const cells = runs.map((run) => valueOf(run, name))
      return { part, name: plain(columnNames[name]), format, cells, best: isComparable ? bestOf(runs, cells, better) : [] }
    }),
  )
}

const text = (name: Message, cells: readonly Cell[]): ComparisonColumn => ({ name: plain(name), format: 'text', isAside: true, cells, best: [] })
const count = (name: Message, cells: readonly Cell[], part?: Part): ComparisonColumn =>
  ({ ...(part && { part }), name: plain(name), format: 'count', cells, best: [] })

/** A column for each setting that is not the same in all runs. */
const settingColumns = (settings: readonly Settings[]): ComparisonColumn[] =>
  settingNames(settings)
    .filter((name) => !isSame(name, settings))
    .map((name) => ({ name: { en: name, ja: name }, format: 'setting', cells: settings.map((each) => settingText(name, each, settings)), best: [] }))

/** All columns, in the order of the story: what it was, how long it went on, what came of it. */
export function comparisonColumns(runs: readonly Run[], settings: readonly Settings[], may: Comparable): ComparisonColumn[] {
  const outcomes = runs.map(({ record }) => record.outcome)
  const final = runs.map(({ losses }) => finite(losses.loss.at(-1)))
  const lowest = runs.map(lowestValidation)
  const lowestLosses = lowest.map((found) => found?.loss ?? null)
  // To a full-batch run, epochs are its iterations.
  const epochs = runs.map((run) => (stepsPerEpoch(run) > 1 ? Math.round(((run.record.outcome.iteration + 1) / stepsPerEpoch(run)) * 10) / 10 : null))
  const seconds = runs.map(({ record }) => finite(record.seconds))
  const best = (cells: readonly Cell[]): number[] => (may.losses ? bestOf(runs, cells, 'low') : [])
  const hasValidation = lowest.some((found) => found !== undefined)
  return [
    text(columnNames.model, runs.map((run) => modelText(run, runs))),
    ...settingColumns(settings),
    ...(outcomes.some(({ kind }) => kind !== 'finished')
      ? [text(columnNames.ended, outcomes.map(({ kind }) => (Object.hasOwn(outcomeWords, kind) ? plain(outcomeWords[kind]) : { en: kind, ja: kind })))]
      : []),
    count(columnNames.iterations, outcomes.map(({ iteration }) => iteration + 1)),
    ...(epochs.some((value) => value !== null) ? [{ ...count(columnNames.epochs, epochs), isAside: true }] : []),
    ...(seconds.some((value) => value !== null) ? [{ name: plain(columnNames.seconds), format: 'seconds', isAside: true, cells: seconds, best: [] } as const] : []),
    { part: 'train', name: plain(columnNames.finalLoss), format: 'loss', cells: final, best: best(final) },
    ...measureColumns(runs, 'train', may.measures),
    ...(hasValidation
      ? [
          { part: 'validation', name: plain(columnNames.lowestLoss), format: 'loss', cells: lowestLosses, best: best(lowestLosses) } as const,
          count(columnNames.atIteration, lowest.map((found) => found?.iteration ?? null), 'validation'),
          ...measureColumns(runs, 'validation', may.measures),
        ]
      : []),
  ]
}
