/** A plan as a run: what its steps learn from and how; begun, laid out in time, or repeated. */
import { type RunOptions, type TrainingRun, beginRun } from '../train/run.ts'
import type { TrainingProblem } from '../train/problem.ts'
import { type Timeline, type TimelineOptions, timeline } from '../train/timeline.ts'
import { changingInputs } from './augment.ts'
import { TOLERANCE } from './choose.ts'
import type { Plan } from './plan.ts'

/** What may be watched of a planned run, and where it goes on. */
export type RunControls = Pick<RunOptions, 'from' | 'onIteration' | 'signal'>

/**
 * What the steps of a plan learn from, and how they do.
 *
 * @param isMeasured whether the rows that were held out are looked at.
 */
export function stepsOfPlan(plan: Plan, isMeasured = true): { readonly problem: TrainingProblem; readonly options: RunOptions } {
  const { specification, parameters, statistics, rows, validationRows, inputs, learning, schedule, learningRate, iterations, batch, shuffle, seed } = plan
  return {
    problem: { specification, rows, parameters, statistics, inputs, ...(isMeasured && validationRows && { validation: validationRows }) },
    options: { ...learning, ...(schedule && { schedule }), ...changingInputs(plan), learningRate, iterations, batch, shuffle, seed },
  }
}

/** By which rules a planned run ends before its planned end. */
export const endsOfPlan = ({ stopsByItself, patience }: Plan): Pick<RunOptions, 'tolerance' | 'earlyStopping'> => ({
  ...(stopsByItself && { tolerance: TOLERANCE }),
  ...(patience !== undefined && { earlyStopping: { patience } }),
})

/**
 * Begins a planned run, to be advanced by its caller. It has to be ended.
 *
 * @example
 * const plan = planFit(table, { target: 'weight' })
 * const run = runOfPlan(plan)
 * while (!run.outcome) run.advance()
 * const { metrics } = fitOf(plan, run.result())
 * run.end()
 */
export function runOfPlan(plan: Plan, controls: RunControls = {}): TrainingRun {
  const { problem, options } = stepsOfPlan(plan)
  return beginRun(problem, { ...options, ...endsOfPlan(plan), ...controls })
}

/** A planned run with every moment of its past within reach. */
export const timelineOfPlan = (plan: Plan, { bytes, ...controls }: RunControls & TimelineOptions = {}): Timeline =>
  timeline(runOfPlan(plan, controls), bytes === undefined ? {} : { bytes })

/** A planned run once more for the sake of its steps: it does not end early, and measures only where the steps depend on it. */
export function repeatPlan(plan: Plan, controls: RunControls): TrainingRun {
  const { problem, options } = stepsOfPlan(plan, plan.schedule?.type === 'plateau')
  return beginRun(problem, { ...options, ...controls })
}
