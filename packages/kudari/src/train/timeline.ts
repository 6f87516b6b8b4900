/** A timeline: a run with every moment of its past within reach. */
import type { History } from './history.ts'
import { momentsWithin } from './moments.ts'
import { type Outcome, type TrainingRun, requireOption } from './run.ts'
import type { TrainingState } from './state.ts'

export interface TimelineOptions {
  /** The memory, in bytes, that moments of the past may take. Default: 64 MiB. */
  readonly bytes?: number
}

/** A run that can be taken to any of its iterations, back and forth, exactly: the same bits as when it first came there. */
export interface Timeline {
  /** How many steps lead to where it stands. */
  readonly iteration: number
  /** How many steps have been made in all. */
  readonly furthest: number
  /** Of all steps that have been made. It grows as the run goes on, and stays as it is when it goes back. */
  readonly history: History
  /** How the run ended, once that is known; wherever it stands now. A run that is `finished` may go on. */
  readonly outcome: Outcome | undefined
  /** The learning rate of the step that follows where it stands. */
  readonly learningRate: number
  /** The state where it stands. */
  state(): TrainingState
  /**
   * Goes towards an iteration for a little while (some 15 ms), so that a page can breathe between two calls: forward step by
   * step, or by a jump to what is kept of the past and from there step by step.
   *
   * @returns whether it is there, or at the end of the run.
   * @throws KudariError when the iteration is not a whole number.
   */
  towards(iteration: number): boolean
  /** Gives back what the steps were made with. */
  end(): void
}

const MEBIBYTE = 2 ** 20
/**
 * Lays a run out in time. From now on the run belongs to its timeline, which also ends it.
 *
 * @param run as it was begun. Its `onIteration` is called for steps that are made again, too.
 * @example
 * const time = timeline(beginRun(problem, { learningRate: 0.01, iterations: 200 }))
 * while (!time.towards(200)) await pause()
 * while (!time.towards(17)) await pause()
 * time.state() // what step 17 begins with
 * time.end()
 */
export function timeline(run: TrainingRun, { bytes = 64 * MEBIBYTE }: TimelineOptions = {}): Timeline {
  const start = run.moment()
  const past = momentsWithin(bytes / 2, start)
  /** What was made again since the last jump: where moments of the past are far apart, the next one back is near. */
  let again = momentsWithin(bytes / 2, start)
  let furthest = start.iteration
  let { outcome } = run
  /** Where the way ends. */
  const last = (): number => (outcome && outcome.kind !== 'finished' ? furthest : Infinity)

  /** Jumps to the nearest moment before the goal, where that is a shorter way than from where it stands. */
  function jump(goal: number): void {
    const known = past.lastUpTo(goal)!
    const near = again.lastUpTo(goal)
    const isNear = near !== undefined && near.iteration >= known.iteration
    const to = isNear ? near : known
    if (run.iteration <= goal && to.iteration <= run.iteration) return
    if (!isNear) again = momentsWithin(bytes / 2, known)
    run.goTo(to)
  }

  function advance(most: number): void {
    run.advance(most)
    const isNew = run.iteration > furthest
    if (isNew) {
      furthest = run.iteration
      ;({ outcome } = run)
    }
    const moments = isNew ? past : again
    if (moments.isWanted(run.iteration)) moments.add(run.moment())
  }

  return {
    get iteration() {
      return run.iteration
    },
    get furthest() {
      return furthest
    },
    get history() {
      return run.history
    },
    get outcome() {
      return outcome
    },
    get learningRate() {
      return run.learningRate
    },
    state: () => run.state(),
    towards(iteration) {
      requireOption(Number.isInteger(iteration), 'towards', '0, 1, 2, ...', iteration)
      const goal = Math.min(Math.max(iteration, start.iteration), last())
      jump(goal)
      if (run.iteration < goal) advance(goal - run.iteration)
      return run.iteration === Math.min(goal, last())
    },
    end: () => run.end(),
  }
}
