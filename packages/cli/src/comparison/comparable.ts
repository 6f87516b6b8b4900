/** What of several runs may be compared, and what must be said of it. */
import { type Bilingual, bilingual, plain } from '@kudari/report'
import { cautions } from '../messages/compare.ts'
import type { Run } from './run.ts'
import { type Settings, isSame } from './settings.ts'

export interface Comparable {
  /** Whether the losses are the same function of the same kind of target. */
  readonly losses: boolean
  /** Whether the measures are of the same target. */
  readonly measures: boolean
  readonly warnings: readonly Bilingual[]
}

const different = (values: readonly string[]): string[] => [...new Set(values)]

/** A loss by its name, with its settings where it has some. */
const lossNameOf = (loss: unknown): string => (typeof loss === 'string' ? loss : JSON.stringify(loss))

/** Whether the runs held out the same rows: the same table, cut in the same way. */
const heldOutSame = (runs: readonly Run[], settings: readonly Settings[]): boolean =>
  ['data', 'target', 'validation-data', 'validation', 'seed'].every((name) => isSame(name, settings)) &&
  different(runs.map(({ record }) => `${record.settled.validationRows}`)).length === 1

/** Looks at tasks, targets, losses and rows. */
export function comparable(runs: readonly Run[], settings: readonly Settings[]): Comparable {
  const tasks = different(runs.map(({ record }) => record.metrics.train.task))
  const targets = different(runs.map(({ record }) => String(record.given.target)))
  const losses = different(runs.map(({ record }) => lossNameOf(record.settled.specification.loss)))
  const tables = different(settings.map((each) => (each.get('data') as { readonly label: string }).label))
  const measured = runs.filter(({ losses: { validation } }) => validation !== undefined)
  const list = (values: readonly string[]): string => values.join(', ')
  const measures = tasks.length === 1 && targets.length === 1
  const warnings = [
    ...(tasks.length > 1 ? [plain(cautions.differentTasks)] : []),
    ...(targets.length > 1 ? [bilingual(cautions.differentTargets, { targets: list(targets) })] : []),
    // Different tasks have different losses anyway.
    ...(losses.length > 1 && tasks.length === 1 ? [bilingual(cautions.differentLosses, { losses: list(losses) })] : []),
    ...(measures && !isSame('data', settings) ? [bilingual(cautions.differentData, { data: list(tables) })] : []),
    ...(measured.length > 1 && measures && isSame('data', settings) && !heldOutSame(runs, settings) ? [plain(cautions.differentValidation)] : []),
  ]
  return { losses: measures && losses.length === 1, measures, warnings }
}
