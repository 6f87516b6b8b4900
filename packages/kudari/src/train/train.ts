/** The loop: predict, measure, step down, again — with a history, early stopping, cancellation and divergence diagnosis. */
import { KudariError } from '../messages/error.ts'
import { countParameters } from '../nn/parameters.ts'
import type { ScheduleSpecification } from '../optim/schedule.ts'
import type { Execution } from '../run/describe.ts'
import type { Data } from '../tensor/dtype.ts'
import { type Checkpoint, type CheckpointOptions, checkpointClock } from './checkpoint.ts'
import { breathing } from './breathing.ts'
import type { Divergence } from './divergence.ts'
import { type EarlyStoppingOptions, earlyStopping } from './early-stopping.ts'
import { type History, HistoryRecorder, parameterColumns } from './history.ts'
import { type Measures, measures } from './measures.ts'
import { trainMessages } from './messages.ts'
import { pickStretches } from './picks.ts'
import type { TrainingProblem } from './problem.ts'
import { hasOwnRates, ratesOf } from './rates.ts'
import { batchOf, stepRunner, stepShape } from './runner.ts'
import { type TrainingState, stateLike, tensorsOf, variablesOfState } from './state.ts'
import { describeSteps } from './step-loop.ts'
import type { StepRowsOptions } from './step-rows.ts'
import { type Learning, firstState } from './step.ts'
import { stopRules } from './stop-rules.ts'

/** How to learn. */
export interface TrainingOptions extends StepRowsOptions, Learning {
  readonly learningRate: number
  /** How the learning rate changes from step to step. Default: not at all. */
  readonly schedule?: ScheduleSpecification
  /** How many steps at most. */
  readonly iterations: number
  readonly earlyStopping?: EarlyStoppingOptions
  /** Stop once the loss of full-batch steps has, over 100 iterations, fallen by less than this share of itself. */
  readonly tolerance?: number
  /**
   * Writes the inputs of an epoch, counted from 0, number by number where they are read: images that are shifted and turned a
   * little, for example. Default: the same inputs in all.
   */
  readonly writeInputs?: (epoch: number, into: Data) => void
  /** Where a run that was broken off goes on. */
  readonly from?: Checkpoint
  readonly checkpoints?: CheckpointOptions
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
  readonly learningRate: number
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
  /** After the last step; where a run stopped early, the best one. */
  readonly state: TrainingState
  readonly history: History
  readonly outcome: Outcome
}

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

/** What a run keeps of itself besides its state. */
function bookkeeping(problem: TrainingProblem, options: TrainingOptions) {
  const { specification, validation, parameters } = problem
  const { from, learningRate, iterations, schedule, tolerance } = options
  const measure = validation && measures(specification, validation)
  const count = countParameters(parameters)
  const recorder = new HistoryRecorder(measure?.names ?? [], count, from?.history)
  const isFullBatch = (options.batch ?? 'full') === 'full'
  const stepsPerEpoch = Math.ceil(problem.rows.x.shape[0] / batchOf(problem, options))
  return {
    measure,
    recorder,
    columns: parameterColumns(count),
    stepsPerEpoch,
    stopping: options.earlyStopping && validation && earlyStopping(options.earlyStopping, from),
    stops: stopRules(problem, { learningRate, isFullBatch, ...(tolerance !== undefined && { tolerance }) }, recorder),
    rates: ratesOf(schedule, { learningRate, iterations, stepsPerEpoch }, from?.plateau),
    /** Whether something happens between two epochs. */
    watchesEpochs: measure !== undefined || schedule?.type === 'plateau' || options.checkpoints?.epochs !== undefined || options.writeInputs !== undefined,
  }
}

/**
 * Trains a model by gradient descent. The same seed gives the same result, also where a run is broken off and goes on from a
 * checkpoint.
 *
 * @throws KudariError when an option is out of range.
 * @example
 * const { state, history } = await train(problem, { learningRate: 0.01, iterations: 200 })
 */
