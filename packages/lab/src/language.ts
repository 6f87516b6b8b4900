/** The language of the page: the reader's own at first, then the one chosen, remembered. */
import type { Language, Message } from 'kudari'
import { createSignal } from 'solid-js'
import { recall, remember } from './session/memory.ts'

const preferred = (): Language => {
  const known = recall('language')
  if (known === 'ja' || known === 'en') return known
  return navigator.language.startsWith('ja') ? 'ja' : 'en'
}

const [language, setSignal] = createSignal<Language>(preferred())
export { language }

export function setLanguage(chosen: Language): void {
  remember('language', chosen)
  setSignal(chosen)
}

/** The text of a message in the page's language; it changes when the language does. */
export function t(message: Message): string
export function t<Values>(message: Message<Values>, values: Values): string
export function t<Values>(message: Message<Values>, values?: Values): string {
  return message[language()](values as Values)
}

/** A text that is there in every language, such as a problem's. */
export const inLanguage = (text: Readonly<Record<Language, string>>): string => text[language()]
