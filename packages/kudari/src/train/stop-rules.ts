/** When a run ends before all iterations are made. */
import { type Divergence, diagnose, hasDiverged } from './divergence.ts'
import type { TrainingProblem } from './problem.ts'

const CONVERGENCE_WINDOW = 100

/** What the rules go by. */
export interface StopOptions {
  readonly learningRate: number
  readonly isFullBatch: boolean
  /** The share by which the loss of full-batch steps must fall over 100 iterations. */
  readonly tolerance?: number
}

/**
 * Rules that are asked after every iteration.
 *
 * @param losses of all iterations, as they are recorded; what lies beyond the one that is asked about does not count.
 */
export function stopRules(problem: TrainingProblem, { learningRate, isFullBatch, tolerance }: StopOptions, losses: readonly number[]) {
  const { specification, rows, parameters, statistics = {}, inputs } = problem
  return {
    /** Why the run diverges, if it does. */
    divergence(iteration: number): Divergence | undefined {
      if (!hasDiverged(losses, iteration)) return undefined
      const names = rows.x.shape[1] > inputs.length ? ['', ...inputs] : inputs
      return diagnose(specification, parameters, statistics, rows, names, { iteration, loss: losses[iteration], firstLoss: losses[0], learningRate })
    },
    hasConverged: (iteration: number): boolean => isFullBatch && tolerance !== undefined && hasConverged(losses, iteration, tolerance),
  }
}

/** Whether the loss has, over the last iterations, fallen by less than the share `tolerance` of itself. */
function hasConverged(losses: readonly number[], iteration: number, tolerance: number): boolean {
  const then = losses[iteration - CONVERGENCE_WINDOW]
  return then !== undefined && then - losses[iteration] < tolerance * Math.abs(then)
}
