/** Formulas with what they say, one under the other. */
import { both } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { formulaHtml } from '../html/tex.ts'
import type { Formula } from '../summary.ts'

export const formulaList = (formulas: readonly Formula[]): Html | undefined =>
  formulas.length === 0 ? undefined : html`
<div class="formulas">${formulas.map(({ tex, caption }) => html`
<figure class="formula"><div class="scroll">${formulaHtml(tex)}</div><figcaption>${both(caption)}</figcaption></figure>`)}
</div>`
