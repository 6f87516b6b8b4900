/** A model laid out layer by layer, for the terminal and as plain data. */
import {
  type InspectedLayer,
  type InspectedNetwork,
  type Language,
  type Model,
  type Parameters,
  type Pipeline,
  bytesPerElement,
  formatNumber,
  imageText,
  lossOf,
  matrixColumns,
} from 'kudari'
import type { Voice } from '../io.ts'
import { type Preprocessing, countText, inspectMessages } from '../messages/inspect.ts'
import { printable, styled } from '../terminal/style.ts'
import { displayWidth, padEnd, truncate, wrap } from '../terminal/width.ts'
import { type TextColumn, columnLines } from './columns.ts'
import { memoryText } from './memory.ts'

const texts = inspectMessages

/** A model with its counts, and what its run says of it. */
export interface Inspection {
  readonly model: Model
  readonly network: InspectedNetwork
  /** Of the run: with which Kudari, and when. Undefined where there is no record of it. */
  readonly origin?: { readonly kudari: string; readonly date: string }
}

/** The shape of a row: `28 × 28 × 1`; a single number is 1. */
const shapeText = (shape: readonly number[]): string => (shape.length === 0 ? '1' : shape.join(' × '))

/** The settings of a layer, without those that its shapes show already. */
function settingsOf({ layer }: InspectedLayer): string {
  const shown = new Set(['type', 'units', 'shape', 'layers', 'shortcut', 'branches'])
  const settings = Object.entries(layer).filter(([key]) => !shown.has(key))
  return settings.map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ')
}

/** `layers[3]`; of one inside of it `shortcut[0]`, further in. */
const placeText = ({ place, depth, layer }: InspectedLayer): string => `${'  '.repeat(depth)}${place.split('.').at(-1)} ${layer.type}`

const bytesOf = (tensors: Parameters): number => Object.values(tensors).reduce((total, { data }) => total + data.byteLength, 0)

/** What a model's numbers take. */
const bytes = ({ model, network }: Inspection) => ({
  parameters: bytesOf(model.parameters),
  statistics: bytesOf(model.statistics),
  activationsPerRow: network.activations * bytesPerElement[model.dtype],
})

function preprocessing(pipeline: Pipeline): Preprocessing {
  const { features, image } = pipeline
  const numeric = features.filter(({ kind }) => kind === 'numeric')
  return {
    columns: features.length,
    inputs: matrixColumns(pipeline).length,
    numbers: numeric.length,
    categories: features.length - numeric.length,
    scaled: numeric.filter(({ columns: [{ offset, divisor }] }) => offset !== 0 || divisor !== 1).length,
    indicators: features.filter(({ indicator }) => indicator).length,
    ...(image && { image: imageText(image) }),
  }
}

/** Classes are listed up to so many. */
const CLASSES_LISTED = 10

function targetText({ target }: Pipeline, language: Language): string {
  const column = printable(target.column)
  if (target.task === 'regression')
    return texts.numberTarget[language]({ column, offset: target.offset === 0 ? undefined : formatNumber(target.offset) })
  const listed = target.classes.slice(0, CLASSES_LISTED).map((label) => printable(String(label)))
  const { length } = target.classes
  return texts.classTarget[language]({ column, count: length, classes: [...listed, ...(length > listed.length ? ['…'] : [])].join(', ') })
}

/** `categorical-cross-entropy (labelSmoothing 0.1)` */
function lossText(specification: Model['specification']): string {
  const { name, settings } = lossOf(specification.loss)
  const given = Object.entries(settings).filter(([key]) => key !== 'type')
  return given.length === 0 ? name : `${name} (${given.map(([key, value]) => `${key} ${JSON.stringify(value)}`).join(', ')})`
}

