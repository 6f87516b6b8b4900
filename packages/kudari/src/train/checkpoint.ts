/** Moments and checkpoints: everything that a run needs to go on as if it had never been broken off. */
import type { PlateauState } from '../optim/plateau.ts'
import type { Best } from './early-stopping.ts'
import type { History } from './history.ts'
import type { TrainingState } from './state.ts'

/** A run between two steps. What follows from it is the same, to the last bit, whenever it is gone on from. */
export interface Moment {
  /** How many steps have been made. Which rows come next follows from it, and from the seed. */
  readonly iteration: number
  readonly state: TrainingState
  /** For early stopping: the best measurement so far, and how many came after it. */
  readonly best?: Best
  readonly sinceBest: number
  /** Where a schedule stands that goes by the loss. */
  readonly plateau?: PlateauState
}

/** A moment with all that has been recorded up to it: another run can go on from there. */
export interface Checkpoint extends Moment {
  readonly history: History
}

/** When checkpoints are made, and who keeps them. */
export interface CheckpointOptions {
  /** After every so many epochs, */
  readonly epochs?: number
  /** and whenever so many seconds have passed since the last one. */
  readonly seconds?: number
  /** Keeps a checkpoint. The run waits for it. */
  readonly save: (checkpoint: Checkpoint) => void | Promise<void>
}

/** Tells between two steps whether a checkpoint is due. */
export function checkpointClock({ epochs, seconds }: Pick<CheckpointOptions, 'epochs' | 'seconds'>, stepsPerEpoch: number) {
  const every = epochs === undefined ? Infinity : epochs * stepsPerEpoch
  let last = performance.now()
  return {
    /** How many steps may be made at one go after so many, so that no checkpoint is missed. */
    most: (iteration: number): number => (every === Infinity ? Infinity : every - (iteration % every)),
    isDue: (iteration: number): boolean => iteration % every === 0 || (seconds !== undefined && performance.now() - last >= seconds * 1000),
    made(): void {
      last = performance.now()
    },
  }
}
