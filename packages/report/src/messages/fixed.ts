/** A message that is the same for every run. */
import type { Message } from 'kudari'

/** Both languages of a text without values. */
export const fixed = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })
