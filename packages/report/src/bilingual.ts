/** Texts filled in for both languages at once: the pages hold them side by side. */
import type { Message } from 'kudari'
import type { Bilingual } from './summary.ts'

/** A message with its values, in both languages. */
export const bilingual = <Values>(message: Message<Values>, values: Values): Bilingual => ({
  en: message.en(values),
  ja: message.ja(values),
})

/** A message without values. */
export const plain = (message: Message): Bilingual => bilingual(message, undefined)

/** Sentences one after the other: with a space between them where the language has one. */
export function sentences(...texts: readonly (Bilingual | undefined)[]): Bilingual {
  const given = texts.filter((text) => text !== undefined)
  return { en: given.map(({ en }) => en).join(' '), ja: given.map(({ ja }) => ja).join('') }
}
