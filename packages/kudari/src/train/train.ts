/** The loop: predict, measure, step down, again — with a history, early stopping, cancellation and divergence diagnosis. */
import { KudariError } from '../messages/error.ts'
import { type Parameters, countParameters, parameterOrder } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { Execution } from '../run/describe.ts'
import type { Tensor, TensorType } from '../tensor/tensor.ts'
import { type Divergence, diagnose, divergenceWatch } from './divergence.ts'
import { type EarlyStoppingOptions, earlyStopping } from './early-stopping.ts'
import { type History, HistoryRecorder, parameterColumns } from './history.ts'
import { type Measures, measures } from './measures.ts'
import { trainMessages } from './messages.ts'
import { type Stretch, pickStretches, pickedBy } from './picks.ts'
import { type StepLoop, type StepLoopShape, type Steps, describeSteps, takeStepLoop } from './step-loop.ts'
import type { StepRowsOptions } from './step-rows.ts'
import type { Rows } from './step.ts'

/** What is to be learned, from what, beginning where. */
export interface TrainingProblem {
  readonly specification: ModelSpecification
  /** The rows to learn from, prepared (see `prepareInputs`, `prepareTarget`). */
  readonly rows: Rows
  /** Rows that are only looked at. */
  readonly validation?: Rows
  /** The parameters to begin with. */
  readonly parameters: Parameters
  /** The names of the input columns, without the dummy column. */
  readonly inputs: readonly string[]
}

/** How to learn. */
export interface TrainingOptions extends StepRowsOptions {
  readonly learningRate: number
  /** How many steps at most. */
  readonly iterations: number
  readonly earlyStopping?: EarlyStoppingOptions
  /** Stop once the loss of full-batch steps has, over 100 iterations, fallen by less than this share of itself. */
  readonly tolerance?: number
  /** Ends the run after the current iteration; what was learned is returned. */
  readonly signal?: AbortSignal
  /** Called after every iteration. */
  readonly onIteration?: (step: Iteration) => void
}

/** What is known after an iteration. */
export interface Iteration {
  readonly iteration: number
  /** Before the update. */
  readonly loss: number
  /** After the update, by the names of the history's columns: `w0`, `w1`, ..., or `norm`. */
  readonly parameters: Readonly<Record<string, number>>
  readonly validation?: Measures
}

/** How a run ended; `iteration` is the last one that was made. */
export type Outcome =
  | { readonly kind: 'finished' | 'converged' | 'interrupted'; readonly iteration: number }
  /** The weights of `best` were restored. */
  | { readonly kind: 'stoppedEarly'; readonly iteration: number; readonly best: number }
  | { readonly kind: 'diverged'; readonly iteration: number; readonly divergence: Divergence }

export interface TrainingResult {
  readonly parameters: Parameters
  readonly history: History
  readonly outcome: Outcome
}

/** How long, in milliseconds, the loop computes before it lets a page or terminal do its work. */
const SLICE = 30
/** Steps that are run at one go at first, by their estimated work in nanoseconds; then it is known how long they take. */
const FIRST_STRETCH = 5e6
/** However quick steps are, at most so many are recorded before they are looked at. */
const LONGEST_STRETCH = 4096

const CONVERGENCE_WINDOW = 100

const require = (isFine: boolean, option: string, expected: string, found: unknown): void => {
  if (!isFine) throw new KudariError('usage', trainMessages.badOption, { option, expected, found: String(found) })
}

function check(options: TrainingOptions, rows: number): void {
  const { learningRate, iterations, batch = 'full' } = options
  require(Number.isFinite(learningRate) && learningRate > 0, 'learningRate', '> 0', learningRate)
  require(Number.isInteger(iterations) && iterations >= 1, 'iterations', '>= 1', iterations)
  require(batch === 'full' || (Number.isInteger(batch) && batch >= 1), 'batch', "'full', >= 1", batch)
  require(rows >= 1, 'rows', '>= 1', rows)
}

/** Lets timers, input and drawing have their turn. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/**
 * Trains a model by gradient descent. The same seed gives the same result.
 *
 * @throws KudariError when an option is out of range.
 * @example
 * const { parameters, history } = await train(problem, { learningRate: 0.01, iterations: 200 })
 */
