/** The model that a name, a specification, or nothing but the task stands for. */
import type { Pipeline } from '../data/pipeline/pipeline.ts'
import { KudariError } from '../messages/error.ts'
import { type HiddenOptions, cnn, mlp } from '../nn/architectures.ts'
import { type LossName, type LossSettings, type LossSpecification, lossKeys, lossOf } from '../nn/losses.ts'
import { type ModelSpecification, checkSpecification, linear, logistic, softmaxRegression } from '../nn/specification.ts'
import { fitMessages, targetKinds } from './messages.ts'

/** Models that have a name: `mlp:128,64` is a network of hidden layers of so many units, `cnn` one that looks at images. */
export type ModelName = 'linear' | 'logistic' | 'softmax' | 'cnn' | `mlp:${string}`

/** The names without numbers; for messages, `mlp:128,64` stands beside them. */
export const plainModelNames = ['linear', 'logistic', 'softmax', 'cnn'] as const

/** The units of `mlp:128,64`; undefined where the text is something else. */
export function hiddenUnits(name: string): number[] | undefined {
  if (!name.startsWith('mlp:')) return undefined
  const units = name.slice('mlp:'.length).split(',').map((part) => (/^\s*\d+\s*$/.test(part) ? Number(part) : Number.NaN))
  return units.every((count) => Number.isSafeInteger(count) && count >= 1) ? units : undefined
}

/** Whether a text names a model. */
export const isModelName = (text: string): text is ModelName => plainModelNames.some((name) => name === text) || hiddenUnits(text) !== undefined

/** What is said of a model beside its name. */
export interface ModelOptions extends HiddenOptions {
  readonly loss?: LossName
  readonly delta?: number
  readonly labelSmoothing?: number
  /** How much a row of each class counts; `balanced`: all classes alike, however many rows they have. */
  readonly classWeights?: readonly number[] | 'balanced'
}

const allowedLosses = (classes: number): readonly LossName[] => {
  if (classes === 0) return ['half-mean-square', 'mean-square', 'absolute-error', 'huber']
  return [classes === 2 ? 'binary-cross-entropy' : 'categorical-cross-entropy']
}

const classesOf = ({ target }: Pipeline): number => (target.task === 'classification' ? target.classes.length : 0)

/**
 * The specification that a name (or a ready specification) and the options stand for; without a name, the one that fits the task.
 *
 * @param counts gives the training rows of each class, for balanced weights; none for numbers.
 * @throws KudariError when model, loss and target do not fit together.
 */
export function chooseModel(
  pipeline: Pipeline,
  given: ModelName | ModelSpecification | undefined,
  options: ModelOptions,
  counts: () => readonly number[],
): ModelSpecification {
  const classes = classesOf(pipeline)
  if (typeof given === 'object') return requireFit('spec.json', withLoss(given, options, classes, counts), pipeline)
  const name = given ?? (classes === 0 ? 'linear' : classes === 2 ? 'logistic' : 'softmax')
  const units = hiddenUnits(name)
  const allowed = allowedLosses(name === 'softmax' ? 3 : name === 'logistic' ? 2 : name === 'linear' ? 0 : classes)
  if (options.loss !== undefined && !allowed.includes(options.loss))
    throw new KudariError('usage', fitMessages.lossForModel, { loss: options.loss, model: name, allowed: allowed.join(', ') })
  if (!units && name !== 'cnn')
    for (const option of ['activation', 'dropout'] as const)
      if (options[option] !== undefined) throw new KudariError('usage', fitMessages.onlyForNetworks, { option, model: name })
  const build = (): ModelSpecification => {
    if (units) return mlp(units, { classes }, options)
    if (name === 'linear') return linear()
    if (name === 'logistic') return logistic()
    if (name === 'softmax') return softmaxRegression(classes)
    if (!pipeline.image) throw new KudariError('usage', fitMessages.noImages, undefined)
    return cnn(pipeline.image, { classes }, options)
  }
  return requireFit(name, withLoss(build(), options, classes, counts), pipeline)
}

/** A specification with the loss, and the settings of the loss, that were asked for. */
function withLoss(specification: ModelSpecification, options: ModelOptions, classes: number, counts: () => readonly number[]): ModelSpecification {
  const { loss = lossOf(specification.loss).name, delta, labelSmoothing, classWeights } = options
  const weights = classWeights === 'balanced' ? balanced(counts()) : classWeights
  const asked = { ...(delta !== undefined && { delta }), ...(labelSmoothing !== undefined && { labelSmoothing }), ...(weights && { classWeights: weights }) }
  const keys = lossKeys(loss)
  const wrong = Object.keys(asked).find((key) => !(key in keys))
  if (wrong !== undefined) throw new KudariError('usage', fitMessages.notForLoss, { option: optionNames[wrong as keyof typeof optionNames], loss })
  if (weights && weights.length !== classes)
    throw new KudariError('usage', fitMessages.classWeightCount, { classes, found: weights.length })
  const before = lossOf(specification.loss)
  if (lossOf(loss).activation !== before.activation)
    throw new KudariError('usage', fitMessages.lossForModel, { loss, model: 'spec.json', allowed: before.name })
  const kept = loss === before.name ? before.settings : {}
  const settings: LossSettings = { ...kept, ...asked, type: loss }
  const plain: LossSpecification = Object.keys(settings).length === 1 ? loss : settings
  const changed = { ...specification, loss: plain }
  checkSpecification(changed)
  return changed
}

/** How the settings of a loss are called on the command line. */
const optionNames = { delta: 'delta', labelSmoothing: 'label-smoothing', classWeights: 'class-weights' } as const

/** rows / (classes * rows of the class), as scikit-learn's `class_weight='balanced'`. */
function balanced(counts: readonly number[]): number[] {
  const rows = counts.reduce((a, b) => a + b, 0)
  return counts.map((count) => rows / (counts.length * Math.max(count, 1)))
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
