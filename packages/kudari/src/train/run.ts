/** A run: predict, measure, step down, again, as far as its caller lets it, and back to any moment of it. */
import { KudariError } from '../messages/error.ts'
import { countParameters } from '../nn/parameters.ts'
import type { ScheduleSpecification } from '../optim/schedule.ts'
import type { Data } from '../tensor/dtype.ts'
import type { Checkpoint, Moment } from './checkpoint.ts'
import type { Divergence } from './divergence.ts'
import { type EarlyStoppingOptions, earlyStopping } from './early-stopping.ts'
import { type History, HistoryRecorder, parameterColumns } from './history.ts'
import { type Measures, measures } from './measures.ts'
import { trainMessages } from './messages.ts'
import { pickStretches } from './picks.ts'
import { type TrainingProblem, firstStateOf } from './problem.ts'
import { hasOwnRates, ratesOf } from './rates.ts'
import { stepRunner, stepsPerEpochOf } from './runner.ts'
import { type TrainingState, stateLike, tensorsOf, variablesOfState } from './state.ts'
import type { StepRowsOptions } from './step-rows.ts'
import type { Learning } from './step.ts'
import { stopRules } from './stop-rules.ts'

/** How to learn. */
export interface RunOptions extends StepRowsOptions, Learning {
  readonly learningRate: number
  /** How the learning rate changes from step to step. Default: not at all. */
  readonly schedule?: ScheduleSpecification
  /** How many steps are planned; a schedule spans them. */
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

/** Refuses a setting in words. */
export const requireOption = (isFine: boolean, option: string, expected: string, found: unknown): void => {
  if (!isFine) throw new KudariError('usage', trainMessages.badOption, { option, expected, found: String(found) })
}

function check({ learningRate, iterations, batch = 'full' }: RunOptions, rows: number): void {
  requireOption(Number.isFinite(learningRate) && learningRate > 0, 'learningRate', '> 0', learningRate)
  requireOption(Number.isInteger(iterations) && iterations >= 1, 'iterations', '>= 1', iterations)
  requireOption(batch === 'full' || (Number.isInteger(batch) && batch >= 1), 'batch', "'full', >= 1", batch)
  requireOption(rows >= 1, 'rows', '>= 1', rows)
}

/** What a run keeps of itself wherever it stands. */
function bookkeeping(problem: TrainingProblem, options: RunOptions) {
  const { specification, validation, parameters } = problem
  const { from, learningRate, schedule, tolerance } = options
  /** Whether something happens between two epochs. */
  const watchesEpochs = validation !== undefined || schedule?.type === 'plateau' || options.writeInputs !== undefined
  const measure = validation && measures(specification, validation)
  const count = countParameters(parameters)
  const recorder = new HistoryRecorder(measure?.names ?? [], count, from?.history)
  const isFullBatch = (options.batch ?? 'full') === 'full'
  return {
    measure,
    recorder,
    columns: parameterColumns(count),
    stretches: pickStretches(problem.rows.x.shape[0], options, watchesEpochs, from?.iteration),
    stops: stopRules(problem, { learningRate, isFullBatch, ...(tolerance !== undefined && { tolerance }) }, recorder.losses),
  }
}

/** What goes with a moment of a run, besides the tensors: at which rates it goes on, and how long it may. */
function standingAt(moment: Moment, { validation }: TrainingProblem, options: RunOptions, stepsPerEpoch: number) {
  const { iteration, plateau } = moment
  const { learningRate, iterations, schedule } = options
  return {
    iteration,
    rates: ratesOf(schedule, { learningRate, iterations, stepsPerEpoch }, plateau),
    stopping: options.earlyStopping && validation && earlyStopping(options.earlyStopping, moment),
  }
}

/**
 * A run that makes its steps when it is told to. It stands between two steps, and may be taken to any {@link Moment} of itself;
 * what follows has the same bits as before. See {@link beginRun}.
 */
export class TrainingRun {
  readonly #problem: TrainingProblem
  readonly #options: RunOptions
  readonly #stepsPerEpoch: number
  readonly #kept: ReturnType<typeof bookkeeping>
  readonly #steps: ReturnType<typeof stepRunner>
  #at: ReturnType<typeof standingAt>
  #outcome: Outcome | undefined
  #writtenEpoch: number | undefined

  constructor(problem: TrainingProblem, options: RunOptions) {
    check(options, problem.rows.x.shape[0])
    const { from, schedule, writeInputs } = options
    const first = firstStateOf(problem, options)
    // A file keeps tensors in an order of its own; sums over all of them go by the model's.
    const start: Moment = from ? { ...from, state: stateLike(first, tensorsOf(from.state)) } : { iteration: 0, state: first, sinceBest: 0 }
    this.#problem = problem
    this.#options = options
    this.#stepsPerEpoch = stepsPerEpochOf(problem, options)
    this.#kept = bookkeeping(problem, options)
    this.#at = standingAt(start, problem, options, this.#stepsPerEpoch)
    this.#outcome = this.#finished()
    this.#steps = stepRunner(problem, options, start.state, { rates: hasOwnRates(schedule), inputs: writeInputs !== undefined })
  }

  /** How many steps lead to where it stands: the next one has this number. */
  get iteration(): number {
    return this.#at.iteration
  }

  /**
   * How it ended. A run that is `finished` may go on beyond its plan, and stays so: a schedule spans the planned steps, and what
   * follows takes the rates that it has beyond them. Any other outcome is the end.
   */
  get outcome(): Outcome | undefined {
    return this.#outcome
  }

  /** All steps that were ever made, those too from which it was taken back. It grows as the run goes on. */
  get history(): History {
    return this.#kept.recorder.history
  }