export async function train(problem: TrainingProblem, options: TrainingOptions): Promise<TrainingResult> {
  const { rows } = problem
  check(options, rows.x.shape[0])
  const { iterations, signal, onIteration, from, writeInputs, checkpoints } = options
  const { measure, recorder, columns, stepsPerEpoch, stopping, stops, rates, watchesEpochs } = bookkeeping(problem, options)
  let iteration = from?.iteration ?? 0
  const first = stateOfProblem(problem, options)
  const changing = { rates: hasOwnRates(options.schedule), inputs: writeInputs !== undefined }
  // A file keeps tensors in an order of its own; sums over all of them go by the model's.
  const steps = stepRunner(problem, options, from ? stateLike(first, tensorsOf(from.state)) : first, changing)
  const stretches = pickStretches(rows.x.shape[0], options, watchesEpochs, iteration)
  const clock = checkpoints && checkpointClock(checkpoints)
  const checkpoint = (made: number): Checkpoint => ({
    iteration: made,
    state: steps.state(),
    history: recorder.copy(),
    ...(stopping?.best && { best: stopping.best }),
    sinceBest: stopping?.sinceBest ?? 0,
    ...(rates.plateau() && { plateau: rates.plateau()! }),
  })
  let outcome: Outcome | undefined
  const breathe = breathing()

  try {
    writeInputs?.(Math.floor(iteration / stepsPerEpoch), steps.inputs())
    while (!outcome) {
      const stretch = stretches.next(Math.min(iterations - iteration, steps.most()))
      const { loss, parameters } = steps.run(stretch, rates.of(iteration, stretch.steps))
      const isMeasured = stretch.endsEpoch || iteration + stretch.steps === iterations
      for (let i = 0; i < stretch.steps && !outcome; i++) {
        const isLast = i === stretch.steps - 1
        const present = isLast && measure && isMeasured ? steps.state() : undefined
        const validationMeasures = present && measure!.at(variablesOfState(present))
        recorder.add(loss[i], parameters, i * columns.length, validationMeasures)
        onIteration?.({
          iteration,
          loss: loss[i],
          learningRate: rates.at(iteration),
          parameters: Object.fromEntries(columns.map((name, j) => [name, parameters[i * columns.length + j]])),
          ...(validationMeasures && { validation: validationMeasures }),
        })
        if (isLast && stretch.endsEpoch && rates.plateau()) rates.endEpoch(validationMeasures?.loss ?? meanOfLast(recorder.losses, stepsPerEpoch))
        if (stops.hasDiverged(loss[i])) outcome = { kind: 'diverged', iteration, divergence: stops.divergence(iteration, loss[i]) }
        else if (validationMeasures && stopping?.add(iteration, validationMeasures.loss, present!))
          outcome = { kind: 'stoppedEarly', iteration, best: stopping.best!.iteration }
        else if (iteration === iterations - 1) outcome = { kind: 'finished', iteration }
        else if (signal?.aborted) outcome = { kind: 'interrupted', iteration }
        else if (stops.hasConverged()) outcome = { kind: 'converged', iteration }
        // The rest of the stretch was run for nothing: back to where the run ends.
        if (outcome && !isLast) steps.rewind(stretch, i + 1)
        if (!outcome) iteration++
      }
      const epoch = stretch.endsEpoch ? Math.round(iteration / stepsPerEpoch) : undefined
      if (outcome?.kind === 'interrupted') await checkpoints?.save(checkpoint(iteration + 1))
      else if (!outcome && clock?.isDue(epoch)) {
        await checkpoints!.save(checkpoint(iteration))
        clock.made()
      }
      if (!outcome && epoch !== undefined) writeInputs?.(epoch, steps.inputs())
      if (!outcome) await breathe()
    }
    let state = steps.state()
    const best = stopping?.best
    if (best && outcome.kind !== 'diverged') {
      ;({ state } = best)
      if (best.iteration !== iteration && outcome.kind !== 'interrupted')
        outcome = { kind: 'stoppedEarly', iteration, best: best.iteration }
    }
    return { state, history: recorder.history, outcome }
  } finally {
    steps.end()
  }
}

/** The mean of the last losses, at most so many. */
function meanOfLast(losses: readonly number[], count: number): number {
  const last = losses.slice(-count)
  return last.reduce((a, b) => a + b, 0) / last.length
}

/** How the steps of a run are carried out on this machine: by which executor, on how many threads, in which order. */
export function trainingExecution(problem: TrainingProblem, options: StepRowsOptions & Learning & Pick<TrainingOptions, 'schedule'>): Execution {
  return describeSteps(stepShape(problem, options, stateOfProblem(problem, options), batchOf(problem, options), hasOwnRates(options.schedule)))
}

const stateOfProblem = ({ parameters, statistics = {} }: TrainingProblem, options: Learning): TrainingState =>
  firstState(parameters, statistics, options)
