/** From a table to a trained model: train as planned, and measure the result. */
import type { Table } from '../data/table.ts'
import type { Execution } from '../run/describe.ts'
import type { Checkpoint, CheckpointOptions } from '../train/checkpoint.ts'
import type { Iteration, TrainingResult } from '../train/run.ts'
import { train, trainingExecution } from '../train/train.ts'
import { changingInputs } from './augment.ts'
import { TOLERANCE } from './choose.ts'
import { type Metrics, type Model, measureOutputs, outputs } from './model.ts'
import { type Encoded, type FitOptions, type Plan, planFit } from './plan.ts'

/** A run that has ended. */
export interface Fit {
  readonly plan: Plan
  readonly model: Model
  readonly result: TrainingResult
  readonly metrics: { readonly train: Metrics; readonly validation?: Metrics }
}

/** What may be watched and ended while a run goes on. */
export interface FitControls {
  readonly signal?: AbortSignal
  readonly onIteration?: (step: Iteration) => void
  /** Where a run that was broken off goes on. */
  readonly from?: Checkpoint
  readonly checkpoints?: CheckpointOptions
}

/** What a plan's steps learn from, and how they take their rows. */
function stepsOf(plan: Plan) {
  const { specification, parameters, statistics, rows, validationRows, inputs, batch, shuffle, seed } = plan
  return {
    problem: { specification, rows, parameters, statistics, inputs, ...(validationRows && { validation: validationRows }) },
    rowsOptions: { batch, shuffle, seed },
  }
}

/** How the steps of a planned run are carried out on this machine. */
export function planExecution(plan: Plan): Execution {
  const { problem, rowsOptions } = stepsOf(plan)
  return trainingExecution(problem, { ...rowsOptions, ...plan.learning, ...(plan.schedule && { schedule: plan.schedule }) })
}

/** Trains as planned, and measures the result on the training and validation rows. */
export async function fitPlan(plan: Plan, controls: FitControls = {}): Promise<Fit> {
  const { pipeline, specification, dtype, stopsByItself, patience } = plan
  const { problem, rowsOptions } = stepsOf(plan)
  const result = await train(problem, {
    learningRate: plan.learningRate,
    iterations: plan.iterations,
    ...rowsOptions,
    ...plan.learning,
    ...(plan.schedule && { schedule: plan.schedule }),
    ...changingInputs(plan),
    ...(stopsByItself && { tolerance: TOLERANCE }),
    ...(patience !== undefined && { earlyStopping: { patience } }),
    ...controls,
  })
  const model: Model = { pipeline, specification, parameters: result.state.parameters, statistics: result.state.statistics, dtype }
  const measured = ({ x, y }: Encoded): Metrics => measureOutputs(model, outputs(model, x), y)
  return {
    plan,
    model,
    result,
    metrics: { train: measured(plan.training), ...(plan.validation && { validation: measured(plan.validation) }) },
  }
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
