/** The choices a careful analyst makes: model, batch, learning rate, length of the run — each with its reason. */
import type { Language, Message } from '../messages/message.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { curvature } from '../train/curvature.ts'
import { roundDown } from '../train/divergence.ts'
import { someRows } from '../train/step-rows.ts'
import type { Rows } from '../train/step.ts'

/** Something that Kudari chose because the user did not, and why; `in` says it in words. */
export interface Choice {
  readonly about: 'task' | 'model' | 'scale' | 'validation' | 'batch' | 'optimizer' | 'learningRate' | 'iterations' | 'rows'
  in(language: Language): string
}

/** A choice with its reason. */
export const choice = <Values>(about: Choice['about'], message: Message<Values>, values: Values): Choice => ({
  about,
  in: (language) => message[language](values),
})

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
  momentum = 0,
): { readonly learningRate: number; readonly curvature: number } {
  const steepest = curvature(specification, parameters, statistics, someRows(rows, CURVATURE_ROWS))
  const safe = steepest > 0 && Number.isFinite(steepest) ? 1 / steepest : 0.01
  // With momentum, steps in the same direction add up to 1 / (1 - momentum) times one of them.
  return { learningRate: roundDown((isFullBatch ? safe : safe / 2) * (1 - momentum)), curvature: steepest }
}

export const DEFAULT_ITERATIONS = 10_000
export const DEFAULT_EPOCHS = 30
/** Full-batch steps, or epochs of mini-batches, without a better validation loss before the run is stopped. */
export const PATIENCE = { full: 200, epochs: 5 } as const
/** A full-batch run whose loss falls by less than this share in 100 iterations has arrived. */
export const TOLERANCE = 1e-6
