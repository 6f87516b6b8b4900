/** The learning rate of every step of a run: one for all, planned by a schedule, or reduced as the loss asks for it. */
import { type PlateauState, plateauStart, reduceOnPlateau } from '../optim/plateau.ts'
import { type ScheduleSpecification, type ScheduledRun, scheduleRates } from '../optim/schedule.ts'
import type { StepRates } from './step-loop.ts'

/** The learning rates of a run. */
export interface Rates {
  /** The rate of a step, counted from 0. */
  readonly at: (step: number) => number
  /** The rates of so many steps from one on: each step's own where {@link hasOwnRates}, else one for all of them. */
  readonly of: (first: number, steps: number) => StepRates
  /** Takes the loss of an epoch: that of the validation rows, or where there are none the mean of its steps. */
  readonly endEpoch: (loss: number) => void
  /** Where a schedule that looks at the loss stands; what a checkpoint has to hold. */
  readonly plateau: () => PlateauState | undefined
}

const CONSTANT: ScheduleSpecification = { type: 'constant' }

/** Whether a schedule gives every step a rate of its own. Without one there is one rate, and a plateau is seen between epochs only. */
export const hasOwnRates = ({ type }: ScheduleSpecification = CONSTANT): boolean => type !== 'constant' && type !== 'plateau'

/** The rates of a run by its schedule. */
export function ratesOf(schedule: ScheduleSpecification = CONSTANT, run: ScheduledRun, from?: PlateauState): Rates {
  if (schedule.type === 'plateau') {
    const next = reduceOnPlateau(schedule)
    let state = from ?? plateauStart(run.learningRate)
    const at = (): number => state.learningRate
    return { at, of: at, endEpoch: (loss) => void (state = next(state, loss)), plateau: () => state }
  }
  const at = scheduleRates(schedule, run)
  const of = hasOwnRates(schedule)
    ? (first: number, steps: number) => Float64Array.from({ length: steps }, (_, i) => at(first + i))
    : at
  return { at, of, endEpoch: () => undefined, plateau: () => undefined }
}
