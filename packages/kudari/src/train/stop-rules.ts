/** When a run ends before all iterations are made. */
import type { HistoryRecorder } from './history.ts'
import { type Divergence, diagnose, divergenceWatch } from './divergence.ts'
import type { TrainingProblem } from './problem.ts'

const CONVERGENCE_WINDOW = 100

/** What the rules go by. */
export interface StopOptions {
  readonly learningRate: number
  readonly isFullBatch: boolean
  /** The share by which the loss of full-batch steps must fall over 100 iterations. */
  readonly tolerance?: number
}

/** Rules that are asked after every iteration. They look at the losses that are on record, also those of before a resumption. */
export function stopRules(problem: TrainingProblem, { learningRate, isFullBatch, tolerance }: StopOptions, { losses }: HistoryRecorder) {
  const { specification, rows, parameters, statistics = {}, inputs } = problem
  const hasDiverged = divergenceWatch()
  for (const loss of losses) hasDiverged(loss)
  return {
    hasDiverged,
    divergence(iteration: number, loss: number): Divergence {
      const at = { iteration, loss, firstLoss: losses[0], learningRate }
      const names = rows.x.shape[1] > inputs.length ? ['', ...inputs] : inputs
      return diagnose(specification, parameters, statistics, rows, names, at)
    },
    hasConverged: (): boolean => isFullBatch && tolerance !== undefined && hasConverged(losses, tolerance),
  }
}

/** Whether the loss has, over the last iterations, fallen by less than the share `tolerance` of itself. */
function hasConverged(losses: readonly number[], tolerance: number): boolean {
  const now = losses.at(-1)!
  const then = losses[losses.length - 1 - CONVERGENCE_WINDOW]
  return then !== undefined && then - now < tolerance * Math.abs(then)
}
