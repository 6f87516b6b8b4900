/** The learning rate of every step of a run: one for all, planned by a schedule, or reduced as the loss asks for it. */
import { type PlateauState, plateauStart, reduceOnPlateau } from '../optim/plateau.ts'
import { type ScheduleSpecification, type ScheduledRun, scheduleRates } from '../optim/schedule.ts'

/** The learning rates of a run. */
export interface Rates {
  /** The rate of a step, counted from 0. */
  readonly at: (step: number) => number
  /** Takes the loss of an epoch: that of the validation rows, or where there are none the mean of its steps. */
  readonly endEpoch: (loss: number) => void
  /** Where a schedule that looks at the loss stands; what a checkpoint has to hold. */
  readonly plateau: () => PlateauState | undefined
}

/** The rates of a run by its schedule. */
export function ratesOf(schedule: ScheduleSpecification, run: ScheduledRun, from?: PlateauState): Rates {
  if (schedule.type !== 'plateau') return { at: scheduleRates(schedule, run), endEpoch: () => undefined, plateau: () => undefined }
  const next = reduceOnPlateau(schedule)
  let state = from ?? plateauStart(run.learningRate)
  return { at: () => state.learningRate, endEpoch: (loss) => void (state = next(state, loss)), plateau: () => state }
}

/** How many steps from one on, at most so many, have its rate. */
export function stepsAlike({ at }: Rates, step: number, most: number): number {
  const rate = at(step)
  let count = 1
  while (count < most && at(step + count) === rate) count++
  return count
}
