/** Moments that are kept of a run, as many as a budget of memory holds. */
import type { Moment } from './checkpoint.ts'
import { type TrainingState, tensorsOf } from './state.ts'

/** What a tensor takes in memory besides its numbers, roughly. */
const BYTES_PER_TENSOR = 512

const bytesOfState = (state: TrainingState): number =>
  Object.values(tensorsOf(state)).reduce((sum, { data }) => sum + data.byteLength + BYTES_PER_TENSOR, 0)

const bytesOf = ({ state, best }: Moment): number => bytesOfState(state) + (best ? bytesOfState(best.state) : 0)

/**
 * Keeps moments in their order: all while there is room, then every second of them, every fourth, ... The first is never given up.
 *
 * @param bytes the memory that they may take.
 */
export function momentsWithin(bytes: number, first: Moment) {
  let kept = [first]
  let used = bytesOf(first)
  /** How many steps two of them are apart, at least. */
  let gap = 1
  const isApart = (iteration: number): boolean => iteration - kept.at(-1)!.iteration >= gap

  function thinOut(): void {
    gap *= 2
    const before = kept
    kept = [first]
    for (const moment of before) if (isApart(moment.iteration)) kept.push(moment)
    used = kept.reduce((sum, moment) => sum + bytesOf(moment), 0)
  }

  return {
    /** Whether an iteration is one to be kept: later than all others, and not too close to them. */
    isWanted: isApart,
    add(moment: Moment): void {
      kept.push(moment)
      used += bytesOf(moment)
      while (used > bytes && kept.length > 1) thinOut()
    },
    /** The last moment that is not after an iteration. */
    lastUpTo: (iteration: number): Moment | undefined => kept.findLast((moment) => moment.iteration <= iteration),
  }
}
