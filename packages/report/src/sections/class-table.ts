/** Precision, recall and F1 of each class. */
import { tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { nameTag } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { measures } from '../messages/result.ts'
import type { ClassificationResult } from '../summary.ts'
import { judged } from './verdict.ts'

const mostClasses = 20

/** All classes in the model's order; of very many, those that need a look: the ones with the lowest F1. */
export function classTable({ classes, metrics }: ClassificationResult): Html {
  const rows = judged(metrics).perClass.map((measured, k) => ({ ...measured, name: classes[k] }))
  const many = rows.length > mostClasses
  const shown = many ? rows.sort((a, b) => (a.f1 ?? 0) - (b.f1 ?? 0)).slice(0, mostClasses) : rows
  return html`
<div><h3>${tell(measures.perClass, undefined)}
<small>${tell(metrics.validation === undefined ? measures.onTrain : measures.onValidation, undefined)}</small></h3>
<p class="note">${tell(measures.perClassAbout, undefined)}
${many ? tell(measures.worstFirst, { count: mostClasses }) : undefined}</p>
<div class="scroll"><table class="numbers">
<thead><tr><th>${tell(measures.class, undefined)}</th><th>${tell(measures.precision, undefined)}</th>
<th>${tell(measures.recall, undefined)}</th><th>${tell(measures.f1, undefined)}</th>
<th>${tell(measures.support, undefined)}</th></tr></thead>
<tbody>${shown.map(({ name, precision, recall, f1, support }) => html`
<tr><th>${nameTag(name)}</th><td>${formatNumber(precision, 3)}</td><td>${formatNumber(recall, 3)}</td>
<td>${formatNumber(f1, 3)}</td><td>${formatNumber(support)}</td></tr>`)}
</tbody></table></div></div>`
}
