/** What was learned: the weights by column, as bars and as numbers, the heaviest first. */
import { tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { nameTag } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { page } from '../messages/page.ts'
import type { RunSummary, WeightRow, WeightsSummary } from '../summary.ts'
import { longTable } from './long-table.ts'

const shownAtOnce = 20
const mostCells = 600

type Weights = Omit<WeightRow, 'name'>

const hasOriginals = ({ rows }: WeightsSummary): boolean => rows.some((row) => row.original !== undefined)

const size = ({ scaled }: Weights): number =>
  scaled.reduce((largest, weight) => (Math.abs(weight) > largest ? Math.abs(weight) : largest), 0)

/** A weight as a bar from the middle of its cell, to the right for a positive one, and as a number. */
function bar(weight: number, largest: number): Html {
  const share = Number.isFinite(weight) && largest > 0 ? Math.round((Math.abs(weight) / largest) * 1000) / 10 : 0
  return html`<span class="bar ${weight < 0 ? 'negative' : 'positive'}"><i style="width:${share / 2}%"></i></span>
<span class="value">${formatNumber(weight)}</span>`
}

/** One output: the weight and, in a column of its own, the weight in the table's units. */
const wideCells = ({ scaled: [weight], original }: Weights, largest: number | undefined, originals: boolean): Html => html`
<td>${largest === undefined ? formatNumber(weight) : bar(weight, largest)}</td>
${originals ? html`<td>${formatNumber(original?.[0] ?? null)}</td>` : undefined}`

/** Several outputs: a column for each, with the weight in the table's units in small below the weight. */
const narrowCells = ({ scaled, original }: Weights, largest: number | undefined): Content =>
  scaled.map((weight, k) => html`<td>${largest === undefined ? html`<span class="value">${formatNumber(weight)}</span>` : bar(weight, largest)}
${original === undefined ? undefined : html`<small>${formatNumber(original[k])}</small>`}</td>`)

function table(rows: readonly WeightRow[], weights: WeightsSummary, outputs: readonly string[], withBias: boolean): Html {
  const originals = hasOriginals(weights)
  const largest = weights.rows.reduce((most, row) => Math.max(most, size(row)), 0)
  const one = outputs.length === 1
  const cells = (row: Weights, length: number | undefined): Content =>
    one ? wideCells(row, length, originals) : narrowCells(row, length)
  return html`
<div class="scroll"><table class="weights ${one ? 'one' : 'several'}">
<thead><tr><th>${tell(page.column, undefined)}</th>
${one ? html`<th>${tell(page.weight, undefined)}</th>` : outputs.map((name) => html`<th>${nameTag(name)}</th>`)}
${one && originals ? html`<th>${tell(page.originalWeight, undefined)}</th>` : undefined}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th>${nameTag(row.name)}</th>${cells(row, largest)}</tr>`)}
${withBias && weights.bias !== undefined
    ? html`<tr class="bias"><th>${tell(page.bias, undefined)}</th>${cells(weights.bias, undefined)}</tr>`
    : undefined}
</tbody></table></div>`
}

/** What the table shows, in words: the bars, and the numbers in the table's units. */
function notes(weights: WeightsSummary, outputs: number, regression: boolean): Content {
  if (!hasOriginals(weights)) return tell(page.weightsNoteUnscaled, undefined)
  const original = regression ? page.originalNote : page.originalNoteScore
  return [
    tell(page.weightsNote, undefined), ' ', tell(original, undefined),
    outputs > 1 ? [' ', tell(page.originalBelow, undefined)] : undefined,
  ]
}

/** The section, or `undefined` for a model whose weights nobody could read. */
export function weightsSection({ weights, result }: RunSummary): Html | undefined {
  if (weights === undefined) return undefined
  const outputs = (weights.rows[0] ?? weights.bias)?.scaled.length ?? 0
  const names = result.task === 'classification' && outputs === result.classes.length ? result.classes : ['']
  const sorted = weights.rows.toSorted((a, b) => size(b) - size(a))
  return html`
<section id="parameters" aria-labelledby="parameters-heading">
<header class="stop-header"><h2 id="parameters-heading">${tell(page.parameters, undefined)}</h2>
<p>${notes(weights, outputs, result.task === 'regression')}</p></header>
${longTable(sorted, (rows, first) => table(rows, weights, names, first), {
    shown: shownAtOnce, most: Math.floor(mostCells / outputs),
  })}
</section>`
}
