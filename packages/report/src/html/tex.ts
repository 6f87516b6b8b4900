/** Formulas: names of columns made safe for TeX, and TeX made into HTML and MathML. */
import katex from 'katex'
import { type Html, raw } from './html.ts'

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '^': '\\textasciicircum{}', '~': '\\textasciitilde{}',
  _: '\\_', '%': '\\%', '#': '\\#', '&': '\\&', $: '\\$', '{': '\\{', '}': '\\}',
}

/**
 * A text, such as the name of a column, as TeX shows it: `\text{...}` with TeX's own characters escaped and line breaks
 * made spaces. Control characters and marks of writing direction, which a formula has no use for, are left out.
 *
 * @example
 * texText('体重_kg') // '\\text{体重\\_kg}'
 */
export function texText(text: string): string {
  const visible = text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
  return `\\text{${visible.replace(/[\\^~_%#&${}]/g, (character) => escapes[character])}}`
}

/** A formula on a line of its own. TeX that KaTeX cannot read is shown as it is written, marked as an error. */
export const formulaHtml = (tex: string): Html =>
  raw(katex.renderToString(tex, {
    displayMode: true, output: 'htmlAndMathml', throwOnError: false, strict: 'ignore', maxSize: 10, maxExpand: 1000,
  }))
