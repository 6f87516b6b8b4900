/** A planned run, repeated up to a step: what the step begins with, and the whole run as a NumPy program. */
import { applyPipeline } from '../data/pipeline/apply.ts'
import { type Feature, type Pipeline, matrixColumns } from '../data/pipeline/pipeline.ts'
import { encodeTarget } from '../data/pipeline/target.ts'
import type { Table } from '../data/table.ts'
import type { ScriptedRun } from '../explain/numpy-script.ts'
import { KudariError } from '../messages/error.ts'
import { breathing } from '../train/breathing.ts'
import { rowsOfStep } from '../train/picks.ts'
import type { TrainingState } from '../train/state.ts'
import { type Rows, firstState } from '../train/step.ts'
import { inputsOfEpoch } from './augment.ts'
import { fitMessages } from './messages.ts'
import type { Plan } from './plan.ts'
import { repeatPlan } from './run.ts'

/** What a step begins with. */
export interface StepStart {
  /** The state before the step. */
  readonly state: TrainingState
  /** The rows that the step learns from. */
  readonly rows: Rows
  readonly learningRate: number
}

/** A planned run again, up to so many steps, or to where it diverges. */
async function runAgain(plan: Plan, steps: number) {
  const rates: number[] = []
  const run = repeatPlan(plan, { onIteration: ({ learningRate }) => void rates.push(learningRate) })
  const breathe = breathing()
  let hasDiverged = false
  try {
    while (run.iteration < steps && !hasDiverged) {
      hasDiverged = run.advance(steps - run.iteration)?.kind === 'diverged'
      await breathe()
    }
    return { state: run.state(), learningRate: run.learningRate, rates, hasDiverged }
  } finally {
    run.end()
  }
}

/**
 * The rows that a step of a planned run learns from, as they are in its epoch. With a state and a learning rate that are known, as of a
 * timeline, the step can be opened.
 *
 * @param step counted from 0.
 * @example
 * openStep(plan.specification, stepRowsOfPlan(plan, time.iteration), time.learningRate, time.state(), plan.learning)
 */
export function stepRowsOfPlan(plan: Plan, step: number): Rows {
  const { rows: { yt }, batch, shuffle, seed, stepsPerEpoch } = plan
  const x = inputsOfEpoch(plan, Math.floor(step / stepsPerEpoch))
  return rowsOfStep({ x, yt }, { batch, shuffle, seed }, step)
}

/**
 * Repeats a planned run up to a step.
 *
 * @param step counted from 0.
 * @returns undefined when the run diverges before that step.
 */
export async function startOfStep(plan: Plan, step: number): Promise<StepStart | undefined> {
  const { state, learningRate, hasDiverged } = await runAgain(plan, step)
  return hasDiverged ? undefined : { state, rows: stepRowsOfPlan(plan, step), learningRate }
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
 * Checks that a planned run can be written as a NumPy program.
 *
 * @throws KudariError when it learns from other images in every epoch.
 */
export function requireScriptable({ augment }: Plan): void {
  if (augment) throw new KudariError('usage', fitMessages.augmentedScript, undefined)
}

/**
 * A planned run as `numpyScript` takes it.
 *
 * @param table the table that was planned for.
 * @param iterations how many steps the run made.
 * @throws KudariError as {@link requireScriptable} does.
 */
export async function scriptedRun(plan: Plan, table: Table, iterations: number): Promise<ScriptedRun> {
  requireScriptable(plan)
  const { pipeline, specification, parameters, statistics, learning, schedule, learningRate, batch, shuffle, seed, inputs } = plan
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
    ...(schedule && { rates: (await runAgain(plan, iterations)).rates }),
    iterations,
    batch,
    shuffle,
    seed,
  }
}
