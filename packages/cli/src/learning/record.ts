/** `run.json`: everything that is needed to do a run again, and what came of it. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { type Fit, KudariError, type LayerWeights, type Plan, planExecution, threadCount } from 'kudari'
import { labelsPath } from '../files/labels.ts'
import { folderSource, isFolder, readJson } from '../files/source.ts'
import { resolvePath } from '../files/paths.ts'
import { runFiles } from '../files/run-folder.ts'
import type { Io } from '../io.ts'
import { filesMessages } from '../messages/files.ts'
import type { Values } from '../options/option.ts'
import type { train } from '../options/tables.ts'
import { version } from '../version.ts'

const FORMAT = 'kudari-run'
const VERSION = 1

/** A file that a run read: seen from the run folder, so that a project can move as a whole; `-` is standard input. */
interface RecordedFile {
  readonly path: string
  /** SHA-256 of its bytes in hexadecimal: tells whether the file is still the same. Absent for standard input. */
  readonly sha256?: string
  /** Of images in IDX: the file of their labels. */
  readonly labels?: RecordedFile
}

/** What is known of a run before its first step. Defaults are written out, so that a later Kudari with other defaults repeats the same run. */
export interface RunStart {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly kudari: string
  readonly data: RecordedFile & { readonly rows: number }
  readonly validationData?: RecordedFile
  /** The options as given. */
  readonly given: Readonly<Record<string, unknown>>
  /** What was chosen where nothing was given. */
  readonly settled: {
    readonly specification: Plan['specification']
    readonly learningRate: number
    readonly iterations: number
    readonly batch: 'full' | number
    readonly shuffle: boolean
    readonly seed: number
    readonly dtype: Plan['dtype']
    readonly inputs: readonly string[]
    readonly trainingRows: number
    readonly validationRows: number
    /** Optimizer, penalties and clipping; absent in records of versions that had none. */
    readonly learning?: Plan['learning']
    readonly schedule?: Plan['schedule']
    readonly patience?: number
  }
  /** How it was computed: with a BLAS, another machine, or another number of its threads, may give other last digits. */
  readonly execution?: {
    readonly executor: string
    readonly kernels?: string
    readonly products?: string
    /** Absent without a BLAS: nothing depends on it then. */
    readonly threads?: number
  }
}

/** A run on record. */
export interface RunRecord extends RunStart {
  /** When the run ended, ISO 8601. */
  readonly date: string
  /** How long learning took, in seconds, with whatever was printed meanwhile; older records do not say. */
  readonly seconds?: number
  readonly outcome: { readonly kind: string; readonly iteration: number; readonly best?: number }
  readonly loss: number
  readonly metrics: Fit['metrics']
}

/** So many bytes are read at a time. */
const PIECE = 1024 * 1024

