/** Training: a run to its end, with a breath between its stretches and checkpoints on the way. */
import type { Execution } from '../run/describe.ts'
import { breathing } from './breathing.ts'
import { type CheckpointOptions, checkpointClock } from './checkpoint.ts'
import { type TrainingProblem, firstStateOf } from './problem.ts'
import { hasOwnRates } from './rates.ts'
import { type RunOptions, type TrainingResult, beginRun } from './run.ts'
import { batchOf, stepShape, stepsPerEpochOf } from './runner.ts'
import { describeSteps } from './step-loop.ts'
import type { StepRowsOptions } from './step-rows.ts'
import type { Learning } from './step.ts'

/** How to learn, and what to keep meanwhile. */
export interface TrainingOptions extends RunOptions {
  readonly checkpoints?: CheckpointOptions
}

/**
 * Trains a model by gradient descent. The same seed gives the same result, also where a run is broken off and goes on from a
 * checkpoint.
 *
 * @throws KudariError when an option is out of range.
 * @example
 * const { state, history } = await train(problem, { learningRate: 0.01, iterations: 200 })
 */
export async function train(problem: TrainingProblem, options: TrainingOptions): Promise<TrainingResult> {
  const run = beginRun(problem, options)
  const { checkpoints } = options
  const clock = checkpoints && checkpointClock(checkpoints, stepsPerEpochOf(problem, options))
  const breathe = breathing()
  try {
    while (!run.outcome) {
      const outcome = run.advance(clock?.most(run.iteration))
      if (clock && (outcome ? outcome.kind === 'interrupted' : clock.isDue(run.iteration))) {
        await checkpoints!.save(run.checkpoint())
        clock.made()
      }
      if (!outcome) await breathe()
    }
    return run.result()
  } finally {
    run.end()
  }
}

/** How the steps of a run are carried out on this machine: by which executor, on how many threads, in which order. */
export function trainingExecution(problem: TrainingProblem, options: StepRowsOptions & Learning & Pick<RunOptions, 'schedule'>): Execution {
  return describeSteps(stepShape(problem, options, firstStateOf(problem, options), batchOf(problem, options), hasOwnRates(options.schedule)))
}
