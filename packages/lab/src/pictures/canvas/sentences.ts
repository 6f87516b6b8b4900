/** Sentences one after the other: with a space between in English, with none in Japanese. */
import { language } from '../../language.ts'

/** Empty ones are left out. */
export const sentences = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join(language() === 'ja' ? '' : ' ')
