/** How a model learns: optimizer, batches, learning rate and length of the run — as given, or chosen with a reason. */
import { isNetwork } from '../nn/specification.ts'
import { type OptimizerName, type OptimizerSpecification, optimizerNamed, readOptimizer } from '../optim/optimizers.ts'
import type { Penalty } from '../optim/penalty.ts'
import type { ScheduleSpecification } from '../optim/schedule.ts'
import { type RangeTest, findRate } from '../train/find-rate.ts'
import type { TrainingProblem } from '../train/problem.ts'
import type { StepRowsOptions } from '../train/step-rows.ts'
import type { Learning } from '../train/step.ts'
import { roundDown } from '../train/divergence.ts'
import { type Choice, DEFAULT_EPOCHS, DEFAULT_ITERATIONS, PATIENCE, choice, chooseBatch, chooseLearningRate } from './choose.ts'
import { fitMessages } from './messages.ts'

/** Settings of optimizers; which of them has which, `readOptimizer` says. */
export interface OptimizerSettings {
  readonly momentum?: number
  readonly betas?: readonly [number, number]
  readonly smoothing?: number
  readonly epsilon?: number
  readonly weightDecay?: number
}

/** What a caller may say of learning; the rest is chosen. */
export interface LearningOptions {
  readonly optimizer?: OptimizerName | OptimizerSpecification
  /** Settings of the optimizer, over those of its name; without a name they choose one that has them. */
  readonly optimizerSettings?: OptimizerSettings
  readonly penalty?: Penalty
  readonly clip?: NonNullable<Learning['clip']>
  /** How the learning rate changes from step to step. Default: not at all. */
  readonly schedule?: ScheduleSpecification
  /** `find`: by a range test. */
  readonly learningRate?: number | 'find'
  /** Steps; or passes over the rows. At most one of the two. */
  readonly iterations?: number
  readonly epochs?: number
  readonly batch?: 'full' | number
  /** Measurements of the validation loss without a new best before the run stops. Default: it stops so only where its length is chosen. */
  readonly patience?: number
}

/** How a run learns. */
export interface LearningPlan {
  readonly learning: Learning
  readonly schedule?: ScheduleSpecification
  readonly learningRate: number
  /** The range test that chose it, if one did. */
  readonly rangeTest?: RangeTest
  readonly iterations: number
  readonly batch: 'full' | number
  readonly stepsPerEpoch: number
  /** Whether the length of the run was left to Kudari: it then stops when it gets no better. */
  readonly stopsByItself: boolean
  /** Measurements of the validation loss without a new best before the run stops, if it does. */
  readonly patience?: number
}

/** Networks learn from so many rows a step: more steps an epoch, and the noise does them good. */
const NETWORK_BATCH = 64
/** Networks of small tables need many epochs: a run has so many steps at least, and so many without a new best. */
const NETWORK_STEPS = 10_000
const NETWORK_PATIENCE = 1000

/** Learning rates of optimizers that bring steps to one size themselves: the usual ones. */
const usualRates = { adam: 0.001, adamw: 0.001, rmsprop: 0.001, adagrad: 0.01 } as const

/**
 * Settles how a model learns.
 *
 * @param problem what is learned, beginning where.
 * @param rowsOptions how rows are shuffled.
 */
