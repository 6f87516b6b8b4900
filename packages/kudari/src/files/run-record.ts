/** `run.json`: everything that is needed to do a run again, and what came of it, as plain data. */
import type { Fit } from '../fit/fit.ts'
import type { Initial, Plan } from '../fit/plan.ts'
import type { LayerWeights } from '../nn/parameters.ts'
import type { TrainingResult } from '../train/run.ts'
import { planExecution } from '../fit/fit.ts'
import { threadCount } from '../run/threads.ts'

const FORMAT = 'kudari-run'
const VERSION = 1

/** A file that a run read: seen from the run folder, so that a project can move as a whole; `-` is standard input. */
export interface RecordedFile {
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
  /** The options as given, by the names that the command has for them. */
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

/** Initial weights from a file are kept as numbers: the file may change, or be the very run that is overwritten. */
export const keptInitial = (plan: Plan, initial: Initial | undefined): Record<string, unknown> => {
  if (!Array.isArray(initial) || typeof initial[0] === 'number') return {}
  const layers = (initial as readonly LayerWeights[]).map((layer) =>
    Object.fromEntries(Object.entries(layer).flatMap(([role, numbers]) => (numbers ? [[role, numbers.toArray()]] : []))))
  return { init: layers, model: plan.specification }
}

/** Puts on record what a run is going to do. */
export function runStart(plan: Plan, { kudari, data, validationData, given }: Pick<RunStart, 'kudari' | 'given' | 'validationData'> & { readonly data: RecordedFile }): RunStart {
  const { executor, kernels, products } = planExecution(plan)
  const { specification, learningRate, iterations, batch, shuffle, seed, dtype, inputs, learning, schedule, patience } = plan
  return {
    format: FORMAT,
    version: VERSION,
    kudari,
    data: { ...data, rows: plan.split.train.length + plan.split.validation.length },
    ...(validationData && { validationData }),
    given,
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

/** What of an outcome is put on record. */
const recordedOutcome = ({ outcome }: TrainingResult): RunRecord['outcome'] => ({
  kind: outcome.kind,
  iteration: outcome.iteration,
  ...(outcome.kind === 'stoppedEarly' && { best: outcome.best }),
})

/** Puts a run on record that has ended. */
export const runRecord = (start: RunStart, { result, metrics }: Fit, { date, seconds }: Pick<RunRecord, 'date' | 'seconds'>): RunRecord => ({
  ...start,
  date,
  ...(seconds !== undefined && { seconds }),
  outcome: recordedOutcome(result),
  loss: result.history.loss.at(-1)!,
  metrics,
})

/** A record as the text of its file. */
export const recordJson = (record: RunRecord): string => `${JSON.stringify(record, null, 2)}\n`

/** Whether a value is the record of a run, or of the start of one. */
export const isRunStart = (value: unknown): value is RunStart =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT &&
  'version' in value && value.version === VERSION && 'given' in value && 'settled' in value && 'data' in value
