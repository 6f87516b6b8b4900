/** Texts in both languages as HTML: the page holds them side by side, and its switch shows one of them. */
import type { Language, Message } from 'kudari'
import { bilingual } from '../bilingual.ts'
import type { Bilingual } from '../summary.ts'
import { type Html, html } from './html.ts'

/** The languages, each by its own name. */
export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'ja', name: '日本語' },
  { code: 'en', name: 'English' },
]

/** A text in both languages, of which the stylesheet shows the chosen one. */
export const both = (text: Bilingual): Html => html`<span lang="en">${text.en}</span><span lang="ja">${text.ja}</span>`

/** A message of the table, as HTML in both languages. */
export const tell = <Values>(message: Message<Values>, values: Values): Html => both(bilingual(message, values))
