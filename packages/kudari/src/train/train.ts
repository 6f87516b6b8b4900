/** The loop: predict, measure, step down, again — with a history, early stopping, cancellation and divergence diagnosis. */
import { KudariError } from '../messages/error.ts'
import { type Parameters, countParameters, listParameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { scalar } from '../tensor/tensor.ts'
import { type Divergence, diagnose, divergenceWatch } from './divergence.ts'
import { type EarlyStoppingOptions, earlyStopping } from './early-stopping.ts'
import { type History, HistoryRecorder } from './history.ts'
import { type Measures, measures } from './measures.ts'
import { trainMessages } from './messages.ts'
import { type StepRowsOptions, stepRows } from './step-rows.ts'
import { type Rows, trainingStep } from './step.ts'

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
  /** After the update, in the order of the history's columns. */
  readonly parameters: readonly number[]
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
  const { specification, rows, validation, inputs } = problem
  check(options, rows.x.shape[0])
  const { learningRate, iterations, tolerance, signal, onIteration } = options
  const isFullBatch = (options.batch ?? 'full') === 'full'
  const step = trainingStep(specification)
  const measure = validation && measures(specification, validation)
  const alpha = scalar(learningRate, rows.x.dtype as 'float64' | 'float32')
  const recorder = new HistoryRecorder(measure?.names ?? [], countParameters(problem.parameters))
  const stopping = options.earlyStopping && validation && earlyStopping(options.earlyStopping)
  const hasDiverged = divergenceWatch()
  let { parameters } = problem
  let outcome: Outcome | undefined
  let iteration = 0
  let sliceEnd = performance.now() + SLICE

  for (const { rows: batchRows, isEpochEnd } of stepRows(rows, options)) {
    const result = step(batchRows, alpha, parameters)
    const loss = result.loss.item()
    parameters = result.parameters
    const validationMeasures = isEpochEnd || iteration === iterations - 1 ? measure?.at(parameters) : undefined
    const listed = listParameters(specification, inputs.length, parameters)
    recorder.add(loss, listed, validationMeasures)
    onIteration?.({ iteration, loss, parameters: listed, ...(validationMeasures && { validation: validationMeasures }) })

    const { loss: losses } = recorder.history
    if (hasDiverged(loss)) {
      const at = { iteration, loss, firstLoss: losses[0], learningRate }
      const names = rows.x.shape[1] > inputs.length ? ['', ...inputs] : inputs
      outcome = { kind: 'diverged', iteration, divergence: diagnose(specification, problem.parameters, rows, names, at) }
    } else if (validationMeasures && stopping?.add(iteration, validationMeasures.loss, parameters))
      outcome = { kind: 'stoppedEarly', iteration, best: stopping.best!.iteration }
    else if (iteration === iterations - 1) outcome = { kind: 'finished', iteration }
    else if (signal?.aborted) outcome = { kind: 'interrupted', iteration }
    else if (isFullBatch && tolerance !== undefined && hasConverged(losses, tolerance))
      outcome = { kind: 'converged', iteration }
    if (outcome) break

    iteration++
    if (performance.now() > sliceEnd) {
      await breathe()
      sliceEnd = performance.now() + SLICE
    }
  }
  const best = stopping?.best
  if (best && outcome!.kind !== 'diverged') {
    parameters = best.parameters
    if (best.iteration !== iteration && outcome!.kind !== 'interrupted')
      outcome = { kind: 'stoppedEarly', iteration, best: best.iteration }
  }
  return { parameters, history: recorder.history, outcome: outcome! }
}

/** Whether the loss has, over the last iterations, fallen by less than the share `tolerance` of itself. */
function hasConverged(losses: readonly number[], tolerance: number): boolean {
  const now = losses.at(-1)!
  const then = losses[losses.length - 1 - CONVERGENCE_WINDOW]
  return then !== undefined && then - now < tolerance * Math.abs(then)
}
