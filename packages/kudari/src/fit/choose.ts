/** The choices a careful analyst makes: model, batch, learning rate, length of the run — each with its reason. */
import type { Pipeline } from '../data/pipeline/pipeline.ts'
import { KudariError } from '../messages/error.ts'
import type { Language, Message } from '../messages/message.ts'
import { type LossName, lossOf } from '../nn/losses.ts'
import type { Parameters } from '../nn/parameters.ts'
import { type ModelSpecification, linear, logistic, softmaxRegression } from '../nn/specification.ts'
import { curvature } from '../train/curvature.ts'
import { roundDown } from '../train/divergence.ts'
import type { Rows } from '../train/step.ts'
import { take } from '../ops/gather.ts'
import { arange } from '../tensor/create.ts'
import { fitMessages, targetKinds } from './messages.ts'

/** Something that Kudari chose because the user did not, and why; `in` says it in words. */
export interface Choice {
  readonly about: 'task' | 'model' | 'scale' | 'validation' | 'batch' | 'learningRate' | 'iterations' | 'rows'
  in(language: Language): string
}

/** A choice with its reason. */
export const choice = <Values>(about: Choice['about'], message: Message<Values>, values: Values): Choice => ({
  about,
  in: (language) => message[language](values),
})

/** The models that have a name on the command line. */
export type ModelName = 'linear' | 'logistic' | 'softmax'

const losses: Readonly<Record<ModelName, readonly LossName[]>> = {
  linear: ['half-mean-square', 'mean-square', 'absolute-error', 'huber'],
  logistic: ['binary-cross-entropy'],
  softmax: ['categorical-cross-entropy'],
}

const classesOf = ({ target }: Pipeline): number => (target.task === 'classification' ? target.classes.length : 0)

/**
 * The specification that a name (or a ready specification) and a loss stand for; without a name, the one that fits the task.
 *
 * @throws KudariError when model, loss and target do not fit together.
 */
export function chooseModel(
  pipeline: Pipeline,
  given: ModelName | ModelSpecification | undefined,
  loss: LossName | undefined,
): ModelSpecification {
  const classes = classesOf(pipeline)
  if (typeof given === 'object') {
    if (loss === undefined || loss === lossOf(given.loss).name) return requireFit('spec.json', given, pipeline)
    const changed = { ...given, loss }
    if (lossOf(loss).activation !== lossOf(given.loss).activation)
      throw new KudariError('usage', fitMessages.lossForModel, { loss, model: 'spec.json', allowed: lossOf(given.loss).name })
    return requireFit('spec.json', changed, pipeline)
  }
  const name = given ?? (classes === 0 ? 'linear' : classes === 2 ? 'logistic' : 'softmax')
  const allowed = losses[name]
  if (loss !== undefined && !allowed.includes(loss))
    throw new KudariError('usage', fitMessages.lossForModel, { loss, model: name, allowed: allowed.join(', ') })
  const specifications = {
    linear: () => linear(loss),
    logistic: () => logistic(),
    softmax: () => softmaxRegression(classes),
  }
  return requireFit(name, specifications[name](), pipeline)
}

/** A model for classes needs classes, one for two of them needs two, and one for numbers needs numbers. */
function requireFit(model: string, specification: ModelSpecification, pipeline: Pipeline): ModelSpecification {
  const { target } = pipeline
  const classes = classesOf(pipeline)
  const { activation } = lossOf(specification.loss)
  const refuse = (needs: keyof typeof targetKinds): never => {
    throw new KudariError('usage', fitMessages.modelForTask, { model, needs: targetKinds[needs], target: target.column, classes })
  }
  if (activation === 'sigmoid' && classes !== 2) refuse('twoClasses')
  if (activation === 'softmax' && classes < 2) refuse('classes')
  if (activation === undefined && classes !== 0) refuse('numbers')
  return specification
}

/** Numbers that one full-batch step may read before mini-batches are chosen instead. */
const FULL_BATCH_NUMBERS = 5e6
export const DEFAULT_BATCH = 256

/** All rows at once while that is quick, else mini-batches. */
export const chooseBatch = (rows: number, inputs: number): 'full' | number =>
  rows * inputs <= FULL_BATCH_NUMBERS ? 'full' : DEFAULT_BATCH

/** The curvature is measured on at most so many rows: it is a mean over rows, and hardly changes with more. */
const CURVATURE_ROWS = 10_000

/** A learning rate that the curvature of the loss allows: 1 / curvature, half of it for mini-batches, rounded down. */
export function chooseLearningRate(
  specification: ModelSpecification,
  parameters: Parameters,
  statistics: Parameters,
  rows: Rows,
  isFullBatch: boolean,
): { readonly learningRate: number; readonly curvature: number } {
  const count = rows.x.shape[0]
  const every = Math.ceil(count / CURVATURE_ROWS)
  const sample = arange(0, count, every, { dtype: 'int32' })
  const some = every === 1 ? rows : { x: take(rows.x, sample), yt: take(rows.yt, sample) }
  const steepest = curvature(specification, parameters, statistics, some)
  const safe = steepest > 0 && Number.isFinite(steepest) ? 1 / steepest : 0.01
  return { learningRate: roundDown(isFullBatch ? safe : safe / 2), curvature: steepest }
}

export const DEFAULT_ITERATIONS = 10_000
export const DEFAULT_EPOCHS = 30
/** Full-batch steps, or epochs of mini-batches, without a better validation loss before the run is stopped. */
export const PATIENCE = { full: 200, epochs: 5 } as const
/** A full-batch run whose loss falls by less than this share in 100 iterations has arrived. */
export const TOLERANCE = 1e-6
