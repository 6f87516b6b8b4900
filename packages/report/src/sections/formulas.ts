/** Formulas with what they say, one under the other; long ones are folded away. */
import { both, tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { formulaHtml } from '../html/tex.ts'
import { page } from '../messages/page.ts'
import type { Formula } from '../summary.ts'

/** Formulas of more lines are folded away. */
const LINES = 8

/** The lines of a formula: one more than there are line breaks. */
export const linesOf = (tex: string): number => tex.split(String.raw` \\ `).length

/** Something that is seen at a click. */
export const folded = (summary: Content, content: Content): Html => html`<details><summary>${summary}</summary>${content}</details>`

function formula({ tex, caption }: Formula): Html {
  const lines = linesOf(tex)
  const shown = html`<div class="scroll">${formulaHtml(tex)}</div>`
  return html`<figure class="formula">${lines > LINES ? folded(tell(page.formulaLines, { count: lines }), shown) : shown}
<figcaption>${both(caption)}</figcaption></figure>`
}

export const formulaList = (formulas: readonly Formula[]): Html | undefined =>
  formulas.length === 0 ? undefined : html`
<div class="formulas">${formulas.map(formula)}
</div>`
