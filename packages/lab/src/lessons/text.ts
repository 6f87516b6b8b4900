/** What is said of a lesson, and how numbers are written in it. */
import { type Message, formatNumber } from 'kudari'
import type { LessonKind, LessonOf } from '../worker/lessons/lesson.ts'

export interface LessonText<Kind extends LessonKind> {
  readonly title: Message
  /** What is seen, with this run's numbers. */
  readonly seen: Message<LessonOf<Kind>>
  readonly why: Message<LessonOf<Kind>>
  /** In TeX. */
  readonly formula?: (lesson: LessonOf<Kind>) => string
}

export type LessonTexts<Kinds extends LessonKind> = { readonly [Kind in Kinds]: LessonText<Kind> }

export const n = (value: number): string => formatNumber(value, 3)
/** Where only the size matters. */
export const about = (value: number): string => formatNumber(value, 2)
export const percent = (share: number): string => `${formatNumber(share * 100, 3)} %`
/** As TeX: 2e-7 is 2 x 10^-7. */
export const texNumber = (value: number): string => n(value).replace(/e(-?\d+)$/, ' \\times 10^{$1}')
