/** What was done to the pixels of images. */
import type { Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const imageTexts = {
  divided: {
    en: (v: { white: number }) => `divided by ${v.white}`,
    ja: (v: { white: number }) => ` ${v.white} で割って 0〜1 にします`,
  },
  standard: both('each pixel standardised by its own mean and standard deviation', '、ピクセルごとに標準化します'),
  minmax: both('each pixel mapped to 0 … 1', '、ピクセルごとに 0〜1 に変換します'),
  none: both('as they are', 'そのまま使います'),
}