  /** The learning rate of the next step. */
  get learningRate(): number {
    return this.#at.rates.at(this.#at.iteration)
  }

  state(): TrainingState {
    return this.#steps.state()
  }

  /**
   * Makes some of the next steps at one go: as many as take little time (some 15 ms), at most `most`, and none beyond the end of
   * the plan, or of an epoch where something happens there. A run that has ended stays as it is.
   *
   * @returns the {@link outcome}.
   */
  advance(most = Infinity): Outcome | undefined {
    if (most < 1 || (this.#outcome && this.#outcome.kind !== 'finished')) return this.#outcome
    const { measure, recorder, columns, stretches } = this.#kept
    const { iterations, onIteration } = this.#options
    const steps = this.#steps
    const { iteration: first, rates } = this.#at
    this.#writeEpoch()
    const planned = first < iterations ? iterations - first : Infinity
    const stretch = stretches.next(Math.min(most, planned, steps.most()))
    const { loss, parameters } = steps.run(stretch, rates.of(first, stretch.steps))
    const isMeasured = measure !== undefined && (stretch.endsEpoch || stretch.steps === planned)
    let outcome: Outcome | undefined
    for (let i = 0; i < stretch.steps && !outcome; i++) {
      const iteration = first + i
      const isLast = i === stretch.steps - 1
      const present = isLast && isMeasured ? steps.state() : undefined
      const validation = present && measure!.at(variablesOfState(present))
      recorder.set(iteration, loss[i], parameters, i * columns.length, validation)
      this.#at.iteration = iteration + 1
      onIteration?.({
        iteration,
        loss: loss[i],
        learningRate: rates.at(iteration),
        parameters: Object.fromEntries(columns.map((name, j) => [name, parameters[i * columns.length + j]])),
        ...(validation && { validation }),
      })
      if (isLast && stretch.endsEpoch && rates.plateau()) rates.endEpoch(validation?.loss ?? recorder.meanLoss(iteration, this.#stepsPerEpoch))
      outcome = this.#ending(iteration, validation, present)
      // The rest of the stretch was run for nothing: back to where the run ends.
      if (outcome && !isLast) steps.rewind(stretch, i + 1)
    }
    this.#outcome = outcome ?? this.#finished()
    return this.#outcome
  }

  /** Where it stands, to come back to. */
  moment(): Moment {
    const { iteration, stopping, rates } = this.#at
    const plateau = rates.plateau()
    return { iteration, state: this.state(), ...(stopping?.best && { best: stopping.best }), sinceBest: stopping?.sinceBest ?? 0, ...(plateau && { plateau }) }
  }

  /** Takes it to a moment of its own, before or after the present one. */
  goTo(moment: Moment): void {
    this.#at = standingAt(moment, this.#problem, this.#options, this.#stepsPerEpoch)
    this.#outcome = this.#finished()
    this.#kept.stretches.goTo(moment.iteration)
    this.#steps.setState(moment.state)
  }

  /** Where it stands, with all that led there: another run can go on {@link RunOptions.from} it. */
  checkpoint(): Checkpoint {
    return { ...this.moment(), history: this.#kept.recorder.upTo(this.iteration) }
  }

  /** What was learned up to here; `interrupted` where the run has not ended. */
  result(): TrainingResult {
    const iteration = this.iteration - 1
    const history = this.#kept.recorder.upTo(this.iteration)
    const outcome: Outcome = this.#outcome ?? { kind: 'interrupted', iteration }
    const best = this.#at.stopping?.best
    if (!best || outcome.kind === 'diverged') return { state: this.state(), history, outcome }
    const isRestored = best.iteration !== iteration && outcome.kind !== 'interrupted'
    return { state: best.state, history, outcome: isRestored ? { kind: 'stoppedEarly', iteration, best: best.iteration } : outcome }
  }

  /** Gives back what the steps were made with: it can neither go on nor be asked for its state any more. */
  end(): void {
    this.#steps.end()
  }

  /** How the run ends with an iteration, if it does; `present` is its state where it was measured. */
  #ending(iteration: number, measured: Measures | undefined, present: TrainingState | undefined): Outcome | undefined {
    const { stops } = this.#kept
    const { stopping } = this.#at
    const divergence = stops.divergence(iteration)
    if (divergence) return { kind: 'diverged', iteration, divergence }
    if (measured && stopping?.add(iteration, measured.loss, present!)) return { kind: 'stoppedEarly', iteration, best: stopping.best!.iteration }
    if (iteration === this.#options.iterations - 1) return { kind: 'finished', iteration }
    if (this.#options.signal?.aborted) return { kind: 'interrupted', iteration }
    return stops.hasConverged(iteration) ? { kind: 'converged', iteration } : undefined
  }

  #finished(): Outcome | undefined {
    const { iteration } = this.#at
    return iteration >= this.#options.iterations ? { kind: 'finished', iteration: iteration - 1 } : undefined
  }

  /** Writes the inputs of the next step, where they change from epoch to epoch. */
  #writeEpoch(): void {
    const epoch = Math.floor(this.#at.iteration / this.#stepsPerEpoch)
    if (epoch !== this.#writtenEpoch) this.#options.writeInputs?.(epoch, this.#steps.inputs())
    this.#writtenEpoch = epoch
  }
}

/**
 * Begins a run; its steps are made by {@link TrainingRun.advance}. It has to be ended.
 *
 * @throws KudariError when an option is out of range.
 * @example
 * const run = beginRun(problem, { learningRate: 0.01, iterations: 200 })
 * while (!run.outcome) run.advance(10)
 * const { state, history } = run.result()
 * run.end()
 */
export const beginRun = (problem: TrainingProblem, options: RunOptions): TrainingRun => new TrainingRun(problem, options)
