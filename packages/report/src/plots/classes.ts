/** The colours and shapes of classes: both together, so that nobody needs to see colours to tell classes apart. */
import type { ScaleOptions } from '@observablehq/plot'
import type { Html } from '../html/html.ts'
import { nameTag } from '../html/name.ts'
import { legendEntry } from './figure.ts'

/** Plot's symbols for filled shapes, and characters that look like them. */
const symbols = ['circle', 'cross', 'diamond', 'square', 'star', 'triangle', 'wye'] as const
const characters = ['●', '✚', '◆', '■', '★', '▲', '⅄'] as const
const colors = 8

/** The colour of a class by its index; the stylesheet gives the eight of them for light and for dark pages. */
export const classColor = (index: number): string => `var(--class-${index % colors})`

export const classScales = (count: number): { readonly color: ScaleOptions; readonly symbol: ScaleOptions } => {
  const domain = Array.from({ length: count }, (_, k) => k)
  return {
    color: { type: 'ordinal', domain, range: domain.map(classColor) },
    symbol: { type: 'ordinal', domain, range: domain.map((k) => symbols[k % symbols.length]) },
  }
}

export const classLegend = (classes: readonly string[]): readonly Html[] =>
  classes.map((name, k) => legendEntry({ symbol: characters[k % characters.length] }, classColor(k), nameTag(name)))
