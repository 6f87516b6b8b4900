/** The frame of every page: one file that loads nothing and runs no script, in both languages with a switch between them. */
import type { Language } from 'kudari'
import { page } from '../messages/page.ts'
import { languages, tell } from './bilingual.ts'
import { type Content, type Html, html, raw } from './html.ts'

/** Nothing may be loaded and no script may run, whatever stands in the table. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** The switch: two radio buttons before everything else, by which the stylesheet hides the other language. */
const languageSwitch = (language: Language): Html => html`
${languages.map(({ code, name }) => html`
<input type="radio" name="language" class="switch" id="language-${code}" aria-label="${name}" lang="${code}"${code === language ? html` checked` : undefined}>`)}
<div class="languages" aria-hidden="true">${languages.map(({ code, name }) =>
  html`<label for="language-${code}" lang="${code}">${name}</label>`)}</div>`

export interface Document {
  /** As the browser shows it in its tab. */
  readonly title: string
  /** The language that the page opens in. */
  readonly language: Language
  /** The Kudari that made the page, and when, ISO 8601. */
  readonly version: string
  readonly date: string
  readonly styles: readonly string[]
  readonly content: Content
}

/** A complete document. */
export const documentHtml = ({ title, language, version, date, styles, content }: Document): string => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Kudari ${version}">
<title>${title}</title>
${styles.map((style) => html`<style>${raw(style)}</style>
`)}</head>
<body>
${languageSwitch(language)}
<main>${content}</main>
<footer><p>${tell(page.made, { version, date: date.slice(0, 10) })} ${tell(page.selfContained, undefined)}</p></footer>
</body>
</html>
`.text
