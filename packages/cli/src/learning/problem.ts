/** From a command line to a learning problem: the table read and typed, and the options as the library takes them. */
import { type Format, type ReadOptions, readTable } from '@kudari/readers'
import {
  type FitOptions,
  type ImageSize,
  KudariError,
  type ModelName,
  type ModelSpecification,
  type RawTable,
  type Table,
  columnNamed,
  isModelName,
  nearest,
  parseAugmentation,
  parseSchedule,
  plainModelNames,
  readSpecification,
  requireImages,
  schemaOf,
  typeLike,
  typeTable,
} from 'kudari'
import { labelsName, labelsPath } from '../files/labels.ts'
import { readJson, source, tableSource } from '../files/source.ts'
import type { Io } from '../io.ts'
import { learningMessages } from '../messages/learning.ts'
import { usageMessages } from '../messages/usage.ts'
import type { CommandName } from '../options/commands.ts'
import type { Values } from '../options/option.ts'
import { checkConflicts } from '../options/parse.ts'
import type { explain, train } from '../options/tables.ts'
import { readInitial } from './initial.ts'

/** The options that `train` and `explain` share. */
export type LearningOptions = Values<Omit<typeof train, 'check-gradients' | 'log-every' | 'out' | 'force' | 'checkpoint' | 'resume'>> | Values<typeof explain>

/** A table, how it was understood, and what is to be learned from it. */
export interface Problem {
  readonly table: Table
  readonly detected: RawTable['detected']
  readonly fit: FitOptions
}

/**
 * Reads a whole table to learn from or to measure on: images with their labels.
 *
 * @param target the column that must be there.
 * @param labels where the labels are, if told.
 */
export async function readLabelled(
  io: Io,
  data: string,
  target: string,
  reading: ReadOptions,
  labels?: string,
): Promise<RawTable> {
  const found = await labelsPath(io, data, labels)
  const raw = await readTable(await tableSource(io, data), { ...reading, ...(found !== undefined && { labels: await source(io, found) }) })
  if (!raw.image || raw.names.includes(target)) return raw
  if (raw.names.includes('label')) throw new KudariError('usage', learningMessages.imageTarget, { source: data, target })
  if (raw.detected?.format !== 'idx') throw new KudariError('data', learningMessages.noClasses, { source: data })
  throw new KudariError('data', learningMessages.noLabels, { source: data, expected: labelsName(data) })
}

/** The options of reading, as the readers take them. */
export const readOptions = (options: {
  readonly encoding?: string
  readonly delimiter?: string
  readonly quote?: string
  readonly comment?: string
}): ReadOptions & { format?: Format } => ({
  ...(options.encoding !== undefined && { encoding: options.encoding }),
  ...(options.delimiter !== undefined && { delimiter: options.delimiter }),
  ...(options.quote !== undefined && { quote: options.quote }),
  ...(options.comment !== undefined && { comment: options.comment }),
})

/** The model that `--model` names: one of those with a name, or a specification in a file. */
async function readModelOption(io: Io, model: string): Promise<ModelName | ModelSpecification> {
  if (isModelName(model)) return model
  if (model.endsWith('.json')) return readSpecification(await readJson(io, model))
  if (model.startsWith('mlp')) throw new KudariError('usage', learningMessages.badUnits, { model })
  throw new KudariError('usage', learningMessages.unknownModel, { model, nearest: nearest(model, [...plainModelNames, 'mlp:128,64']) })
}

/** Images to read as other images are: with as many channels. */
export const channelsLike = ({ image }: { readonly image?: ImageSize }): ReadOptions => (image ? { channels: image.channels } : {})

/** Checks what `--image` says against the table; a column that is not there is what has to be said first. */
function checkImages(table: Table, image: ImageSize, target: string, features: readonly string[] | undefined): void {
  for (const name of [target, ...(features ?? [])]) columnNamed(table, name)
  requireImages(table, image, target, features)
}

/** Options of hidden layers. */
const hiddenOptions = ({ activation, dropout }: LearningOptions): Partial<FitOptions> => ({
  ...(activation && { activation }),
  ...(dropout !== undefined && { dropout }),
})

