/** From a table to a trained model: train as planned, and measure the result. */
import type { Table } from '../data/table.ts'
import type { Execution } from '../run/describe.ts'
import type { CheckpointOptions } from '../train/checkpoint.ts'
import type { TrainingResult } from '../train/run.ts'
import type { TrainingState } from '../train/state.ts'
import { train, trainingExecution } from '../train/train.ts'
import { type Metrics, type Model, measureOutputs, outputs } from './model.ts'
import { type Encoded, type FitOptions, type Plan, planFit } from './plan.ts'
import { type RunControls, endsOfPlan, stepsOfPlan } from './run.ts'

/** A run that has ended. */
export interface Fit {
  readonly plan: Plan
  readonly model: Model
  readonly result: TrainingResult
  readonly metrics: { readonly train: Metrics; readonly validation?: Metrics }
}

/** What may be watched and ended while a run goes on, and what is kept of it. */
export interface FitControls extends RunControls {
  readonly checkpoints?: CheckpointOptions
}

/** How the steps of a planned run are carried out on this machine. */
export function planExecution(plan: Plan): Execution {
  const { problem, options } = stepsOfPlan(plan)
  return trainingExecution(problem, options)
}

/** The model that a planned run has made at a state of it. */
export const modelAt = ({ pipeline, specification, dtype }: Plan, { parameters, statistics }: TrainingState): Model =>
  ({ pipeline, specification, parameters, statistics, dtype })

/** How good that model is, on the rows that it learns from and on those that were held out. */
export function metricsAt(plan: Plan, state: TrainingState): Fit['metrics'] {
  const model = modelAt(plan, state)
  const measured = ({ x, y }: Encoded): Metrics => measureOutputs(model, outputs(model, x), y)
  return { train: measured(plan.training), ...(plan.validation && { validation: measured(plan.validation) }) }
}

/** What a planned run has come to: its model, measured. */
export const fitOf = (plan: Plan, result: TrainingResult): Fit =>
  ({ plan, model: modelAt(plan, result.state), result, metrics: metricsAt(plan, result.state) })

/** Trains as planned, and measures the result on the training and validation rows. */
export async function fitPlan(plan: Plan, controls: FitControls = {}): Promise<Fit> {
  const { problem, options } = stepsOfPlan(plan)
  return fitOf(plan, await train(problem, { ...options, ...endsOfPlan(plan), ...controls }))
}

/**
 * Trains a model on a table: {@link planFit}, then {@link fitPlan}.
 *
 * @example
 * const { model, metrics } = await fit(table, { target: 'weight' })
 * predictTable(model, newRows).values
 */
export const fit = (table: Table, options: FitOptions, controls?: FitControls): Promise<Fit> =>
  fitPlan(planFit(table, options), controls)
