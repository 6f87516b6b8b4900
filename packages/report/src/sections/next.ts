/** How to go on: commands to copy. */
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { page } from '../messages/page.ts'
import type { RunSummary } from '../summary.ts'

export const nextSection = ({ commands }: RunSummary): Html | undefined =>
  commands.length === 0 ? undefined : html`
<section id="next" aria-labelledby="next-heading">
<header class="stop-header"><h2 id="next-heading">${tell(page.next, undefined)}</h2></header>
<dl class="commands">${commands.map(({ command, about }) => html`
<div><dt>${both(about)}</dt><dd><pre><code>${command}</code></pre></dd></div>`)}
</dl>
</section>`
