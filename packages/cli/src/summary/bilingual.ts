/** Texts filled in for both languages at once: the report holds both. */
import type { Choice, Message } from 'kudari'
import type { Bilingual } from '@kudari/report'

/** A message with its values. */
export const bilingual = <Values>(message: Message<Values>, values: Values): Bilingual => ({
  en: message.en(values),
  ja: message.ja(values),
})

/** A message without values. */
export const plain = (message: Message): Bilingual => bilingual(message, undefined)

/** Choices are told as "learning rate: 0.5, because ..."; beside a label and a value of its own the first words can go. */
const withoutLabel = (text: string): string => text.replace(/^[^:]{1,20}: /, '').replace(/^[\w.-]+(?:, |。)/, '')

/** Why something was chosen, if it was. */
export function reasonOf(choices: readonly Choice[], about: Choice['about']): { readonly reason?: Bilingual } {
  const found = choices.find((choice) => choice.about === about)
  return found ? { reason: { en: withoutLabel(found.in('en')), ja: withoutLabel(found.in('ja')) } } : {}
}
