/** Which rows the steps of a run learn from: stretches of equally large batches, epoch after epoch. */
import { take } from '../ops/gather.ts'
import { arange } from '../tensor/create.ts'
import { generator, permutation } from '../tensor/random.ts'
import { Tensor } from '../tensor/tensor.ts'
import type { Rows } from './step.ts'
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

/** The steps of a run, to be handed out one stretch after the other. */
export interface Stretches {
  /** The next steps, at most so many. */
  next(most: number): Stretch
  /** Goes to a step, counted from 0: the next one that is handed out. */
  goTo(step: number): void
}

/** Epochs between two places from which shuffles can be repeated. */
const EPOCHS_APART = 16

/**
 * Picks the rows of the steps of a run, in stretches that run at one go.
 *
 * @param from the step to begin with: those before it have been made already.
 * @param isEpochWatched whether something happens at the end of each epoch, so that stretches must end there.
 */
export function pickStretches(rows: number, options: StepRowsOptions, isEpochWatched: boolean, from = 0): Stretches {
  const { batch = 'full', seed = 0 } = options
  const size = batch === 'full' ? rows : Math.min(batch, rows)
  const isShuffled = pickedBy(rows, options) === 'indices'
  const whole = Math.floor(rows / size)
  const rest = rows - whole * size
  /** Without shuffles, rests and watchers, epochs can follow one another without a pause. */
  const isEndless = !isShuffled && rest === 0 && !isEpochWatched
  const perEpoch = whole + (rest > 0 ? 1 : 0)
  let step = 0
  let random = generator(seed)
  /** The sources of the shuffles as they were before epoch 0, 16, 32, ... */
  const sources = [random.copy()]
  let shuffled = 0
  let order: Int32Array | undefined

  function shuffle(): void {
    if (shuffled % EPOCHS_APART === 0) sources[shuffled / EPOCHS_APART] ??= random.copy()
    order = permutation(random, rows)
    shuffled++
  }

  function goTo(target: number): void {
    step = target % perEpoch
    if (!isShuffled) return
    const epochs = Math.ceil(target / perEpoch)
    const known = Math.max(0, Math.min(Math.floor((epochs - 1) / EPOCHS_APART), sources.length - 1))
    if (epochs < shuffled || shuffled < known * EPOCHS_APART) {
      random = sources[known].copy()
      shuffled = known * EPOCHS_APART
    }
    while (shuffled < epochs) shuffle()
  }

  function next(most: number): Stretch {
    if (isEndless) {
      const picks = firstRows(most, size, step, whole)
      step = (step + most) % whole
      return { batch: size, steps: most, picks, endsEpoch: false }
    }
    if (step === 0 && isShuffled) shuffle()
    const isRest = step === whole
    const steps = isRest ? 1 : Math.min(most, whole - step)
    const first = step * size
    step += steps
    const endsEpoch = step === perEpoch
    if (endsEpoch) step = 0
    const length = isRest ? rest : size
    const picks = isShuffled ? order!.subarray(first, first + steps * length) : firstRows(steps, size, first / size, whole + 1)
    return { batch: length, steps, picks, endsEpoch }
  }

  goTo(from)
  return { next, goTo }
}

/** The rows of a step, counted from 0: all of them, or those of a mini-batch. */
export function rowsOfStep({ x, yt }: Rows, options: StepRowsOptions, step: number): Rows {
  const [count] = x.shape
  const { batch, picks } = pickStretches(count, options, false, step).next(1)
  if (batch === count) return { x, yt }
  const indices = pickedBy(count, options) === 'indices'
    ? new Tensor({ shape: [batch], dtype: 'int32' }, picks.slice())
    : arange(picks[0], picks[0] + batch, 1, { dtype: 'int32' })
  return { x: take(x, indices), yt: take(yt, indices) }
}