export async function train(problem: TrainingProblem, options: TrainingOptions): Promise<TrainingResult> {
  const { rows, validation } = problem
  check(options, rows.x.shape[0])
  const { iterations, signal, onIteration } = options
  const measure = validation && measures(problem.specification, validation)
  const count = countParameters(problem.parameters)
  const recorder = new HistoryRecorder(measure?.names ?? [], count)
  const columns = parameterColumns(count)
  const stopping = options.earlyStopping && validation && earlyStopping(options.earlyStopping)
  const stops = stopRules(problem, options, recorder)
  const steps = stepRunner(problem, options)
  const stretches = pickStretches(rows.x.shape[0], options, measure !== undefined)
  let outcome: Outcome | undefined
  let iteration = 0
  let sliceEnd = performance.now() + SLICE

  try {
    while (!outcome) {
      const stretch = stretches.next(Math.min(iterations - iteration, steps.most()))
      const { loss, parameters } = steps.run(stretch)
      const isMeasured = stretch.endsEpoch || iteration + stretch.steps === iterations
      for (let i = 0; i < stretch.steps && !outcome; i++) {
        const isLast = i === stretch.steps - 1
        const present = isLast && measure && isMeasured ? steps.parameters() : undefined
        const validationMeasures = present && measure!.at(present)
        recorder.add(loss[i], parameters, i * columns.length, validationMeasures)
        onIteration?.({
          iteration,
          loss: loss[i],
          parameters: Object.fromEntries(columns.map((name, j) => [name, parameters[i * columns.length + j]])),
          ...(validationMeasures && { validation: validationMeasures }),
        })
        if (stops.hasDiverged(loss[i])) outcome = stops.diverged(iteration, loss[i])
        else if (validationMeasures && stopping?.add(iteration, validationMeasures.loss, present!))
          outcome = { kind: 'stoppedEarly', iteration, best: stopping.best!.iteration }
        else if (iteration === iterations - 1) outcome = { kind: 'finished', iteration }
        else if (signal?.aborted) outcome = { kind: 'interrupted', iteration }
        else if (stops.hasConverged()) outcome = { kind: 'converged', iteration }
        // The rest of the stretch was run for nothing: back to where the run ends.
        if (outcome && !isLast) steps.rewind(stretch, i + 1)
        if (!outcome) iteration++
      }
      if (!outcome && performance.now() > sliceEnd) {
        await breathe()
        sliceEnd = performance.now() + SLICE
      }
    }
    let parameters = steps.parameters()
    const best = stopping?.best
    if (best && outcome.kind !== 'diverged') {
      ;({ parameters } = best)
      if (best.iteration !== iteration && outcome.kind !== 'interrupted')
        outcome = { kind: 'stoppedEarly', iteration, best: best.iteration }
    }
    return { parameters, history: recorder.history, outcome }
  } finally {
    steps.end()
  }
}

/** What the steps on batches of so many rows are made of. */
function stepShape({ specification, rows, parameters, inputs }: TrainingProblem, options: StepRowsOptions, batch: number): StepLoopShape {
  const typeFor = ({ shape, dtype }: Tensor): TensorType => ({ shape: [batch, ...shape.slice(1)], dtype })
  const order = parameterOrder(specification, inputs.length)
  return { specification, x: typeFor(rows.x), yt: typeFor(rows.yt), parameters, order, by: pickedBy(rows.x.shape[0], options) }
}

/** How the steps of a run are carried out on this machine: by which executor, on how many threads, in which order. */
export function trainingExecution(problem: TrainingProblem, options: StepRowsOptions): Execution {
  return describeSteps(stepShape(problem, options, batchOf(problem, options)))
}

/** Rows in a step; the last batch of an epoch may hold fewer. */
function batchOf({ rows }: TrainingProblem, { batch = 'full' }: StepRowsOptions): number {
  const [count] = rows.x.shape
  return batch === 'full' ? count : Math.min(batch, count)
}

/** Runs stretches of steps; what a stretch began with is kept until the next. */
function stepRunner(problem: TrainingProblem, options: TrainingOptions) {
  const { rows, parameters } = problem
  const taken = new Map<number, ReturnType<typeof takeStepLoop>>()
  /** The loop for batches of so many rows; a last batch of an epoch may be smaller than the others. */
  const loopFor = (batch: number): StepLoop => {
    const known = taken.get(batch)
    if (known) return known.loop
    const made = takeStepLoop(stepShape(problem, options, batch))
    taken.set(batch, made)
    made.loop.begin(rows, options.learningRate, parameters)
    return made.loop
  }
  let current = loopFor(batchOf(problem, options))
  let perStep: number | undefined

  return {
    /** How many steps to run at one go, so that a page or terminal gets its turn in time. */
    most: (): number => {
      const fitting = perStep === undefined ? FIRST_STRETCH / Math.max(current.work, 1) : SLICE / 2 / Math.max(perStep, 1e-9)
      return Math.max(1, Math.min(LONGEST_STRETCH, Math.floor(fitting)))
    },
    run({ batch, steps, picks }: Stretch): Steps {
      const loop = loopFor(batch)
      if (loop !== current) loop.setParameters(current.parameters())
      current = loop
      // A run may end inside of a stretch.
      if (steps > 1) loop.keep()
      const start = performance.now()
      const results = loop.run(steps, picks)
      perStep = (performance.now() - start) / steps
      return results
    },
    /** The parameters as they were after the first `steps` of the stretch that was run last. */
    rewind({ picks, steps: all }: Stretch, steps: number): void {
      current.restore()
      current.run(steps, picks.subarray(0, (picks.length / all) * steps))
    },
    parameters: (): Parameters => current.parameters(),
    end(): void {
      for (const { putBack } of taken.values()) putBack()
    },
  }
}

/** When a run ends before all iterations are made. */
function stopRules({ specification, rows, parameters, inputs }: TrainingProblem, options: TrainingOptions, { losses }: HistoryRecorder) {
  const { learningRate, tolerance } = options
  const isFullBatch = (options.batch ?? 'full') === 'full'
  return {
    hasDiverged: divergenceWatch(),
    diverged(iteration: number, loss: number): Outcome {
      const at = { iteration, loss, firstLoss: losses[0], learningRate }
      const names = rows.x.shape[1] > inputs.length ? ['', ...inputs] : inputs
      return { kind: 'diverged', iteration, divergence: diagnose(specification, parameters, rows, names, at) }
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
