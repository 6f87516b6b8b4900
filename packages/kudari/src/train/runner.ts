/** The steps of a run, carried out stretch by stretch. */
import { parameterOrder } from '../nn/parameters.ts'
import type { WritableTable } from '../run/loop.ts'
import type { Data } from '../tensor/dtype.ts'
import type { Tensor, TensorType } from '../tensor/tensor.ts'
import type { Stretch } from './picks.ts'
import { pickedBy } from './picks.ts'
import type { TrainingProblem } from './problem.ts'
import type { TrainingState } from './state.ts'
import { type StepLoop, type StepLoopShape, type StepRates, type Steps, takeStepLoop } from './step-loop.ts'
import type { Learning } from './step.ts'
import type { StepRowsOptions } from './step-rows.ts'

/** Half of a slice of time, in milliseconds: what a stretch takes at most, so that a page or terminal gets its turn. */
const STRETCH = 15
/** Steps that are run at one go at first, by their estimated work in nanoseconds; then it is known how long they take. */
const FIRST_STRETCH = 5e6
/** However quick steps are, at most so many are recorded before they are looked at. */
const LONGEST_STRETCH = 4096

/** Rows in a step; the last batch of an epoch may hold fewer. */
export function batchOf({ rows }: TrainingProblem, { batch = 'full' }: StepRowsOptions): number {
  const [count] = rows.x.shape
  return batch === 'full' ? count : Math.min(batch, count)
}

/** Steps in which every row is seen once. */
export const stepsPerEpochOf = (problem: TrainingProblem, options: StepRowsOptions): number =>
  Math.ceil(problem.rows.x.shape[0] / batchOf(problem, options))

/** What the steps on batches of so many rows are made of. */
export function stepShape(
  { specification, rows, inputs }: TrainingProblem,
  options: StepRowsOptions & Learning,
  state: TrainingState,
  batch: number,
  hasOwnRates: boolean,
): StepLoopShape {
  const typeFor = ({ shape, dtype }: Tensor): TensorType => ({ shape: [batch, ...shape.slice(1)], dtype })
  const order = parameterOrder(specification, inputs.length)
  const { optimizer, penalty, clip } = options
  const learning: Learning = { ...(optimizer && { optimizer }), ...(penalty && { penalty }), ...(clip && { clip }) }
  return { specification, learning, x: typeFor(rows.x), yt: typeFor(rows.yt), state, order, by: pickedBy(rows.x.shape[0], options), hasOwnRates }
}

/** What changes during a run, besides the state. */
export interface Changing {
  /** Every step is given a learning rate of its own; else a stretch is given one for all of its steps. */
  readonly rates?: boolean
  /** The inputs of the rows are written anew now and then; they must be before the first step. */
  readonly inputs?: boolean
}

/** Runs stretches of steps; what a stretch began with is kept until the next. */
export function stepRunner(problem: TrainingProblem, options: StepRowsOptions & Learning, first: TrainingState, changing: Changing = {}) {
  const taken = new Map<number, ReturnType<typeof takeStepLoop>>()
  const { x, yt } = problem.rows
  let written: WritableTable | undefined
  /** The loop for batches of so many rows; a last batch of an epoch may be smaller than the others. */
  const loopFor = (batch: number): StepLoop => {
    const known = taken.get(batch)
    if (known) return known.loop
    const made = takeStepLoop(stepShape(problem, options, first, batch, changing.rates ?? false))
    taken.set(batch, made)
    if (changing.inputs) written ??= made.loop.makeTable(x)
    made.loop.begin(written ?? x, yt, first)
    return made.loop
  }
  let current = loopFor(batchOf(problem, options))
  let perStep: number | undefined
  let rates: StepRates

  return {
    /** How many steps to run at one go, so that a page or terminal gets its turn in time. */
    most: (): number => {
      const fitting = perStep === undefined ? FIRST_STRETCH / Math.max(current.work, 1) : STRETCH / Math.max(perStep, 1e-9)
      return Math.max(1, Math.min(LONGEST_STRETCH, Math.floor(fitting)))
    },
    run({ batch, steps, picks }: Stretch, own: StepRates): Steps {
      const loop = loopFor(batch)
      if (loop !== current) loop.setState(current.state())
      current = loop
      rates = own
      // A run may end inside of a stretch.
      if (steps > 1) loop.keep()
      const start = performance.now()
      const results = loop.run(steps, picks, rates)
      perStep = (performance.now() - start) / steps
      return results
    },
    /** Goes back to where the first `steps` of the stretch that was run last had led. */
    rewind({ picks, steps: all }: Stretch, steps: number): void {
      current.restore()
      current.run(steps, picks.subarray(0, (picks.length / all) * steps), typeof rates === 'number' ? rates : rates.subarray(0, steps))
    },
    /** The numbers of the inputs, to be written; good until the next steps. */
    inputs: (): Data => written!.numbers(),
    state: (): TrainingState => current.state(),
    setState: (state: TrainingState): void => current.setState(state),
    end(): void {
      for (const { putBack } of taken.values()) putBack()
      written?.release()
    },
  }
}