/** Settings of the loss. */
const lossOptions = (options: LearningOptions): Partial<FitOptions> => ({
  ...(options.delta !== undefined && { delta: options.delta }),
  ...(options['label-smoothing'] !== undefined && { labelSmoothing: options['label-smoothing'] }),
  ...(options['class-weights'] && { classWeights: options['class-weights'] }),
})

/** How steps go down. */
function descentOptions(options: LearningOptions): Partial<FitOptions> {
  const { optimizer, momentum, betas, smoothing, eps, l1, l2, schedule, patience } = options
  const [weightDecay, value, norm] = [options['weight-decay'], options['clip-value'], options['clip-norm']]
  const settings = {
    ...(momentum !== undefined && { momentum }),
    ...(betas && { betas: betas as readonly [number, number] }),
    ...(smoothing !== undefined && { smoothing }),
    ...(eps !== undefined && { epsilon: eps }),
    ...(weightDecay !== undefined && { weightDecay }),
  }
  const penalty = { ...(l1 !== undefined && { l1 }), ...(l2 !== undefined && { l2 }) }
  const clip = { ...(value !== undefined && { value }), ...(norm !== undefined && { norm }) }
  const isAny = (given: object): boolean => Object.keys(given).length > 0
  return {
    ...(optimizer && { optimizer }),
    ...(isAny(settings) && { optimizerSettings: settings }),
    ...(isAny(penalty) && { penalty }),
    ...(isAny(clip) && { clip }),
    ...(schedule !== undefined && { schedule: parseSchedule(schedule) }),
    ...(patience !== undefined && { patience }),
  }
}

/**
 * Reads everything that learning needs.
 *
 * @throws KudariError when an option is missing or two contradict each other, or a file cannot be understood.
 */
export async function readProblem(
  io: Io,
  command: CommandName,
  data: string,
  options: LearningOptions,
): Promise<Problem> {
  const { target } = options
  if (target === undefined) throw new KudariError('usage', usageMessages.missingTarget, { command })
  checkConflicts(options, ['iterations', 'epochs'], ['validation', 'validation-data'])
  const model = options.model === undefined ? undefined : await readModelOption(io, options.model)
  const initial = options.init === undefined ? undefined : await readInitial(io, options.init)
  const reading = readOptions(options)
  const { image } = options
  const read = await readLabelled(io, data, target, reading, options.labels)
  const raw = image ? { ...read, image } : read
  const table = typeTable(raw, {
    ...(options.missing && { missing: options.missing }),
    ...(options.types && { types: options.types }),
  })
  if (image) checkImages(table, image, target, options.features)
  const held = options['validation-data']
  const heldReading = { ...reading, ...channelsLike(raw) }
  const validation =
    held === undefined ? options.validation : typeLike(await readLabelled(io, held, target, heldReading), schemaOf(table))
  return {
    table,
    detected: raw.detected,
    fit: {
      target,
      ...(options.features && { features: options.features }),
      ...(options.task && { task: options.task }),
      ...(model && { model }),
      ...(initial && { initial }),
      ...(options.center && { center: true }),
      ...(options.scale && { scale: options.scale }),
      ...(options.impute && { impute: options.impute }),
      ...(options.loss && { loss: options.loss }),
      ...hiddenOptions(options),
      ...lossOptions(options),
      ...descentOptions(options),
      ...(options.lr !== undefined && { learningRate: options.lr }),
      ...(options.iterations !== undefined && { iterations: options.iterations }),
      ...(options.epochs !== undefined && { epochs: options.epochs }),
      ...(options.batch !== undefined && { batch: options.batch }),
      ...(options['no-shuffle'] && { shuffle: false }),
      ...(options.augment !== undefined && { augment: parseAugmentation(options.augment) }),
      ...(validation !== undefined && { validation }),
      ...(options.seed !== undefined && { seed: options.seed }),
      ...(options.dtype && { dtype: options.dtype }),
    },
  }
}
