/** What was learned: the weights by column, as bars and as numbers, the heaviest first. */
import { tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { nameTag } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { page } from '../messages/page.ts'
import type { RunSummary, WeightRow, WeightsSummary } from '../summary.ts'

const shownAtOnce = 20
const mostRows = 200

const size = ({ scaled }: Pick<WeightRow, 'scaled'>): number =>
  scaled.reduce((largest, weight) => (Math.abs(weight) > largest ? Math.abs(weight) : largest), 0)

/** A weight as a bar from the middle of its cell, to the right for a positive one, and as a number. */
function barCell(weight: number, largest: number): Html {
  const share = Number.isFinite(weight) && largest > 0 ? Math.round((Math.abs(weight) / largest) * 1000) / 10 : 0
  return html`<td class="bar ${weight < 0 ? 'negative' : 'positive'}"><span class="track"><i style="width:${share / 2}%"></i></span>
<span class="value">${formatNumber(weight)}</span></td>`
}

const cells = (row: Pick<WeightRow, 'scaled' | 'original'>, largest: number, originals: boolean): Content => [
  row.scaled.map((weight) => barCell(weight, largest)),
  originals ? row.scaled.map((_, k) => html`<td>${formatNumber(row.original?.[k] ?? null)}</td>`) : undefined,
]

function table(rows: readonly WeightRow[], weights: WeightsSummary, outputs: readonly string[], withBias: boolean): Html {
  const originals = weights.rows.some((row) => row.original !== undefined)
  const largest = weights.rows.reduce((most, row) => Math.max(most, size(row)), 0)
  const headings = outputs.length === 1 ? [undefined] : outputs.map((name) => nameTag(name))
  return html`
<div class="scroll"><table class="weights${outputs.length === 1 ? ' one' : ''}">
<thead><tr><th>${tell(page.column, undefined)}</th>
${headings.map((name) => html`<th>${name ?? tell(page.weight, undefined)}</th>`)}
${originals ? headings.map((name) => html`<th>${name} <small>${tell(page.originalWeight, undefined)}</small></th>`) : undefined}
</tr></thead>
<tbody>${rows.map((row) => html`<tr><th>${nameTag(row.name)}</th>${cells(row, largest, originals)}</tr>`)}
${withBias && weights.bias !== undefined ? html`<tr class="bias"><th>${tell(page.bias, undefined)}</th>
${weights.bias.scaled.map((value) => html`<td>${formatNumber(value)}</td>`)}
${originals ? weights.bias.scaled.map((_, k) => html`<td>${formatNumber(weights.bias?.original?.[k] ?? null)}</td>`) : undefined}</tr>` : undefined}
</tbody></table></div>`
}

/** The section, or `undefined` for a model whose weights nobody could read. */
export function weightsSection({ weights, result }: RunSummary): Html | undefined {
  if (weights === undefined) return undefined
  const outputs = (weights.rows[0] ?? weights.bias)?.scaled.length ?? 0
  const names = result.task === 'classification' && outputs === result.classes.length ? result.classes : ['']
  const sorted = weights.rows.toSorted((a, b) => size(b) - size(a))
  const more = sorted.slice(shownAtOnce, mostRows)
  const hidden = Math.max(0, sorted.length - mostRows)
  const originals = weights.rows.some((row) => row.original !== undefined)
  const originalNote = result.task === 'regression' ? page.originalNote : page.originalNoteClasses
  return html`
<section id="parameters" aria-labelledby="parameters-heading">
<header class="stop-header"><h2 id="parameters-heading">${tell(page.parameters, undefined)}</h2>
<p>${originals ? [tell(page.weightsNote, undefined), ' ', tell(originalNote, undefined)]
    : tell(page.weightsNoteUnscaled, undefined)}</p></header>
${table(sorted.slice(0, shownAtOnce), weights, names, true)}
${more.length > 0 ? html`<details><summary>${tell(page.moreRows, { count: more.length })}</summary>
${table(more, weights, names, false)}</details>` : undefined}
${hidden > 0 ? html`<p class="note">${tell(page.notShown, { count: hidden })}</p>` : undefined}
</section>`
}
