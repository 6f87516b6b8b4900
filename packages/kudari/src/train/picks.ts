/** Which rows the steps of a run learn from: stretches of equally large batches, epoch after epoch. */
import { generator, permutation } from '../tensor/random.ts'
import type { StepRowsOptions } from './step-rows.ts'

/** Steps of one batch size, one after the other, none of them beyond the end of an epoch. */
export interface Stretch {
  readonly batch: number
  readonly steps: number
  /** The first row of each step where rows come in order, else the indices of the rows, step after step. */
  readonly picks: Int32Array
  /** Whether an epoch ends with the last of the steps. */
  readonly endsEpoch: boolean
}

/** How the rows of a step are told. */
export const pickedBy = (rows: number, { batch = 'full', shuffle = true }: StepRowsOptions): 'start' | 'indices' =>
  batch === 'full' || batch >= rows || !shuffle ? 'start' : 'indices'

/** The first rows of so many steps of `size` rows each, beginning with a step, where an epoch has `count` of them. */
function firstRows(steps: number, size: number, first: number, count: number): Int32Array {
  const rows = new Int32Array(steps)
  if (count > 1) for (let i = 0; i < steps; i++) rows[i] = ((first + i) % count) * size
  return rows
}

/**
 * Hands out the steps of a run; `next(most)` gives at most so many. The same rows as `stepRows`, in stretches that run at one go.
 *
 * @param from the step to begin with: those before it have been made already.
 * @param isEpochWatched whether something happens at the end of each epoch, so that stretches must end there.
 */
export function pickStretches(rows: number, options: StepRowsOptions, isEpochWatched: boolean, from = 0): { next(most: number): Stretch } {
  const { batch = 'full', seed = 0 } = options
  const size = batch === 'full' ? rows : Math.min(batch, rows)
  const isShuffled = pickedBy(rows, options) === 'indices'
  const random = generator(seed)
  const whole = Math.floor(rows / size)
  const rest = rows - whole * size
  /** Without shuffles, rests and watchers, epochs can follow one another without a pause. */
  const isEndless = !isShuffled && rest === 0 && !isEpochWatched
  const perEpoch = whole + (rest > 0 ? 1 : 0)
  let order: Int32Array | undefined
  // The shuffles of the epochs before.
  if (isShuffled) for (let epoch = 0; epoch * perEpoch < from; epoch++) order = permutation(random, rows)
  let step = from % perEpoch

  return {
    next(most) {
      if (isEndless) {
        const picks = firstRows(most, size, step, whole)
        step = (step + most) % whole
        return { batch: size, steps: most, picks, endsEpoch: false }
      }
      if (step === 0 && isShuffled) order = permutation(random, rows)
      const isRest = step === whole
      const steps = isRest ? 1 : Math.min(most, whole - step)
      const first = step * size
      step += steps
      const endsEpoch = step === perEpoch
      if (endsEpoch) step = 0
      const length = isRest ? rest : size
      const picks = isShuffled
        ? order!.subarray(first, first + steps * length)
        : firstRows(steps, size, first / size, whole + 1)
      return { batch: length, steps, picks, endsEpoch }
    },
  }
}
