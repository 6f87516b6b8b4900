/** What is settled before the first step: choose what the user left open, prepare the rows, hold some out. */
import type { Augmentation } from '../data/augmentation.ts'
import { type MatrixForm, applyPipeline } from '../data/pipeline/apply.ts'
import { chooseTarget, fitPipeline } from '../data/pipeline/fit.ts'
import { taskReasonText } from '../data/pipeline/messages.ts'
import { type Impute, type Pipeline, type Scale, type Task, matrixColumns } from '../data/pipeline/pipeline.ts'
import { imageSeen } from '../data/pipeline/pixels.ts'
import { encodeTarget, targetRows } from '../data/pipeline/target.ts'
import { type Split, trainValidationSplit } from '../data/split.ts'
import type { Table } from '../data/table.ts'
import { columnNamed } from '../data/types.ts'
import { KudariError } from '../messages/error.ts'
import { prepareTarget } from '../nn/model.ts'
import {
  type LayerWeights,
  type Parameters,
  initializeParameters,
  initializeStatistics,
  parametersFromLayers,
  parametersFromList,
} from '../nn/parameters.ts'
import type { Initializer } from '../nn/initializers.ts'
import { type ModelSpecification, isNetwork } from '../nn/specification.ts'
import { type Generator, generator } from '../tensor/random.ts'
import type { Tensor } from '../tensor/tensor.ts'
import type { Rows } from '../train/step.ts'
import { requireMovable } from './augment.ts'
import { type Choice, choice } from './choose.ts'
import { type LearningOptions, type LearningPlan, chooseLearning, chooseOptimizer } from './learning-choice.ts'
import { type ModelName, type ModelOptions, chooseModel } from './model-choice.ts'
import { fitMessages } from './messages.ts'
import { inputForm } from './model.ts'
import { requireRoom } from './room.ts'

/** How a model's weights begin: by name, as numbers (bias first), or layer by layer. */
export type Initial = Initializer | readonly number[] | readonly LayerWeights[]

/** What is to be learned and how. Only `target` must be given; the rest is obeyed to the letter where it is given. */
export interface FitOptions extends ModelOptions, LearningOptions {
  readonly target: string
  readonly features?: readonly string[]
  readonly task?: Task
  readonly model?: ModelName | ModelSpecification
  readonly initial?: Initial
  readonly center?: boolean
  readonly scale?: Scale
  readonly impute?: Impute
  readonly shuffle?: boolean
  /** In every epoch the images that are learned from are moved a little. Default: they are not. */
  readonly augment?: Augmentation
  /** The share of rows to hold out (0: none), or a table of its own. */
  readonly validation?: number | Table
  readonly seed?: number
  readonly dtype?: 'float64' | 'float32'
}

/** Everything that was settled before the first step: it can be shown, and a step of it can be opened. */
export interface Plan extends LearningPlan {
  readonly pipeline: Pipeline
  readonly specification: ModelSpecification
  readonly parameters: Parameters
  readonly statistics: Parameters
  readonly dtype: 'float64' | 'float32'
  /** Training rows of the table, in its order, and those held out. */
  readonly split: Split
  /** Encoded inputs and targets. */
  readonly training: Encoded
  readonly validation?: Encoded
  /** The same as the loop takes them: the same inputs, the targets in the shape of the predictions. */
  readonly rows: Rows
  readonly validationRows?: Rows
  readonly inputs: readonly string[]
  readonly augment?: Augmentation
  readonly scale: Scale
  readonly shuffle: boolean
  readonly seed: number
  readonly choices: readonly Choice[]
}

/** Inputs as the first layer takes them (rows, features; the dummy column in front, if the model has one), and targets (rows,). */
export interface Encoded {
  readonly x: Tensor
  readonly y: Tensor
}

/** Below so many rows none are held out unless the user asks for it. */
const LEAST_ROWS_TO_HOLD_OUT = 30
const DEFAULT_VALIDATION = 0.2
const TASK = { en: 'task', ja: 'タスク' } as const

function splitRows(table: Table, options: FitOptions, task: Task): { split: Split; choices: Choice[] } {
  const { target, validation, seed = 0 } = options
  const rows = targetRows(table, target)
  const choices: Choice[] = []
  if (rows.length < table.rows)
    choices.push(choice('rows', fitMessages.rowsWithoutTarget, { rows: table.rows - rows.length, target }))
  const isTooFew = validation === undefined && rows.length < LEAST_ROWS_TO_HOLD_OUT
  if (isTooFew)
    choices.push(choice('validation', fitMessages.tooFewToHoldOut, { rows: rows.length, least: LEAST_ROWS_TO_HOLD_OUT }))
  if (isTooFew || validation === 0 || typeof validation === 'object')
    return { split: { train: rows, validation: new Int32Array() }, choices }
  const fraction = validation ?? DEFAULT_VALIDATION
  const { values } = columnNamed(table, target)
  const stratified = task === 'classification'
  const strata = stratified ? { strata: rows.length === table.rows ? values : Array.from(rows, (row) => values[row]) } : {}
  const split = trainValidationSplit({ rows, fraction, seed, ...strata })
  if (validation === undefined)
    choices.push(
      choice('validation', fitMessages.validationHeldOut, { rows: split.validation.length, fraction, stratified }),
    )
  return { split, choices }
}

