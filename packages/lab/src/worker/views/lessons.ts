/** What goes wrong at a moment: looked for at rest, and now and then while a run goes on. */
import type { Plan } from 'kudari'
import type { Lesson } from '../lessons/lesson.ts'
import { lessonsOf } from '../lessons/lessons-of.ts'
import type { Moment, View } from '../moment.ts'

export interface LessonsRequest {
  /** Whether the run stands still, so that this very moment counts; while it moves, what was seen a little earlier will do. */
  readonly isAtRest: boolean
}

export interface LessonsView {
  /** The moment that was looked at. */
  readonly iteration: number
  readonly lessons: readonly Lesson[]
}

/** Milliseconds from one look to the next; and looking takes at most a tenth of the time. */
const PAUSE = 500
const SHARE = 10

interface Look extends LessonsView {
  readonly next: number
}

const last = new WeakMap<Plan, Look>()

function look(moment: Moment): Look {
  const start = performance.now()
  const lessons = lessonsOf(moment)
  const end = performance.now()
  return { iteration: moment.iteration, lessons, next: end + Math.max(PAUSE, SHARE * (end - start)) }
}

export const lessons: View<LessonsRequest, LessonsView> = (moment, { isAtRest }) => {
  const known = last.get(moment.plan)
  const isCurrent = known !== undefined && (known.iteration === moment.iteration || (!isAtRest && performance.now() < known.next))
  const seen = isCurrent ? known : look(moment)
  last.set(moment.plan, seen)
  return { iteration: seen.iteration, lessons: seen.lessons }
}
