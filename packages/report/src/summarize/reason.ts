/** Why a run is as it is: the reasons of the choices that were made for it. */
import type { Choice } from 'kudari'
import type { Bilingual } from '../summary.ts'

/** Choices are told as "learning rate: 0.5, because ..."; beside a label and a value of its own the first words can go. */
const withoutLabel = (text: string): string => text.replace(/^[^:]{1,20}: /, '').replace(/^[\w.-]+(?:, |。)/, '')

/** Why something was chosen, if it was. */
export function reasonOf(choices: readonly Choice[], about: Choice['about']): { readonly reason?: Bilingual } {
  const found = choices.find((choice) => choice.about === about)
  return found ? { reason: { en: withoutLabel(found.in('en')), ja: withoutLabel(found.in('ja')) } } : {}
}
