/** A run as it is compared: its record and its losses, read from its folder. */
import { join } from 'node:path'
import { KudariError, type Losses, type RunRecord, readLosses } from 'kudari'
import { runFiles } from '../files/run-folder.ts'
import { isFolder, isThere, source } from '../files/source.ts'
import type { Io } from '../io.ts'
import { readRecordFile } from '../learning/record.ts'
import { compareMessages } from '../messages/compare.ts'

export interface Run {
  /** The run folder as given. */
  readonly path: string
  readonly record: RunRecord
  readonly losses: Losses
  /** Whether its loss grew without bound, so that there is no model. */
  readonly hasDiverged: boolean
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0
const isText = (value: unknown): boolean => typeof value === 'string'

/** What a comparison takes from a record, and what it must be. */
const needed: readonly (readonly [field: string, isFine: (value: unknown) => boolean])[] = [
  ['data.path', isText],
  ['given', isObject],
  ['given.target', isText],
  ['settled.specification.layers', (value) => Array.isArray(value) && value.every((layer) => isObject(layer) && isText(layer.type))],
  ['settled.specification.loss', (value) => isText(value) || (isObject(value) && isText(value.type))],
  ['settled.batch', (value) => value === 'full' || (isCount(value) && value !== 0)],
  ['settled.trainingRows', isCount],
  ['settled.validationRows', isCount],
  ['settled.seed', isCount],
  ['outcome.kind', isText],
  ['outcome.iteration', isCount],
  ['metrics.train.task', (value) => value === 'regression' || value === 'classification'],
]

const fieldOf = (record: unknown, field: string): unknown =>
  field.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), record)

/**
 * Reads a run.
 *
 * @throws KudariError when the folder is none of a run, or a file in it is missing or damaged.
 */
export async function readRun(io: Io, path: string): Promise<Run> {
  const place = join(path, runFiles.record)
  if (!(await isThere(io, path))) throw new KudariError('data', compareMessages.noFolder, { path })
  if (!(await isFolder(io, path)) || !(await isThere(io, place))) throw new KudariError('data', compareMessages.notARun, { path })
  const record = await readRecordFile(io, place)
  const wrong = needed.find(([field, isFine]) => !isFine(fieldOf(record, field)))
  if (wrong) throw new KudariError('data', compareMessages.badRecord, { path: place, field: wrong[0] })
  const history = join(path, runFiles.history)
  if (!(await isThere(io, history))) throw new KudariError('data', compareMessages.noHistory, { path: history })
  const losses = await readLosses((await source(io, history)).bytes(), history)
  const [last, expected] = [losses.iteration.at(-1)!, record.outcome.iteration]
  if (last !== expected)
    throw new KudariError('data', compareMessages.cutOff, { path: history, line: losses.iteration.length + 1, last, expected })
  return { path, record, losses, hasDiverged: record.outcome.kind === 'diverged' }
}

/** Steps in a pass over the training rows. */
export const stepsPerEpoch = ({ record: { settled } }: Run): number =>
  settled.batch === 'full' ? 1 : Math.max(1, Math.ceil(settled.trainingRows / settled.batch))

/** The lowest validation loss and its iteration; undefined where none was measured. */
export function lowestValidation({ losses: { iteration, validation = [] } }: Run): { readonly loss: number; readonly iteration: number } | undefined {
  let best: number | undefined
  for (let i = 0; i < validation.length; i++)
    if (Number.isFinite(validation[i]) && (best === undefined || validation[i] < validation[best])) best = i
  return best === undefined ? undefined : { loss: validation[best], iteration: iteration[best] }
}
