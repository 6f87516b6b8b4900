/** What is shown of a plan: everything that was settled before the first step, as plain data. */
import { type Choice, type FitOptions, type InspectedNetwork, type Language, type Pipeline, type Plan, inspectNetwork, parameterOrder } from 'kudari'
import { inWordsOfPage } from './option-names.ts'

export interface PlanView
  extends Pick<Plan, 'specification' | 'dtype' | 'inputs' | 'learning' | 'schedule' | 'learningRate' | 'iterations' | 'batch' | 'stepsPerEpoch' | 'scale' | 'shuffle' | 'seed' | 'patience'> {
  readonly fit: FitOptions
  readonly pipeline: Pipeline
  readonly trainingRows: number
  readonly validationRows: number
  /** Of each row of the table: 1 if it is held out, 0 if it is learned from, -1 if it has no target. */
  readonly rows: Int8Array
  readonly network: InspectedNetwork
  /** The parameters in the order of the history, where that lists them one by one. */
  readonly parameterNames: readonly string[]
  /** What was chosen because nothing was said, and why. */
  readonly choices: readonly { readonly about: Choice['about']; readonly text: Readonly<Record<Language, string>> }[]
}

const rowsOf = (plan: Plan, rows: number): Int8Array => {
  const parts = new Int8Array(rows).fill(-1)
  for (const row of plan.split.train) parts[row] = 0
  for (const row of plan.split.validation) parts[row] = 1
  return parts
}

export function planView(plan: Plan, fit: FitOptions, rows: number): PlanView {
  const { specification, dtype, inputs, learning, schedule, learningRate, iterations, batch, stepsPerEpoch, scale, shuffle, seed, patience, pipeline } = plan
  return {
    specification, dtype, inputs, learning, learningRate, iterations, batch, stepsPerEpoch, scale, shuffle, seed, pipeline, fit,
    ...(schedule && { schedule }),
    ...(patience !== undefined && { patience }),
    trainingRows: plan.training.x.shape[0],
    validationRows: plan.validation?.x.shape[0] ?? 0,
    rows: rowsOf(plan, rows),
    network: inspectNetwork(specification, inputs.length),
    parameterNames: parameterOrder(specification, inputs.length),
    choices: plan.choices.map(({ about, in: text }) => ({ about, text: { en: inWordsOfPage(text('en'), 'en'), ja: inWordsOfPage(text('ja'), 'ja') } })),
  }
}
