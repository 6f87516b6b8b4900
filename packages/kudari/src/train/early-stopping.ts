/** Early stopping: remember the weights that did best on rows the model does not learn from, and stop when it gets no better. */
import type { Parameters } from '../nn/parameters.ts'

/** When to stop: after so many measurements without a new best. */
export interface EarlyStoppingOptions {
  readonly patience: number
}

/** The best measurement so far. */
export interface Best {
  readonly iteration: number
  readonly loss: number
  readonly parameters: Parameters
}

/** Keeps the best weights; `add` answers whether to stop. */
export function earlyStopping({ patience }: EarlyStoppingOptions) {
  let best: Best | undefined
  let since = 0
  return {
    /** @param loss measured after the update of `iteration`, with the parameters after it. */
    add(iteration: number, loss: number, parameters: Parameters): boolean {
      if (best === undefined || loss < best.loss) {
        best = { iteration, loss, parameters }
        since = 0
        return false
      }
      since++
      return since >= patience
    },
    get best(): Best | undefined {
      return best
    },
  }
}
