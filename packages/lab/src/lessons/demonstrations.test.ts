/** Every demonstration shows the lesson it is made for and no other, and its remedies help. */
import { describe, expect, it } from 'vitest'
import type { FitOptions } from 'kudari'
import type { FitChange, Lesson, LessonKind, Remedy } from '../worker/lessons/lesson.ts'
import { type Demonstration, demonstrations } from './demonstrations.ts'
import { textsOf } from './lesson-texts.ts'
import { demonstrationNames } from './messages.ts'
import { remedyText } from './remedy-text.ts'
import { type Seen, drive } from './testing/drive.ts'

const kinds = ({ lessons }: Seen): LessonKind[] => lessons.map(({ kind }) => kind)
const last = (values: Float64Array | undefined): number => values?.findLast(Number.isFinite) ?? Number.NaN

const changed = (fit: FitOptions, change: FitChange): FitOptions =>
  Object.fromEntries(Object.entries({ ...fit, ...change }).filter(([, value]) => value !== undefined)) as unknown as FitOptions

const withRemedy = ({ setup }: Demonstration, remedy: Remedy): Promise<Seen> =>
  remedy.kind === 'best' ? drive(setup, remedy.iteration) : drive({ ...setup, fit: changed(setup.fit, remedy.change) })

type Check = (before: Seen, after: Seen) => void

/** How a remedy shows where it is not in the training loss: in the validation loss, or in that the lesson is gone. */
const better: Readonly<Partial<Record<LessonKind, Check>>> = {
  overfitting: (before, after) => expect(last(after.validation)).toBeLessThan(last(before.validation) / 2),
  penalised: (before, after) => expect(last(after.validation)).toBeLessThan(0.6 * last(before.validation)),
  // Without the column that gave the answer away, the loss cannot but be higher.
  leak: (before, after) => expect(last(after.loss)).toBeGreaterThan(last(before.loss)),
  // The losses are weighted differently.
  neverPredicted: () => {},
  fewRows: (before, after) => expect([before.validation, after.validation?.length]).toEqual([undefined, 500]),
}

const isLower: Check = (before, after) => expect(last(after.loss)).toBeLessThan(0.8 * last(before.loss))
const isLowestAt = (iteration: number): Check => (before, after) => expect(after.validation?.[iteration - 1]).toBe(Math.min(...before.validation!))

/** What can be seen only once the remedy is there. */
const uncovered: Readonly<Partial<Record<LessonKind, readonly LessonKind[]>>> = { fewRows: ['overfitting'] }

/** All that is said of a lesson. */
function wordsOf(lesson: Lesson): string[] {
  const { title, seen, why, formula } = textsOf(lesson.kind)
  const remedies = lesson.remedies.flatMap((remedy) => [remedyText.en(remedy), remedyText.ja(remedy)])
  return [title.en(), title.ja(), seen.en(lesson), seen.ja(lesson), why.en(lesson), why.ja(lesson), formula?.(lesson) ?? '', ...remedies]
}

describe.each(demonstrations.map((demonstration) => [demonstration.kind, demonstration] as const))('%s', (kind, demonstration) => {
  it('is the one thing that goes wrong, and gone with each remedy', async () => {
    const before = await drive(demonstration.setup)
    expect(kinds(before)).toEqual([kind])
    const [lesson] = before.lessons
    const { remedies } = lesson
    for (const text of wordsOf(lesson)) expect(text).not.toMatch(/undefined|NaN|\[object/)
    expect(remedies.length).toBeGreaterThan(0)
    for (const remedy of remedies) {
      const after = await withRemedy(demonstration, remedy)
      expect(kinds(after)).toEqual(uncovered[kind] ?? [])
      const check = remedy.kind === 'best' ? isLowestAt(remedy.iteration) : (better[kind] ?? isLower)
      check(before, after)
    }
  })
})

it('has a name for each demonstration', () => {
  for (const { kind } of demonstrations) expect(demonstrationNames[kind]?.ja()).toBeTypeOf('string')
  expect(new Set(demonstrations.map(({ kind }) => kind)).size).toBe(demonstrations.length)
})
