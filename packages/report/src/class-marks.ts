/** The colours and shapes of classes: both together, so that nobody needs to see colours to tell classes apart. */
import type { ScaleOptions } from '@observablehq/plot'

/** Plot's symbols, and characters that look like them. */
const symbols = ['circle', 'cross', 'diamond', 'square', 'star', 'triangle', 'wye'] as const
const characters = ['●', '✚', '◆', '■', '★', '▲', '⅄'] as const

/** The stylesheet gives so many colours, for light and for dark pages. */
export const CLASS_COLORS = 8

export const classColor = (k: number): string => `var(--class-${k % CLASS_COLORS})`
export const classCharacter = (k: number): string => characters[k % characters.length]

export function classScales(count: number): { readonly color: ScaleOptions; readonly symbol: ScaleOptions } {
  const domain = Array.from({ length: count }, (_, k) => k)
  return {
    color: { type: 'ordinal', domain, range: domain.map(classColor) },
    symbol: { type: 'ordinal', domain, range: domain.map((k) => symbols[k % symbols.length]) },
  }
}
