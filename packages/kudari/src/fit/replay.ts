/** A planned run, repeated up to a step: what the step begins with, and the whole run as a NumPy program. */
import { applyPipeline } from '../data/pipeline/apply.ts'
import { type Feature, type Pipeline, matrixColumns } from '../data/pipeline/pipeline.ts'
import { encodeTarget } from '../data/pipeline/target.ts'
import type { Table } from '../data/table.ts'
import type { ScriptedRun } from '../explain/numpy-script.ts'
import type { TrainingState } from '../train/state.ts'
import { stepRows } from '../train/step-rows.ts'
import { type Rows, firstState } from '../train/step.ts'
import { train } from '../train/train.ts'
import type { Plan } from './plan.ts'

/** What a step begins with. */
export interface StepStart {
  /** The state before the step. */
  readonly state: TrainingState
  /** The rows that the step learns from. */
  readonly rows: Rows
}

/**
 * Repeats a planned run up to a step.
 *
 * @param step counted from 0.
 * @returns undefined when the run diverges before that step.
 */
export async function startOfStep(plan: Plan, step: number): Promise<StepStart | undefined> {
  const { specification, parameters, statistics, rows, inputs, learningRate, batch, shuffle, seed } = plan
  let state = firstState(parameters, statistics, plan.learning)
  if (step > 0) {
    const problem = { specification, rows, parameters, statistics, inputs }
    const result = await train(problem, { ...plan.learning, learningRate, iterations: step, batch, shuffle, seed })
    if (result.outcome.kind === 'diverged') return undefined
    ;({ state } = result)
  }
  let remaining = step
  for (const { rows: own } of stepRows(rows, { batch, shuffle, seed }))
    if (remaining-- === 0) return { state, rows: own }
  return undefined
}

/** The pipeline without its scaling and centring: encoded columns as they are. */
function withoutScaling(pipeline: Pipeline): Pipeline {
  const features = pipeline.features.map((feature): Feature => {
    const columns = feature.columns.map(({ name }) => ({ name, offset: 0, divisor: 1 }))
    return { ...feature, columns }
  })
  const { target } = pipeline
  return { ...pipeline, features, target: target.task === 'regression' ? { ...target, offset: 0 } : target }
}

/**
 * A planned run as `numpyScript` takes it.
 *
 * @param table the table that was planned for.
 * @param iterations how many steps the run made.
 */
export function scriptedRun(plan: Plan, table: Table, iterations: number): ScriptedRun {
  const { pipeline, specification, parameters, statistics, learning, learningRate, batch, shuffle, seed, inputs } = plan
  const { target } = pipeline
  const unscaled = withoutScaling(pipeline)
  const { y, rows } = encodeTarget(unscaled, table, plan.split.train)
  const columns = matrixColumns(pipeline)
  return {
    specification,
    inputs: applyPipeline(unscaled, table, rows).x,
    columns: inputs,
    offsets: columns.map(({ offset }) => offset),
    divisors: columns.map(({ divisor }) => divisor),
    target: y,
    targetName: target.column,
    targetOffset: target.task === 'regression' ? target.offset : 0,
    classes: target.task === 'classification' ? target.classes.map(String) : [],
    state: firstState(parameters, statistics, learning),
    learning,
    learningRate,
    iterations,
    batch,
    shuffle,
    seed,
  }
}
