/** The table in the report: what each column is, and what was done to it. */
import { type Feature, type FitOptions, type Plan, type Scale, type Table, droppedText, taskReasonText } from 'kudari'
import { bilingual, plain } from '../bilingual.ts'
import { dataTexts } from '../messages/run.ts'
import type { ColumnSummary, DataSummary, PreprocessingStep } from '../summary.ts'
import { imagesSummary } from './images.ts'
import { reasonOf } from './reason.ts'

function scalingStep({ offset, divisor }: { offset: number; divisor: number }, scale: Scale): PreprocessingStep[] {
  if (offset === 0 && divisor === 1) return []
  if (scale === 'pixels') return [...scalingStep({ offset, divisor: 1 }, 'none'), { step: 'pixels', white: divisor }]
  if (divisor === 1) return [{ step: 'center', mean: offset }]
  if (scale === 'minmax') return [{ step: 'minmax', min: offset, max: offset + divisor }]
  return [{ step: 'standardize', mean: offset, std: divisor }]
}

function featureSteps(feature: Feature, scale: Scale, { impute = 'median' }: FitOptions): PreprocessingStep[] {
  const isNumber = feature.kind === 'numeric' && feature.type !== 'boolean'
  const method: 'mean' | 'median' | 'most-frequent' = isNumber && impute !== 'most_frequent' ? impute : 'most-frequent'
  return [
    ...(feature.missing > 0
      ? [{ step: 'impute' as const, method, value: feature.fill, missing: feature.missing }]
      : []),
    ...(feature.indicator ? [{ step: 'indicator' as const }] : []),
    ...(feature.kind === 'categorical'
      ? [{ step: 'one-hot' as const, categories: feature.categories }]
      : scalingStep(feature.columns[0], scale)),
  ]
}

function columnSummary(table: Table, plan: Plan, options: FitOptions): ColumnSummary[] {
  const { features, target, dropped, image } = plan.pipeline
  const pixels = new Set(image && features.map(({ column }) => column))
  return table.columns.filter(({ name }) => !pixels.has(name)).map(({ name, type }): ColumnSummary => {
    if (name === target.column) {
      const steps = target.task === 'regression' ? scalingStep({ offset: target.offset, divisor: 1 }, 'none') : []
      return { name, role: 'target', type, steps }
    }
    const feature = features.find(({ column }) => column === name)
    if (feature) return { name, role: 'input', type, steps: featureSteps(feature, plan.scale, options) }
    const drop = dropped.find(({ column }) => column === name)
    const reason = drop ? bilingual(droppedText, drop) : plain(dataTexts.notChosen)
    return { name, role: 'dropped', type, steps: [{ step: 'drop', reason }] }
  })
}

/** The table as the report shows it. */
export function dataSummary(table: Table, plan: Plan, options: FitOptions): DataSummary {
  const validation = plan.validation?.x.shape[0]
  const { reason: split } = reasonOf(plan.choices, 'validation')
  const { reason } = plan.pipeline
  const images = imagesSummary(plan)
  return {
    source: table.source,
    rows: { train: plan.training.x.shape[0], ...(validation !== undefined && { validation }) },
    ...(split && { split }),
    target: plan.pipeline.target.column,
    ...(reason && { taskReason: bilingual(taskReasonText, reason) }),
    columns: columnSummary(table, plan, options),
    ...(images && { images }),
  }
}
