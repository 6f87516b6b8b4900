/** Which lessons stand on the page: what comes and goes quickly does not, and nothing moves under a pointer that is in use. */
import type { Lesson } from '../worker/lessons/lesson.ts'

export interface Standing {
  readonly lesson: Lesson
  /** For so many looks it was not seen any more. */
  readonly missed: number
}

export interface Steady {
  readonly standing: readonly Standing[]
  /** Seen, but not yet on the page. */
  readonly waiting: readonly Lesson[]
}

export const nothing: Steady = { standing: [], waiting: [] }

/** While a run goes on, a lesson goes after so many looks that did not see it: some one and a half seconds. */
const PATIENCE = 3

export interface Circumstances {
  /** Whether something would move under the pointer. */
  readonly isHeld: boolean
  /** Whether the run stands still, so that what is seen now counts. */
  readonly isAtRest: boolean
}

/** @param seen the lessons of the present look, in their order. */
export function steady({ standing }: Steady, seen: readonly Lesson[], { isHeld, isAtRest }: Circumstances): Steady {
  const present = (kind: Lesson['kind']): Lesson | undefined => seen.find((lesson) => lesson.kind === kind)
  const stays = standing
    .map(({ lesson, missed }): Standing => {
      const now = present(lesson.kind)
      return now ? { lesson: now, missed: 0 } : { lesson, missed: missed + 1 }
    })
    .filter(({ missed }) => isHeld || missed === 0 || (!isAtRest && missed < PATIENCE))
  const fresh = seen.filter(({ kind }) => !standing.some(({ lesson }) => lesson.kind === kind))
  if (isHeld) return { standing: stays, waiting: fresh }
  return { standing: [...stays, ...fresh.map((lesson) => ({ lesson, missed: 0 }))], waiting: [] }
}
