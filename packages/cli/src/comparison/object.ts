/** A comparison as `--json` gives it. */
import { type ComparisonSummary, modelNameOf } from '@kudari/report'
import { measureObject } from '../output/measures.ts'
import { type Run, lowestValidation, stepsPerEpoch } from './run.ts'
import { isSame, settingNames, settingText, settingsOf } from './settings.ts'

/** Numbers in full precision; those that are not finite become `null`, as JSON has it. Settings are those that differ. */
export function comparisonObject(runs: readonly Run[], { runs: named, warnings, notes }: ComparisonSummary): Record<string, unknown> {
  const settings = runs.map(settingsOf)
  const differing = settingNames(settings).filter((name) => !isSame(name, settings))
  const said = (texts: ComparisonSummary['notes']): string[] => texts.map(({ en }) => en)
  return {
    runs: runs.map((run, i) => {
      const { path, record } = run
      const { outcome, metrics, seconds } = record
      const lowest = lowestValidation(run)
      const steps = stepsPerEpoch(run)
      return {
        name: named[i].name,
        path,
        model: modelNameOf(record.settled.specification),
        settings: Object.fromEntries(differing.map((name) => {
          const value = settings[i].get(name)
          return [name, typeof value === 'object' && value !== null && !Array.isArray(value) ? settingText(name, settings[i], settings).en : value ?? null]
        })),
        outcome: outcome.kind,
        iterations: outcome.iteration + 1,
        ...(steps > 1 && { epochs: (outcome.iteration + 1) / steps }),
        ...(seconds !== undefined && { seconds }),
        loss: run.losses.loss.at(-1),
        ...(lowest && { validation: lowest }),
        metrics: {
          train: measureObject(metrics.train),
          ...(metrics.validation && { validation: measureObject(metrics.validation) }),
        },
      }
    }),
    warnings: said(warnings),
    notes: said(notes),
  }
}
