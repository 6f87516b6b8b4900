/** Texts of what all pictures have. */
export const captionMessages = {
  more: { en: () => 'Read on', ja: () => '続きを読む' },
  less: { en: () => 'Shorter', ja: () => '短くする' },
}
