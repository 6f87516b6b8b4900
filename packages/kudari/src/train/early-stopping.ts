/** Early stopping: remember the weights that did best on rows the model does not learn from, and stop when it gets no better. */
import type { TrainingState } from './state.ts'

/** When to stop: after so many measurements without a new best. */
export interface EarlyStoppingOptions {
  readonly patience: number
}

/** The best measurement so far. */
export interface Best {
  readonly iteration: number
  readonly loss: number
  readonly state: TrainingState
}

/**
 * Keeps the best weights; `add` answers whether to stop.
 *
 * @param from where a run that goes on stood.
 */
export function earlyStopping({ patience }: EarlyStoppingOptions, from?: { readonly best?: Best; readonly sinceBest: number }) {
  let best = from?.best
  let since = from?.sinceBest ?? 0
  return {
    /** @param loss measured after the update of `iteration`, with the state after it. */
    add(iteration: number, loss: number, state: TrainingState): boolean {
      if (best === undefined || loss < best.loss) {
        best = { iteration, loss, state }
        since = 0
        return false
      }
      since++
      return since >= patience
    },
    get best(): Best | undefined {
      return best
    },
    get sinceBest(): number {
      return since
    },
  }
}