export function chooseLearning(
  problem: TrainingProblem,
  options: LearningOptions,
  rowsOptions: Omit<StepRowsOptions, 'batch'>,
): { readonly plan: LearningPlan; readonly choices: readonly Choice[] } {
  const choices: Choice[] = []
  const isDeep = isNetwork(problem.specification)
  const [count, inputs] = problem.rows.x.shape
  const optimizer = chooseOptimizer(options, isDeep)
  if (options.optimizer === undefined && isDeep && optimizer.type.startsWith('adam'))
    choices.push(choice('optimizer', fitMessages.optimizer, { optimizer: optimizer.type }))

  const batch = options.batch ?? (isDeep ? (count > NETWORK_BATCH ? NETWORK_BATCH : 'full') : chooseBatch(count, inputs))
  if (options.batch === undefined && batch !== 'full')
    choices.push(choice('batch', isDeep ? fitMessages.networkBatch : fitMessages.batch, { batch, rows: count }))

  const { penalty, clip, schedule } = options
  // The plain step needs no name: programs and records of earlier versions have none.
  const learning: Learning = {
    ...(optimizer.type !== 'gradient-descent' && { optimizer }),
    ...(penalty && { penalty }),
    ...(clip && { clip }),
  }
  const rangeTest = options.learningRate === 'find' ? findRate(problem, { ...rowsOptions, ...learning, batch }) : undefined
  const learningRate =
    typeof options.learningRate === 'number' ? options.learningRate : rateWithReason(problem, optimizer, batch, rangeTest, choices)
  const stepsPerEpoch = batch === 'full' ? 1 : Math.ceil(count / batch)
  const stopsByItself = options.iterations === undefined && options.epochs === undefined
  const usual = isDeep
    ? Math.max(DEFAULT_EPOCHS, Math.ceil(NETWORK_STEPS / stepsPerEpoch))
    : batch === 'full' ? DEFAULT_ITERATIONS : DEFAULT_EPOCHS
  const iterations = options.iterations ?? (options.epochs ?? usual) * stepsPerEpoch
  if (stopsByItself) choices.push(choice('iterations', fitMessages.iterations, { iterations, validation: problem.validation !== undefined }))
  const usualPatience = isDeep ? Math.max(PATIENCE.epochs, Math.ceil(NETWORK_PATIENCE / stepsPerEpoch)) : batch === 'full' ? PATIENCE.full : PATIENCE.epochs
  const patience = options.patience ?? (stopsByItself ? usualPatience : undefined)
  return {
    plan: {
      learning,
      ...(schedule && { schedule }),
      learningRate,
      ...(rangeTest && { rangeTest }),
      iterations,
      batch,
      stepsPerEpoch,
      stopsByItself,
      ...(patience !== undefined && { patience }),
    },
    choices,
  }
}

/** The optimizer that was asked for, or one that has the settings that were, or the usual one. */
export function chooseOptimizer({ optimizer, optimizerSettings = {} }: LearningOptions, isDeep: boolean): OptimizerSpecification {
  if (typeof optimizer === 'object') return readOptimizer({ ...optimizer, ...optimizerSettings })
  const { momentum, betas, smoothing, weightDecay } = optimizerSettings
  const usual = (): OptimizerName => {
    if (momentum !== undefined) return 'momentum'
    if (smoothing !== undefined) return 'rmsprop'
    if (betas !== undefined) return 'adam'
    if (isDeep) return weightDecay === undefined ? 'adam' : 'adamw'
    return weightDecay === undefined ? 'gradient-descent' : 'sgd'
  }
  return readOptimizer({ ...optimizerNamed(optimizer ?? usual()), ...optimizerSettings })
}

/** A learning rate for an optimizer, with its reason. */
function rateWithReason(
  { specification, parameters, statistics = {}, rows }: TrainingProblem,
  optimizer: OptimizerSpecification,
  batch: 'full' | number,
  rangeTest: RangeTest | undefined,
  choices: Choice[],
): number {
  const found = rangeTest?.choice
  if (found?.kind === 'found') {
    const learningRate = roundDown(found.suggested)
    choices.push(choice('learningRate', fitMessages.foundRate, { learningRate, lowest: found.lowest }))
    return learningRate
  }
  if (found) choices.push(choice('learningRate', fitMessages.neverFell, undefined))
  if (optimizer.type !== 'gradient-descent' && optimizer.type !== 'sgd') {
    const learningRate = usualRates[optimizer.type]
    choices.push(choice('learningRate', fitMessages.usualRate, { learningRate, optimizer: optimizer.type }))
    return learningRate
  }
  const momentum = optimizer.type === 'sgd' ? (optimizer.momentum ?? 0) : 0
  const { learningRate, curvature } = chooseLearningRate(specification, parameters, statistics, rows, batch === 'full', momentum)
  choices.push(choice('learningRate', fitMessages.learningRate, { learningRate, curvature, batch: batch !== 'full' }))
  return learningRate
}
