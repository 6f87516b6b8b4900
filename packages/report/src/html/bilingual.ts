/** Texts in both languages at once: the page holds them side by side, and its switch shows one of them. */
import type { Language, Message } from 'kudari'
import type { Bilingual } from '../summary.ts'
import { type Html, html } from './html.ts'

/** The languages, each by its own name. */
export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'ja', name: '日本語' },
  { code: 'en', name: 'English' },
]

/** A text in both languages, of which the stylesheet shows the chosen one. */
export const both = (text: Bilingual): Html => html`<span lang="en">${text.en}</span><span lang="ja">${text.ja}</span>`

/** A message with its values, in both languages. */
export const fill = <Values>(message: Message<Values>, values: Values): Bilingual => ({
  en: message.en(values),
  ja: message.ja(values),
})

/** A message of the table, as HTML in both languages. */
export const tell = <Values>(message: Message<Values>, values: Values): Html => both(fill(message, values))

/** Sentences one after the other: with a space between them where the language has one. */
export function sentences(...texts: readonly (Bilingual | undefined)[]): Bilingual {
  const given = texts.filter((text) => text !== undefined)
  return { en: given.map(({ en }) => en).join(' '), ja: given.map(({ ja }) => ja).join('') }
}