function encode(pipeline: Pipeline, table: Table, form: MatrixForm, rows?: Int32Array): Encoded {
  const { y, rows: usable } = encodeTarget(pipeline, table, rows)
  return { x: applyPipeline(pipeline, table, usable, form).x, y }
}

/** Training rows of each class. */
function classCounts(pipeline: Pipeline, table: Table, rows: Int32Array): number[] {
  const { y } = encodeTarget(pipeline, table, rows)
  const { target } = pipeline
  const counts = new Array<number>(target.task === 'classification' ? target.classes.length : 0).fill(0)
  for (const k of y.data) counts[k]++
  return counts
}

function initialParameters(
  specification: ModelSpecification,
  inputs: readonly string[],
  initial: Initial | undefined,
  dtype: 'float64' | 'float32',
  random: Generator,
): Parameters {
  if (initial === undefined || typeof initial === 'string') {
    return initializeParameters(specification, inputs.length, { dtype, random, ...(initial && { initializer: initial }) })
  }
  return isNumbers(initial)
    ? parametersFromList(specification, inputs, initial, dtype)
    : parametersFromLayers(specification, inputs.length, initial, dtype)
}

const isNumbers = (initial: readonly number[] | readonly LayerWeights[]): initial is readonly number[] =>
  typeof initial[0] === 'number'

/**
 * Settles everything that comes before the first step.
 *
 * @throws KudariError when the table or an option does not fit; nothing has been learned or written by then.
 */
export function planFit(table: Table, options: FitOptions): Plan {
  const { seed = 0, shuffle = true, center = false, augment } = options
  const choices: Choice[] = []
  const isScaleChosen = options.scale === undefined && !center
  const image = imageSeen(table, options.target, options.features)
  const scale = options.scale ?? (center ? 'none' : image ? 'pixels' : 'standard')
  // The task must be known to split the rows by class, and the rows to fit the pipeline on the training rows only.
  const preliminary = chooseTarget(table, pipelineOptions(options))
  const { split, choices: splitChoices } = splitRows(table, options, preliminary.target.task)
  const pipeline = fitPipeline(
    table,
    { ...pipelineOptions(options), scale, center, task: preliminary.target.task },
    split.train,
  )
  if (augment) requireMovable(pipeline, augment)
  if (options.task === undefined && preliminary.reason) {
    const { reason } = preliminary
    choices.push({ about: 'task', in: (language) => `${TASK[language]}: ${taskReasonText[language](reason)}` })
  }

  const specification = chooseModel(pipeline, options.model, options, () => classCounts(pipeline, table, split.train))
  const classes = pipeline.target.task === 'classification' ? pipeline.target.classes.length : 0
  if (options.model === undefined) {
    const model = classes === 0 ? 'linear' : classes === 2 ? 'logistic' : 'softmax'
    choices.push(choice('model', fitMessages.model, { model, task: pipeline.target.task, classes }))
  }
  if (isScaleChosen && image) choices.push(choice('scale', fitMessages.pixels, { white: pipeline.features[0].columns[0].divisor }))
  else if (isScaleChosen) choices.push(choice('scale', fitMessages.scale, undefined))
  choices.push(...splitChoices)

  const dtype = options.dtype ?? (isNetwork(specification) ? 'float32' : 'float64')
  const inputs = matrixColumns(pipeline).map(({ name }) => name)
  requireRoom(specification, inputs.length, chooseOptimizer(options, isNetwork(specification)), dtype)
  const form = inputForm({ specification, dtype })
  const training = encode(pipeline, table, form, split.train)
  const validation = encodeValidation(pipeline, table, form, split, options, choices)
  const toRows = ({ x, y }: Encoded): Rows => ({
    x,
    yt: prepareTarget(specification, inputs.length, y, classes, dtype),
  })
  const rows = toRows(training)
  const random = generator(seed)
  const parameters = initialParameters(specification, inputs, options.initial, dtype, random)
  const statistics = initializeStatistics(specification, inputs.length, dtype, random)

  const validationRows = validation && toRows(validation)
  const problem = { specification, rows, parameters, statistics, inputs, ...(validationRows && { validation: validationRows }) }
  const { plan: learningPlan, choices: learningChoices } = chooseLearning(problem, options, { shuffle, seed })
  choices.push(...learningChoices)
  return {
    pipeline: preliminary.reason ? { ...pipeline, reason: preliminary.reason } : pipeline,
    specification,
    parameters,
    statistics,
    dtype,
    split,
    training,
    rows,
    ...(validation && { validation }),
    ...(validationRows && { validationRows }),
    inputs,
    ...(augment && { augment }),
    scale,
    ...learningPlan,
    shuffle,
    seed,
    choices,
  }
}

const pipelineOptions = ({ target, features, task, impute }: FitOptions) => ({
  target,
  ...(features && { features }),
  ...(task && { task }),
  ...(impute && { impute }),
})

function encodeValidation(
  pipeline: Pipeline,
  table: Table,
  form: MatrixForm,
  split: Split,
  { validation: given, target }: FitOptions,
  choices: Choice[],
): Encoded | undefined {
  if (typeof given !== 'object')
    return split.validation.length > 0 ? encode(pipeline, table, form, split.validation) : undefined
  const encoded = encode(pipeline, given, form)
  if (encoded.x.shape[0] === 0)
    throw new KudariError('data', fitMessages.noValidationRows, { source: given.source, target })
  choices.push(choice('validation', fitMessages.validationTable, { source: given.source, rows: encoded.x.shape[0] }))
  return encoded
}
