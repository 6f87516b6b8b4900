/** A planned run, repeated up to a step: what the step begins with, and the whole run as a NumPy program. */
import { applyPipeline } from '../data/pipeline/apply.ts'
import { type Feature, type Pipeline, matrixColumns } from '../data/pipeline/pipeline.ts'
import { encodeTarget } from '../data/pipeline/target.ts'
import type { Table } from '../data/table.ts'
import type { ScriptedRun } from '../explain/numpy-script.ts'
import { KudariError } from '../messages/error.ts'
import type { TrainingState } from '../train/state.ts'
import { ratesOf } from '../train/rates.ts'
import { stepRows } from '../train/step-rows.ts'
import { type Rows, firstState } from '../train/step.ts'
import { train } from '../train/train.ts'
import { changingInputs, inputsOfEpoch } from './augment.ts'
import { fitMessages } from './messages.ts'
import type { Plan } from './plan.ts'

/** What a step begins with. */
export interface StepStart {
  /** The state before the step. */
  readonly state: TrainingState
  /** The rows that the step learns from. */
  readonly rows: Rows
  readonly learningRate: number
}

/** A planned run again, up to so many steps; `undefined` when it diverges before. */
async function runAgain(plan: Plan, steps: number): Promise<{ readonly state: TrainingState; readonly rates: readonly number[] } | undefined> {
  const { specification, parameters, statistics, rows, validationRows, inputs, schedule } = plan
  const problem = { specification, rows, parameters, statistics, inputs, ...(schedule?.type === 'plateau' && validationRows && { validation: validationRows }) }
  const { learningRate, iterations, batch, shuffle, seed } = plan
  // A schedule spans the whole run, however much of it is made here.
  const controller = new AbortController()
  const rates: number[] = []
  const { state, outcome } = await train(problem, {
    ...plan.learning,
    ...(schedule && { schedule }),
    ...changingInputs(plan),
    learningRate,
    iterations: Math.max(iterations, steps),
    batch,
    shuffle,
    seed,
    signal: controller.signal,
    onIteration(step) {
      rates.push(step.learningRate)
      if (step.iteration === steps - 1) controller.abort()
    },
  })
  return outcome.kind === 'diverged' ? undefined : { state, rates }
}

/**
 * Repeats a planned run up to a step.
 *
 * @param step counted from 0.
 * @returns undefined when the run diverges before that step.
 */
export async function startOfStep(plan: Plan, step: number): Promise<StepStart | undefined> {
  const { parameters, statistics, rows: { yt }, batch, shuffle, seed, stepsPerEpoch } = plan
  const before = step === 0 ? { state: firstState(parameters, statistics, plan.learning) } : await runAgain(plan, step)
  if (!before) return undefined
  const learningRate = await rateOfStep(plan, step)
  const rows = { x: inputsOfEpoch(plan, Math.floor(step / stepsPerEpoch)), yt }
  let remaining = step
  for (const { rows: own } of stepRows(rows, { batch, shuffle, seed }))
    if (remaining-- === 0) return { state: before.state, rows: own, learningRate }
  return undefined
}

/** The learning rate of a step. A schedule that goes by the loss is only known from the run itself. */
async function rateOfStep(plan: Plan, step: number): Promise<number> {
  const { schedule } = plan
  if (schedule?.type === 'plateau') return (await runAgain(plan, step + 1))?.rates.at(-1) ?? plan.learningRate
  return ratesOf(schedule ?? { type: 'constant' }, plan).at(step)
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
    ...(schedule && { rates: (await runAgain(plan, iterations))?.rates ?? [] }),
    iterations,
    batch,
    shuffle,
    seed,
  }
}
