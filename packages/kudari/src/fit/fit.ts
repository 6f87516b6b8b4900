/** From a table to a trained model: train as planned, and measure the result. */
import type { Table } from '../data/table.ts'
import { type Iteration, type TrainingResult, train } from '../train/train.ts'
import { PATIENCE, TOLERANCE } from './choose.ts'
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
}

/** Trains as planned, and measures the result on the training and validation rows. */
export async function fitPlan(plan: Plan, controls: FitControls = {}): Promise<Fit> {
  const { pipeline, specification, parameters, rows, validationRows, inputs, dtype, batch, stopsByItself } = plan
  const result = await train(
    { specification, rows, parameters, inputs, ...(validationRows && { validation: validationRows }) },
    {
      learningRate: plan.learningRate,
      iterations: plan.iterations,
      batch,
      shuffle: plan.shuffle,
      seed: plan.seed,
      ...(stopsByItself && {
        tolerance: TOLERANCE,
        earlyStopping: { patience: batch === 'full' ? PATIENCE.full : PATIENCE.epochs },
      }),
      ...controls,
    },
  )
  const model: Model = { pipeline, specification, parameters: result.parameters, dtype }
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
