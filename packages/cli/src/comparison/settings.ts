/** The settings of a run as a flat list, and what differs between runs: read from their records, whatever options there are. */
import { basename } from 'node:path'
import { type Bilingual, plain } from '@kudari/report'
import { type ModelSpecification, formatNumber, formatSchedule } from 'kudari'
import { settingWords } from '../messages/compare.ts'
import type { Run } from './run.ts'

/** Values by the names of the options that set them. */
export type Settings = ReadonlyMap<string, unknown>

/** Settings whose option has another name. */
const optionNames: Readonly<Record<string, string>> = { learningRate: 'lr' }

/** What a table shows in columns of its own: how long a run was, the model, how many rows it saw. */
const shownElsewhere = new Set(['iterations', 'epochs', 'model', 'layers', 'inputs', 'training-rows', 'validation-rows'])

const optionName = (name: string): string =>
  optionNames[name] ?? name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `{ optimizer: { type: 'adam', beta1: 0.9 } }` as `optimizer`: 'adam', `optimizer.beta1`: 0.9. */
function flatten(group: Readonly<Record<string, unknown>>, prefix = ''): [string, unknown][] {
  return Object.entries(group).flatMap(([key, value]): [string, unknown][] => {
    const name = prefix === '' ? optionName(key) : prefix + key
    if (isGroup(value)) return flatten(value, `${name}.`)
    return [[name.replace(/\.(?:type|name)$/, ''), value]]
  })
}

interface Recorded {
  readonly path: string
  readonly sha256?: string
  readonly labels?: Recorded
}

const bytesOf = ({ path, sha256, labels }: Recorded): string => `${sha256 ?? path}${labels ? ` ${bytesOf(labels)}` : ''}`

/** The file that a run read; two files with the same bytes are one. */
const file = (recorded: Recorded) => ({ label: recorded.path === '-' ? 'stdin' : basename(recorded.path), bytes: bytesOf(recorded) })
type File = ReturnType<typeof file>
const isFile = (value: unknown): value is File => isGroup(value) && 'bytes' in value

/** How steps went down, by the names of the options that say so; nothing for records of versions that had one way only. */
function descent({ learning, schedule }: Pick<Run['record']['settled'], 'learning' | 'schedule'>): Record<string, unknown> {
  const { type = 'gradient-descent', epsilon, ...others }: Readonly<Record<string, unknown>> = { ...learning?.optimizer }
  const { value, norm } = learning?.clip ?? {}
  const all = {
    ...(learning && { optimizer: type }),
    ...others,
    eps: epsilon,
    ...learning?.penalty,
    'clip-value': value,
    'clip-norm': norm,
    schedule: schedule && formatSchedule(schedule),
  }
  return Object.fromEntries(Object.entries(all).filter(([, setting]) => setting !== undefined))
}

/** Everything that was given or settled. What was settled stands above what was given: it is what the run went by. */
export function settingsOf({ record: { data, validationData, given, settled } }: Run): Settings {
  const { specification, learning: _, schedule: __, ...others } = settled
  const decided = new Map([...flatten({ ...others, ...descent(settled) }), ...flatten(specification as unknown as Record<string, unknown>)])
  const asked = flatten(given).filter(([name]) => !decided.has(name) && !decided.has(name.replace(/^no-/, '')))
  const files: [string, unknown][] = [['data', file(data)], ...(validationData ? [['validation-data', file(validationData)] as [string, unknown]] : [])]
  return new Map([...files, ...asked, ...decided].filter(([name]) => !shownElsewhere.has(name)))
}

const identity = (value: unknown): string | undefined => JSON.stringify(isFile(value) ? value.bytes : value)

/** Whether a setting is the same in all runs. */
export const isSame = (name: string, all: readonly Settings[]): boolean =>
  all.every((settings) => identity(settings.get(name)) === identity(all[0].get(name)))

/** The names of all settings, in the order in which they first appear. */
export const settingNames = (all: readonly Settings[]): string[] => [...new Set(all.flatMap((settings) => [...settings.keys()]))]

const listText = (value: unknown): string =>
  typeof value === 'number' ? formatNumber(value) : typeof value === 'string' ? value : JSON.stringify(value)

/** The value of a setting in words; `all` tells what kind of value is missing where there is none. */
export function settingText(name: string, settings: Settings, all: readonly Settings[]): Bilingual {
  const value = settings.get(name)
  if (value === undefined) {
    const isFlag = all.some((other) => typeof other.get(name) === 'boolean')
    return plain(isFlag ? settingWords.no : settingWords.unset)
  }
  if (typeof value === 'boolean') return plain(value ? settingWords.yes : settingWords.no)
  const text = isFile(value) ? value.label : Array.isArray(value) ? value.map(listText).join(', ') : listText(value)
  return { en: text, ja: text }
}

/** A value of a layer's specification in a word; layers inside of it in parentheses. */
function layerValue(value: unknown): string {
  if (isGroup(value)) return layerText(value)
  if (!Array.isArray(value)) return String(value)
  if (value.every((item) => isGroup(item))) return `(${sequenceText(value)})`
  return value.map(layerValue).join(value.every((item) => Array.isArray(item)) ? ' ' : '×')
}

/** `dense 8 bias false`: what everybody knows of a layer stands without its name. */
const layerText = (layer: Readonly<Record<string, unknown>>): string =>
  Object.entries(layer)
    .map(([key, value]) => (['type', 'units', 'layers', 'branches'].includes(key) ? layerValue(value) : `${key} ${layerValue(value)}`))
    .join(' ')

const sequenceText = (layers: readonly Readonly<Record<string, unknown>>[]): string =>
  layers.filter(({ type }) => type !== 'dummy').map(layerText).join(', ')

/** The layers of a model in a few words: `dense 8, tanh, dense`. The dummy column of ones is no layer of its own here. */
export const layersText = ({ layers }: ModelSpecification): string => sequenceText(layers as unknown as readonly Record<string, unknown>[])
