/** A learning rate that is reduced whenever the loss gets no better for a while. */
import { type Settings, reduction, whole } from '../messages/settings.ts'

/** When the rate is reduced, and to what share. */
export interface PlateauOptions {
  /** How many epochs in a row may be without a new best; the next one reduces the rate. Default 10. */
  readonly patience?: number
  /** What the rate is multiplied by; default 0.1. */
  readonly factor?: number
}

export const plateauSettings: Settings<PlateauOptions> = { patience: whole, factor: reduction }

/** Where a run stands: plain data that JSON can hold. */
export interface PlateauState {
  readonly learningRate: number
  /** The best loss so far; null before the first. */
  readonly best: number | null
  readonly epochsWithoutBest: number
}

/** Before the first epoch. */
export const plateauStart = (learningRate: number): PlateauState => ({ learningRate, best: null, epochsWithoutBest: 0 })

/** A new best must be below the old one by this share of it. */
const THRESHOLD = 1e-4

/** The rate stays as it is where it would become smaller by no more than this. */
const SMALLEST_CHANGE = 1e-8

/**
 * The state after an epoch, given the state before it and the loss of the epoch (on validation rows where there are some).
 * A loss that is not a number is no new best. The constants are those of PyTorch's ReduceLROnPlateau.
 *
 * @example
 * const next = reduceOnPlateau({ patience: 0, factor: 0.5 })
 * next(next(plateauStart(0.1), 2), 2) // { learningRate: 0.05, best: 2, epochsWithoutBest: 0 }
 */
export const reduceOnPlateau =
  ({ patience = 10, factor = 0.1 }: PlateauOptions) =>
  ({ learningRate, best, epochsWithoutBest }: PlateauState, loss: number): PlateauState => {
    if (loss < (best ?? Infinity) * (1 - THRESHOLD)) return { learningRate, best: loss, epochsWithoutBest: 0 }
    if (epochsWithoutBest < patience) return { learningRate, best, epochsWithoutBest: epochsWithoutBest + 1 }
    const reduced = learningRate * factor
    return { learningRate: learningRate - reduced > SMALLEST_CHANGE ? reduced : learningRate, best, epochsWithoutBest: 0 }
  }
