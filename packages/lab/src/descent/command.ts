/** The command line that does what the Lab does: `kudari train DATA --target COLUMN ...`, with the options of its help. */
import { type FitOptions, type ModelSpecification, type OptimizerSpecification, formatAugmentation, formatSchedule } from 'kudari'
import type { Setup } from '../session/session.ts'
import { type DataSource, nameOfSource } from '../worker/data-source.ts'

export interface Command {
  /** What a shell is given, word by word. */
  readonly words: readonly string[]
  /** A specification that the command reads from a file. */
  readonly specification?: { readonly file: string; readonly model: ModelSpecification }
  /** Settings for which the command line has no words. */
  readonly unsaid: readonly (keyof FitOptions)[]
}

const SPECIFICATION = 'model.json'

/** An option with its value; nothing where there is none. */
const option = (name: string, value: string | number | undefined): string[] => (value === undefined ? [] : [`--${name}`, `${value}`])
const flag = (name: string, isThere: boolean | undefined): string[] => (isThere ? [`--${name}`] : [])
/** A list, in whose texts commas are escaped. */
const list = (name: string, values: readonly string[] | undefined): string[] => option(name, values?.map((text) => text.replaceAll(',', String.raw`\,`)).join(','))
const numbers = (name: string, values: readonly number[] | undefined): string[] => option(name, values?.join(','))

/** The file, or folder, that the rows are read from, and how. */
function dataWords(data: DataSource): string[] {
  if (data.kind === 'sample') return [nameOfSource(data)]
  if (data.kind !== 'files') return [`${nameOfSource(data)}.csv`]
  const { files, reading: { encoding, delimiter, quote, comment } } = data
  const [folder, ...inside] = files[0].webkitRelativePath.split('/')
  const labels = files.length === 2 ? files.find(({ name }) => /labels|idx1/i.test(name)) : undefined
  const file = files.find((each) => each !== labels)!.name
  return [
    inside.length > 0 ? folder : file,
    ...option('labels', labels?.name),
    ...option('encoding', encoding),
    ...option('delimiter', delimiter === '\t' ? 'tab' : delimiter),
    ...option('quote', quote),
    ...option('comment', comment),
  ]
}

/** An optimizer by its name, with the settings that have options. */
function optimizerWords({ optimizer, optimizerSettings }: FitOptions): string[] {
  const { name, settings } = typeof optimizer === 'object' ? named(optimizer) : { name: optimizer, settings: {} }
  const { momentum, betas, smoothing, epsilon, weightDecay } = { ...settings, ...optimizerSettings }
  return [
    ...option('optimizer', name),
    ...option('momentum', momentum),
    ...numbers('betas', betas),
    ...option('smoothing', smoothing),
    ...option('eps', epsilon),
    ...option('weight-decay', weightDecay),
  ]
}

function named({ type, ...settings }: OptimizerSpecification): { readonly name: string; readonly settings: FitOptions['optimizerSettings'] & object } {
  return { name: 'nesterov' in settings && settings.nesterov ? 'nesterov' : type, settings }
}

const UNSAYABLE = ['dampening', 'amsgrad', 'centered', 'learningRateDecay']

function unsaidOf({ optimizer, initial, validation }: FitOptions): (keyof FitOptions)[] {
  const isBeyond = typeof optimizer === 'object' && UNSAYABLE.some((key) => key in optimizer)
  return [
    ...(isBeyond ? (['optimizer'] as const) : []),
    ...(isLayers(initial) ? (['initial'] as const) : []),
    ...(typeof validation === 'object' ? (['validation'] as const) : []),
  ]
}

const isLayers = (initial: FitOptions['initial']): boolean => Array.isArray(initial) && typeof initial[0] === 'object'

/** First weights as `--init` takes them: a name, or numbers. */
const initialText = (initial: FitOptions['initial']): string | undefined =>
  isLayers(initial) ? undefined : typeof initial === 'string' ? initial : initial?.join(',')

/** @param setup what the Lab learns from, and what the user chose; what is left open is chosen by the command, too, and alike. */
export function commandOf({ data, fit }: Setup): Command {
  const { model, loss, classWeights, penalty, clip, schedule, augment, validation } = fit
  const words = [
    'kudari', 'train', ...dataWords(data),
    ...option('target', fit.target),
    ...list('features', fit.features),
    ...option('task', fit.task),
    ...flag('center', fit.center),
    ...option('scale', fit.scale),
    ...option('impute', fit.impute),
    ...option('validation', typeof validation === 'number' ? validation : undefined),
    ...option('model', typeof model === 'object' ? SPECIFICATION : model),
    ...option('activation', fit.activation),
    ...option('dropout', fit.dropout),
    ...option('init', initialText(fit.initial)),
    ...option('loss', loss),
    ...option('delta', fit.delta),
    ...option('label-smoothing', fit.labelSmoothing),
    ...(typeof classWeights === 'string' ? option('class-weights', classWeights) : numbers('class-weights', classWeights)),
    ...option('dtype', fit.dtype),
    ...optimizerWords(fit),
    ...option('l1', penalty?.l1),
    ...option('l2', penalty?.l2),
    ...option('clip-value', clip?.value),
    ...option('clip-norm', clip?.norm),
    ...option('lr', fit.learningRate),
    ...option('schedule', schedule && formatSchedule(schedule)),
    ...option('augment', augment && formatAugmentation(augment)),
    ...option('iterations', fit.iterations),
    ...option('epochs', fit.epochs),
    ...option('batch', fit.batch),
    ...option('patience', fit.patience),
    ...flag('no-shuffle', fit.shuffle === false),
    ...option('seed', fit.seed),
  ]
  return { words, ...(typeof model === 'object' && { specification: { file: SPECIFICATION, model } }), unsaid: unsaidOf(fit) }
}

/** Letters that mean nothing but themselves to a shell. */
const plain = /^[\p{L}\p{N}_@%+=:,./-]+$/u

/** Words as a shell reads them. */
export const shellText = (words: readonly string[]): string =>
  words.map((word) => (plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`)).join(' ')

/** Words in groups that belong together: the command with its data, and every option with its value. */
export function grouped(words: readonly string[]): string[][] {
  const groups: string[][] = [[]]
  for (const word of words) {
    if (word.startsWith('--')) groups.push([])
    groups.at(-1)!.push(word)
  }
  return groups
}
