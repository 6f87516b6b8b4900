/** Formulas with what they say, one under the other. */
import { both, tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { formulaHtml } from '../html/tex.ts'
import { page } from '../messages/page.ts'
import type { Formula } from '../summary.ts'

/** The lines of a formula: one more than there are line breaks. */
export const linesOf = (tex: string): number => tex.split(/ \\\\(?:\[[^\]]*\])? /).length

/** Something that is seen at a click. */
export const folded = (summary: Content, content: Content): Html => html`<details><summary>${summary}</summary>${content}</details>`

function formula({ tex, caption }: Formula, most: number): Html {
  const lines = linesOf(tex)
  const shown = html`<div class="scroll">${formulaHtml(tex)}</div>`
  return html`<figure class="formula">${lines > most ? folded(tell(page.formulaLines, { count: lines }), shown) : shown}
<figcaption>${both(caption)}</figcaption></figure>`
}

/** @param most formulas of more lines are folded away. */
export const formulaList = (formulas: readonly Formula[], most = Infinity): Html | undefined =>
  formulas.length === 0 ? undefined : html`
<div class="formulas">${formulas.map((one) => formula(one, most))}
</div>`
