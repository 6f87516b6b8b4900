/** The learning-rate range test: a short run whose learning rate grows from tiny to huge shows which rates are good. */
import { exp, log } from '../tensor/functions.ts'

/** From where to where the rate grows, as in fastai's `lr_find`. */
const FIRST_RATE = 1e-7
const LAST_RATE = 10

/**
 * The learning rate of every step of a range test: it grows by the same factor from step to step, from 1e-7 to 10.
 *
 * Smith, Cyclical learning rates for training neural networks, 2017 (there in equal steps).
 */
export const rangeTestRates =
  (steps: number) =>
  (step: number): number =>
    FIRST_RATE * exp((log(LAST_RATE / FIRST_RATE) * step) / Math.max(steps - 1, 1))

/** How much of the running mean is left in the next step, as in fastai. */
const SMOOTHING = 0.98

/** The running mean of losses, corrected for its start at 0: what {@link chooseRate} looks at. */
export function smoothLosses(losses: readonly number[]): number[] {
  let mean = 0
  let left = 1
  return losses.map((loss) => {
    mean = SMOOTHING * mean + (1 - SMOOTHING) * loss
    left *= SMOOTHING
    return mean / (1 - left)
  })
}

/** One step of a range test. */
export interface RangeTestStep {
  readonly rate: number
  /** The smoothed loss before the step. */
  readonly loss: number
}

/** What a range test shows. */
export type RangeTestChoice =
  | {
      readonly kind: 'found'
      /** The rate to train with: a tenth of the one at the lowest loss. */
      readonly suggested: number
      /** The rate at which the loss falls most steeply. */
      readonly steepest: number
      /** The rate at the lowest loss: already a little too large. */
      readonly lowest: number
    }
  /** The loss never fell by more than a hundredth: nothing can be said. */
  | { readonly kind: 'never-fell' }

/** By which share the loss must fall before it counts. */
const LEAST_FALL = 0.01

/** A loss so many times above the lowest so far has diverged; what comes after says nothing. As in fastai. */
const DIVERGED = 4

/** The steps before the loss diverges or is no number any more. */
function beforeDivergence(steps: readonly RangeTestStep[]): readonly RangeTestStep[] {
  let lowest = Infinity
  const end = steps.findIndex(({ loss }) => {
    lowest = Math.min(lowest, loss)
    return !Number.isFinite(loss) || loss > DIVERGED * lowest
  })
  return end === -1 ? steps : steps.slice(0, end)
}

/** The position of the smallest number; the first of equal ones. */
const smallest = (values: readonly number[]): number => values.indexOf(values.reduce((a, b) => Math.min(a, b)))

/**
 * Chooses a learning rate: "one order of magnitude less than where the minimum loss was achieved" (Howard and Gugger, Deep
 * learning for coders, 2020, chapter 5), which is fast enough and still on the safe side. The slope is that of the loss over
 * the logarithm of the rate, before the lowest loss.
 *
 * @param steps in order of growing rates, with smoothed losses.
 * @example
 * chooseRate([{ rate: 0.01, loss: 3 }, { rate: 0.1, loss: 2.9 }, { rate: 1, loss: 1 }, { rate: 10, loss: 8 }])
 * // { kind: 'found', suggested: 0.1, steepest: 0.1, lowest: 1 }
 */
export function chooseRate(steps: readonly RangeTestStep[]): RangeTestChoice {
  const usable = beforeDivergence(steps)
  if (usable.length === 0) return { kind: 'never-fell' }
  const lowest = smallest(usable.map(({ loss }) => loss))
  if (!(usable[lowest].loss < (1 - LEAST_FALL) * usable[0].loss)) return { kind: 'never-fell' }
  const slopes = usable.slice(0, lowest).map(({ rate, loss }, i) => {
    const next = usable[i + 1]
    return (next.loss - loss) / (log(next.rate) - log(rate))
  })
  return {
    kind: 'found',
    suggested: usable[lowest].rate / 10,
    steepest: usable[smallest(slopes)].rate,
    lowest: usable[lowest].rate,
  }
}
