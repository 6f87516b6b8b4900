/** Names from the user's table, which can be anything: very long, of several lines, or written from right to left. */
import { names } from '../messages/names.ts'
import { tell } from './bilingual.ts'
import { type Html, html } from './html.ts'

const usual = 40

const onOneLine = (name: string): string => name.replace(/\s+/g, ' ').trim()

/** At most so many characters (whole ones, so that no emoji is cut in two), with an ellipsis where something was left out. */
export function shorten(name: string, longest = usual): string {
  const characters = [...onOneLine(name)]
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`
}

/**
 * A name inside a sentence: short, and between Unicode's isolates (FSI and PDI), so that a name written from right to
 * left, or one with direction marks of its own, leaves the sentence around it in order.
 */
export const quoted = (name: string): string => `\u2068${shorten(name)}\u2069`

/** A name that stands by itself: isolated, and with the whole of it in a tooltip where it had to be cut. */
export function nameTag(name: string): Html {
  const short = shorten(name)
  if (short === '') return html`<i>${tell(names.empty, undefined)}</i>`
  return short === onOneLine(name)
    ? html`<bdi class="name">${short}</bdi>`
    : html`<bdi class="name" title="${name}">${short}</bdi>`
}
