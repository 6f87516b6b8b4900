/** What the parts of a step are called. */
import type { Language, Message } from '../messages/message.ts'
import type { Section } from './sections.ts'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

interface OfLayer {
  readonly place: string
  readonly type: string
}

interface OfParameters extends OfLayer {
  readonly parameters: readonly string[]
}

export const sectionTexts = {
  given: both('What the step begins with', '更新の前にあるもの'),
  forward: {
    en: ({ place, type }: OfLayer) => `Forward: ${place} (${type})`,
    ja: ({ place, type }: OfLayer) => `順伝播: ${place}（${type}）`,
  },
  loss: both('Loss', '損失'),
  gradient: {
    en: ({ place, type, parameters }: OfParameters) => `Gradient: ${place} (${type}), ${parameters.join(', ')}`,
    ja: ({ place, type, parameters }: OfParameters) => `勾配（逆伝播）: ${place}（${type}）の ${parameters.join('、')}`,
  },
  update: both('Update: one step down', '更新: 一歩下る'),
}

/** The heading of a part of a step. */
export function sectionText(section: Section, language: Language): string {
  switch (section.kind) {
    case 'forward':
      return sectionTexts.forward[language](section)
    case 'gradient':
      return sectionTexts.gradient[language](section)
    default:
      return sectionTexts[section.kind][language]()
  }
}
