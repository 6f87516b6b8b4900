/** A comparison of runs: everything about it as plain data, for the terminal and for the page. */
import { type Bilingual, type ComparedRun, type ComparisonColumn, type ComparisonSummary, bilingual, plain } from '@kudari/report'
import { cautions, comparisonTexts } from '../messages/compare.ts'
import { lossText } from '../output/loss.ts'
import { version } from '../version.ts'
import { type Comparable, comparable } from './comparable.ts'
import { comparisonColumns } from './columns.ts'
import { alongOf, comparedCurves, leftOut } from './curves.ts'
import { type Run, lowestValidation, stepsPerEpoch } from './run.ts'
import { isSame, settingNames, settingText, settingsOf } from './settings.ts'

/** The letters of the runs, in their order. */
export const marks = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']

/** The run with the lowest loss, in a sentence; undefined where no single one can be named. */
function verdictOf(runs: readonly Run[], names: readonly string[], columns: readonly ComparisonColumn[], may: Comparable): Bilingual | undefined {
  const alive = runs.filter(({ hasDiverged }) => !hasDiverged)
  const measured = alive.filter((run) => lowestValidation(run))
  if (!may.losses || (measured.length > 0 && measured.length < alive.length)) return undefined
  const part = measured.length > 0 ? 'validation' : 'train'
  const [best, ...others] = columns.find((column) => column.part === part && column.format === 'loss')?.best ?? []
  if (best === undefined || others.length > 0) return undefined
  const run = names[best]
  const lowest = lowestValidation(runs[best])
  return lowest
    ? bilingual(comparisonTexts.lowestValidation, { run, loss: lossText(lowest.loss), iteration: lowest.iteration })
    : bilingual(comparisonTexts.lowestTraining, { run, loss: lossText(runs[best].losses.loss.at(-1)!) })
}

/** How the numbers are to be read, and what cannot be seen. */
function notesOf(runs: readonly Run[], curves: ComparisonSummary['curves'], repeated: readonly string[]): Bilingual[] {
  const missing = runs.map((_, i) => curves.reduce((sum, part) => sum + leftOut(part)[i], 0))
  const list = (isListed: (i: number) => boolean): string => marks.slice(0, runs.length).filter((_, i) => isListed(i)).join(', ')
  const diverged = runs.filter(({ hasDiverged }) => hasDiverged).length
  const leftOutCount = missing.reduce((sum, count) => sum + count, 0)
  return [
    ...repeated.map((path) => bilingual(cautions.givenTwice, { path })),
    ...(diverged > 0 ? [bilingual(cautions.diverged, { runs: list((i) => runs[i].hasDiverged), count: diverged })] : []),
    ...(runs.some((run) => stepsPerEpoch(run) > 1) ? [plain(cautions.lastBatch)] : []),
    ...(alongOf(runs) === 'epoch' ? [plain(cautions.epochMeans)] : []),
    ...(leftOutCount > 0 ? [bilingual(cautions.notOnLogAxis, { runs: list((i) => missing[i] > 0), count: leftOutCount })] : []),
  ]
}

/**
 * Everything about a comparison.
 *
 * @param names for each run the shortest name that tells it from the others.
 * @param repeated paths of runs that were given more than once.
 */
export function comparisonSummary(
  runs: readonly Run[],
  names: readonly string[],
  { isLogarithmic, repeated }: { readonly isLogarithmic: boolean; readonly repeated: readonly string[] },
): ComparisonSummary {
  const settings = runs.map(settingsOf)
  const may = comparable(runs, settings)
  const columns = comparisonColumns(runs, settings, may)
  const curves = comparedCurves(runs, isLogarithmic)
  const targets = [...new Set(runs.map(({ record }) => String(record.given.target)))].join(', ')
  const verdict = verdictOf(runs, names, columns, may)
  return {
    version,
    date: new Date().toISOString(),
    title: bilingual(comparisonTexts.title, { count: runs.length, targets }),
    runs: runs.map(({ path, hasDiverged }, i): ComparedRun => ({ mark: marks[i], name: names[i], path, hasDiverged })),
    shared: settingNames(settings)
      .filter((name) => isSame(name, settings))
      .map((name) => ({ name, value: settingText(name, settings[0], settings) })),
    columns,
    ...(verdict && { verdict }),
    warnings: may.warnings,
    notes: notesOf(runs, curves, repeated),
    curves,
  }
}
