/** A figure of the page: its name, the names of its axes, the plot, its legend and what it shows, in both languages. */
import { both } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import type { Bilingual } from '../summary.ts'

export interface Figure {
  /** Unique on the page. */
  readonly id: string
  readonly name: Bilingual
  readonly about: Bilingual
  readonly x: Content
  readonly y: Content
  /** The name of an axis above the plot. */
  readonly top?: Content
  readonly plot: Html
  readonly legend?: readonly Html[]
  /** The plot is as high as wide. */
  readonly square?: boolean
}

export const figure = ({ id, name, about, x, y, top, plot, legend = [], square = false }: Figure): Html => html`
<figure class="figure${square ? ' square' : ''}">
<figcaption><h3 id="${id}-name">${both(name)}</h3>
<p id="${id}-about">${both(about)}</p></figcaption>
<p class="axis y"><span>↑ ${y}</span>${top === undefined ? undefined : html`<span>${top} →</span>`}</p>
${plot}
<p class="axis x">${x} →</p>
${legend.length > 0 ? html`<ul class="legend">${legend}</ul>` : undefined}
</figure>`

/** The shapes of a legend: a line, a dashed or a faint one, a dot, a square, or one of Plot's symbols as a character. */
export type Key = 'line' | 'dashed' | 'faint' | 'dot' | 'square' | { readonly symbol: string }

/** One entry of a legend, in a colour given as CSS. */
export const legendEntry = (key: Key, color: string, label: Content): Html =>
  typeof key === 'string'
    ? html`<li><i class="key ${key}" style="color:${color}"></i>${label}</li>`
    : html`<li><i class="key" style="color:${color}">${key.symbol}</i>${label}</li>`
