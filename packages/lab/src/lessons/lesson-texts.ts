/** The lessons in words, all in one table. */
import type { LessonKind } from '../worker/lessons/lesson.ts'
import { dataTexts } from './data-texts.ts'
import { layerTexts } from './layer-texts.ts'
import { rateTexts } from './rate-texts.ts'
import type { LessonText, LessonTexts } from './text.ts'

const texts: LessonTexts<LessonKind> = { ...rateTexts, ...layerTexts, ...dataTexts }

/** The texts of a kind of lessons. */
export const textsOf = <Kind extends LessonKind>(kind: Kind): LessonText<Kind> => texts[kind] as LessonText<Kind>
