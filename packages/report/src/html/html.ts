/** HTML that is safe by construction: a template that escapes whatever is put into it, unless that is HTML already. */

/** A piece of HTML. Only {@link html} and {@link raw} make one. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What a template takes: text and numbers are escaped, HTML is kept, lists are joined, `undefined` leaves nothing. */
export type Content = Html | string | number | undefined | readonly Content[]

/** Declares a text to be HTML: for the output of renderers that escape by themselves (Plot, KaTeX) and for CSS. */
export const raw = (text: string): Html => new Html(text)

/**
 * A text as HTML shows it, inside elements and inside quoted attributes. Control characters, which HTML does not allow,
 * become the replacement character; line breaks stay.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function toHtml(content: Content): string {
  if (content === undefined) return ''
  if (content instanceof Html) return content.text
  if (Array.isArray(content)) return content.map(toHtml).join('')
  return escapeHtml(String(content))
}

/**
 * A template of HTML.
 *
 * @example
 * html`<b title="${name}">${name}</b>`.text // '<b title="&#60;i&#62;">&#60;i&#62;</b>' for the name <i>
 */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  new Html(parts.reduce((text, part, i) => text + toHtml(contents[i - 1]) + part))
