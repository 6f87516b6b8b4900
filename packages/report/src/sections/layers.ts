/** The table of layers, from the input to the output; those inside of others are indented. */
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { formatNumber } from '../html/number.ts'
import { symbol } from '../html/symbol.ts'
import { page } from '../messages/page.ts'
import type { LayerSummary } from '../summary.ts'

const about = ({ about: words, settings }: LayerSummary): Html | undefined =>
  words === undefined && settings === undefined ? undefined : html`
<small>${words === undefined ? undefined : both(words)}${words === undefined || settings === undefined ? '' : ' · '}${settings}</small>`

const parameters = ({ parameters: count, tensors = [] }: LayerSummary): Html => html`
${count === 0 ? '–' : formatNumber(count)}${tensors.length === 0 ? undefined : html`
<small>${tensors.map(({ name, shape }, i) => html`<span class="tensor">${symbol(name)} ${shape}${i === tensors.length - 1 ? '' : ','}</span> `)}</small>`}`

export const layerTable = (layers: readonly LayerSummary[]): Html => html`
<div class="scroll"><table class="layers">
<thead><tr><th>${tell(page.layer, undefined)}</th><th>${tell(page.inputs, undefined)}</th>
<th>${tell(page.outputs, undefined)}</th><th>${tell(page.layerParameters, undefined)}</th><th>${tell(page.activation, undefined)}</th></tr></thead>
<tbody>${layers.map((layer) => html`
<tr><th${layer.depth === undefined ? undefined : html` class="inner" style="--depth:${layer.depth}"`}>${layer.name}${about(layer)}</th>
<td>${layer.inputs}</td><td>${layer.outputs}</td><td>${parameters(layer)}</td><td>${layer.activation ?? '–'}</td></tr>`)}
</tbody></table></div>`
