/** The confusion matrix as a table with tinted cells; with very many classes, the most frequent mix-ups instead. */
import { tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { nameTag, quoted } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { measures } from '../messages/result.ts'
import type { ClassificationResult } from '../summary.ts'
import { judged } from './verdict.ts'

const mostClasses = 20
const mostMixUps = 10
/** Of more classes the cells move closer together. */
const roomy = 5

function matrix(classes: readonly string[], confusion: readonly (readonly number[])[]): Html {
  return html`
<p class="note">${tell(measures.confusionAbout, undefined)}</p>
<div class="scroll"><table class="confusion${classes.length > roomy ? ' compact' : ''}">
<thead><tr><th class="corner">${tell(measures.confusionCorner, undefined)}</th>
${classes.map((name) => html`<th>${nameTag(name)}</th>`)}</tr></thead>
<tbody>${confusion.map((row, t) => {
  const total = row.reduce((sum, count) => sum + count, 0)
  return html`<tr><th>${nameTag(classes[t])}</th>${row.map((count, p) => {
    const share = total === 0 ? 0 : Math.round((count / total) * 100) / 100
    return html`<td class="${t === p ? 'right' : 'wrong'}" style="--share:${share}">${formatNumber(count)}</td>`
  })}</tr>`
})}</tbody></table></div>`
}

function mixUps(classes: readonly string[], confusion: readonly (readonly number[])[]): Html {
  const found = confusion
    .flatMap((row, t) => row.map((count, p) => ({ count, t, p })))
    .filter(({ count, t, p }) => t !== p && count > 0)
    .sort((a, b) => b.count - a.count)
  if (found.length === 0) return html`<p>${tell(measures.noMixUps, undefined)}</p>`
  return html`<ol class="mix-ups">${found.slice(0, mostMixUps).map(({ count, t, p }) => html`
<li>${tell(measures.mixUp, { truth: quoted(classes[t]), predicted: quoted(classes[p]), count: formatNumber(count) })}</li>`)}</ol>`
}

export function confusionMatrix({ classes, metrics }: ClassificationResult): Html {
  const { confusion } = judged(metrics)
  const many = classes.length > mostClasses
  return html`
<div><h3>${tell(many ? measures.confusions : measures.confusion, undefined)}
<small>${tell(metrics.validation === undefined ? measures.onTrain : measures.onValidation, undefined)}</small></h3>
${many ? mixUps(classes, confusion) : matrix(classes, confusion)}</div>`
}