/** Of a file; of a folder of images: over the name, the size and the bytes of each of them in order. */
async function sha256(io: Io, path: string): Promise<string> {
  const hash = createHash('sha256')
  if (await isFolder(io, path)) {
    const { images } = await folderSource(io, path)
    for (const { name, bytes } of images) {
      const content = await bytes()
      hash.update(`${name}\0${content.length}\0`).update(content)
    }
    return hash.digest('hex')
  }
  for await (const chunk of createReadStream(resolvePath(io.cwd, path), { highWaterMark: PIECE })) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** @param labels where the labels are, if told. */
async function recordFile(io: Io, folder: string, path: string, labels?: string): Promise<RecordedFile> {
  if (path === '-') return { path }
  const seen = relative(folder, resolvePath(io.cwd, path))
  const found = await labelsPath(io, path, labels)
  return {
    path: sep === '/' ? seen : seen.replaceAll(sep, '/'),
    sha256: await sha256(io, path),
    ...(found !== undefined && { labels: await recordFile(io, folder, found) }),
  }
}

/** Initial weights from a file are kept as numbers: the file may change, or be the very run that is overwritten. */
const keepInitial = (plan: Plan, initial: unknown): Record<string, unknown> => {
  if (!Array.isArray(initial) || typeof initial[0] === 'number') return {}
  const layers = (initial as readonly LayerWeights[]).map((layer) =>
    Object.fromEntries(Object.entries(layer).flatMap(([role, numbers]) => (numbers ? [[role, numbers.toArray()]] : []))))
  return { init: layers, model: plan.specification }
}

const notRecorded = new Set(['out', 'force', 'quiet', 'json', 'lang', 'log-every', 'help', 'validation-data', 'labels', 'checkpoint'])

/** Puts on record what a run is going to do. */
export async function recordStart(
  io: Io,
  folder: string,
  data: string,
  options: Values<typeof train>,
  initial: unknown,
  plan: Plan,
): Promise<RunStart> {
  const held = options['validation-data']
  const { executor, kernels, products } = planExecution(plan)
  const { specification, learningRate, iterations, batch, shuffle, seed, dtype, inputs, learning, schedule, patience } = plan
  return {
    format: FORMAT,
    version: VERSION,
    kudari: version,
    data: { ...(await recordFile(io, folder, data, options.labels)), rows: plan.split.train.length + plan.split.validation.length },
    ...(held !== undefined && { validationData: await recordFile(io, folder, held) }),
    given: {
      ...Object.fromEntries(Object.entries(options).filter(([name]) => !notRecorded.has(name))),
      ...keepInitial(plan, initial),
    },
    settled: {
      specification,
      learningRate,
      iterations,
      batch,
      shuffle,
      seed,
      dtype,
      inputs,
      trainingRows: plan.training.x.shape[0],
      validationRows: plan.validation?.x.shape[0] ?? 0,
      learning,
      ...(schedule && { schedule }),
      ...(patience !== undefined && { patience }),
    },
    execution: { executor, ...(kernels && { kernels }), ...(products !== undefined && { products, threads: threadCount() }) },
  }
}

/** Puts a run on record that has ended. */
export function recordRun(start: RunStart, { result, metrics }: Fit, seconds: number): RunRecord {
  const { outcome, history } = result
  return {
    ...start,
    date: new Date().toISOString(),
    seconds,
    outcome: {
      kind: outcome.kind,
      iteration: outcome.iteration,
      ...(outcome.kind === 'stoppedEarly' && { best: outcome.best }),
    },
    loss: history.loss.at(-1)!,
    metrics,
  }
}

/** Whether a value is the record of a run, or of the start of one. */
export const isRunStart = (value: unknown): value is RunStart =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT &&
  'version' in value && value.version === VERSION && 'given' in value && 'settled' in value && 'data' in value

/** Where a recorded file lies, as seen by the user. */
export const recordedPath = (folder: string, path: string): string =>
  path === '-' || isAbsolute(path) ? path : join(folder, path)

/**
 * Reads a `run.json`, whatever has become of the run's data.
 *
 * @throws KudariError when it is none.
 */
export async function readRecordFile(io: Io, path: string): Promise<RunRecord> {
  const value = await readJson(io, path)
  if (!isRunStart(value)) throw new KudariError('data', filesMessages.badRunRecord, { path, problem: 'format' })
  return value as RunRecord
}

/**
 * Reads the record of a run that is to be repeated.
 *
 * @param path the run folder, or its model file.
 * @returns the record, and the folder that its paths are seen from.
 * @throws KudariError when there is none, or the data have changed since.
 */
export async function readRecord(io: Io, path: string, isRunFolder: boolean): Promise<{ record: RunRecord; folder: string }> {
  const folder = isRunFolder ? path : dirname(path)
  const place = join(folder, runFiles.record)
  let record: RunRecord
  try {
    record = await readRecordFile(io, place)
  } catch (error) {
    if (error instanceof KudariError && error.message.includes('no such file'))
      throw new KudariError('data', filesMessages.noRunRecord, { path })
    throw error
  }
  await requireSameData(io, record, folder, place)
  return { record, folder }
}

/**
 * Makes sure that the files a run read are still there, and are the same.
 *
 * @param folder that its paths are seen from.
 * @param place for messages: the record's file.
 */
export async function requireSameData(io: Io, { data, validationData }: RunStart, folder: string, place: string): Promise<void> {
  for (const file of [data, data.labels, validationData, validationData?.labels]) {
    if (file === undefined) continue
    if (file.path === '-') throw new KudariError('data', filesMessages.dataFromInput, { path: place })
    const full = resolvePath(io.cwd, recordedPath(folder, file.path))
    const found = await sha256(io, full).catch(() => undefined)
    if (found === undefined) throw new KudariError('data', filesMessages.dataGone, { path: place, data: full })
    if (found !== file.sha256) throw new KudariError('data', filesMessages.dataChanged, { path: place, data: full })
  }
}
