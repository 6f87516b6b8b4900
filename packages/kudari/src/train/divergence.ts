/** Divergence: noticing that a run goes up instead of down, and finding out why. */
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { curvature } from './curvature.ts'
import type { Rows } from './step.ts'

/** Why a run diverged, and what to try; `trainMessages.diverged` says it in words. */
export interface Divergence {
  /** The iteration at which the run was stopped, and the loss there. */
  readonly iteration: number
  readonly loss: number
  readonly firstLoss: number
  readonly learningRate: number
  /** 2 / curvature: above it, plain gradient descent on a loss of this curvature must diverge. */
  readonly limit: number
  /** A learning rate that should work. */
  readonly suggestion: number
  /** The inputs that make the loss steep, steepest first; empty when all inputs are of moderate size. */
  readonly columns: readonly { readonly name: string; readonly meanSquare: number }[]
}

/** How often in a row the loss must grow, and how far above where it began, before a run is called diverged. */
const GROWING_STEPS = 5
const GROWN_BY = 1000

/**
 * Whether a run goes up without bound at an iteration, or its loss is no longer a number.
 *
 * @param losses of all iterations from the first on.
 */
export function hasDiverged(losses: readonly number[], iteration: number): boolean {
  const loss = losses[iteration]
  if (!Number.isFinite(loss)) return true
  if (iteration < GROWING_STEPS || loss <= GROWN_BY * Math.max(losses[0], 1e-6)) return false
  for (let i = iteration; i > iteration - GROWING_STEPS; i--) if (!(losses[i] > losses[i - 1])) return false
  return true
}

/** The largest of 1, 2, 5 times a power of ten that is not above `value`. */
export function roundDown(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 0.01
  const exponent = Math.floor(Math.log10(value))
  const digit = value / 10 ** exponent
  const leading = digit >= 5 ? 5 : digit >= 2 ? 2 : 1
  return Number(`${leading}e${exponent}`)
}

/** Inputs whose mean square is above this are worth naming. */
const STEEP = 4

/**
 * Why a run diverged.
 *
 * @param initial the parameters it began with; the curvature is taken there.
 * @param inputs the names of the columns of `rows.x`; '' for the dummy column.
 */
export function diagnose(
  specification: ModelSpecification,
  initial: Parameters,
  statistics: Parameters,
  rows: Rows,
  inputs: readonly string[],
  at: { readonly iteration: number; readonly loss: number; readonly firstLoss: number; readonly learningRate: number },
): Divergence {
  const steepest = curvature(specification, initial, statistics, rows)
  const limit = steepest > 0 ? 2 / steepest : Infinity
  const safe = Number.isFinite(limit) ? Math.min(limit / 2, at.learningRate / 2) : at.learningRate / 10
  const meanSquares = rows.x.square().mean({ axis: 0 }).data
  const columns = inputs
    .map((name, i) => ({ name, meanSquare: meanSquares[i] }))
    .filter(({ name, meanSquare }) => name !== '' && meanSquare > STEEP)
    .toSorted((a, b) => b.meanSquare - a.meanSquare)
    .slice(0, 5)
  return { ...at, limit, suggestion: roundDown(safe), columns }
}