/** What is known of the model as a whole, a line each. */
function head({ model, origin }: Inspection, width: number, voice: Voice): string[] {
  const { language } = voice
  const { pipeline, specification, dtype } = model
  const facts = [
    [texts.kudari, origin ? texts.version[language]({ version: origin.kudari, date: origin.date.slice(0, 10) }) : texts.versionUnknown[language]()],
    [texts.inputs, texts.columns[language](preprocessing(pipeline))],
    [texts.target, targetText(pipeline, language)],
    [texts.loss, lossText(specification)],
    [texts.dtype, dtype],
  ] as const
  const column = Math.max(...facts.map(([name]) => displayWidth(name[language]())))
  return facts.map(([name, fact]) => `${styled(voice, 'bold', padEnd(name[language](), column))}  ${truncate(fact, Math.max(20, width - column - 2))}`)
}

/** The layers as a table, with the total below. */
function table({ layers, ...total }: InspectedNetwork, width: number, voice: Voice): string[] {
  const { language } = voice
  const counts = (name: 'parameters' | 'statistics' | 'operations'): TextColumn => ({
    head: texts[name][language](),
    cells: [...layers, total].map((one) => countText(one[name])),
    isLeft: false,
  })
  const first: TextColumn = {
    head: texts.layer[language](),
    cells: [...layers.map(placeText), texts.total[language]()],
    isLeft: true,
    paint: (text, row) => (row === layers.length ? styled(voice, 'bold', text) : text),
  }
  const others: readonly TextColumn[] = [
    { head: texts.before[language](), cells: [...layers.map(({ input }) => shapeText(input)), ''], isLeft: false },
    { head: texts.after[language](), cells: [...layers.map(({ output }) => shapeText(output)), ''], isLeft: false },
    counts('parameters'),
    ...(total.statistics > 0 ? [counts('statistics')] : []),
    counts('operations'),
  ]
  return columnLines(first, others, width, (text) => styled(voice, 'bold', text))
}

/** The settings of those layers that have some. */
function settingLines({ layers }: InspectedNetwork, width: number, voice: Voice): string[] {
  const { language } = voice
  const set = layers.filter((one) => settingsOf(one) !== '')
  if (set.length === 0) return []
  const first: TextColumn = { head: texts.layer[language](), cells: set.map(({ place, layer }) => `${place} ${layer.type}`), isLeft: true }
  const settings: TextColumn = { head: texts.settings[language](), cells: set.map(settingsOf), isLeft: true }
  return ['', ...columnLines(first, [settings], width, (text) => styled(voice, 'bold', text))]
}

/** A model as text, in so many columns of the terminal. */
export function inspectionText(inspection: Inspection, width: number, voice: Voice): string {
  const { language } = voice
  const { network } = inspection
  const { parameters, statistics, activationsPerRow } = bytes(inspection)
  const notes = [
    texts.memory[language]({
      parameters: memoryText(parameters),
      statistics: network.statistics > 0 ? memoryText(statistics) : undefined,
      activations: memoryText(activationsPerRow),
      numbers: network.activations,
    }),
    texts.convention[language](),
    ...(network.layers.some(({ depth }) => depth > 0) ? [texts.nested[language]()] : []),
    ...(network.statistics > 0 ? [texts.apart[language]()] : []),
  ]
  const lines = [
    ...head(inspection, width, voice),
    '',
    ...table(network, width, voice),
    ...settingLines(network, width, voice),
    '',
    ...notes.flatMap((note, i) => wrap(note, Math.max(20, width - 1)).map((line) => (i === 0 ? line : styled(voice, 'dim', line)))),
  ]
  return `${lines.join('\n')}\n`
}

/** A model as plain data. */
export function inspectionObject(inspection: Inspection): Record<string, unknown> {
  const { model, network, origin } = inspection
  const { target } = model.pipeline
  const { layers, ...total } = network
  return {
    ...(origin && { kudari: origin.kudari, date: origin.date }),
    dtype: model.dtype,
    target: { column: target.column, task: target.task, ...(target.task === 'classification' && { classes: target.classes }) },
    loss: lossOf(model.specification.loss).settings,
    preprocessing: preprocessing(model.pipeline),
    layers: layers.map(({ variables, ...rest }) => ({
      ...rest,
      variables: variables.map(({ name, kind, shape }) => ({ name, kind, shape })),
    })),
    total,
    bytes: bytes(inspection),
  }
}
