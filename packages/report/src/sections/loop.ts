/** The loop of learning, the page's spine: data, model, prediction, loss function, gradient descent, and again. */
import { both, tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { shorten } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { page, stops } from '../messages/page.ts'
import type { RunSummary } from '../summary.ts'
import { headline } from './measures.ts'

type Stop = keyof typeof stops

const order: readonly Stop[] = ['data', 'model', 'prediction', 'loss', 'descent']

const lastFinite = (series: readonly (number | null)[]): number | null => series.findLast((value) => value !== null) ?? null

/** What happened at each stop in this run. */
function figuresOf(run: RunSummary): Readonly<Record<Stop, Content>> {
  const [first] = headline(run.result)
  const { loss, epochs } = run.loss.history
  return {
    data: tell(page.rowsShort, { rows: formatNumber(run.data.rows.train) }),
    model: both(run.model.name),
    prediction: html`${both(first.name)} ${first.value}`,
    loss: html`${formatNumber(loss[0] ?? null, 4)} → ${formatNumber(lastFinite(epochs?.loss ?? loss), 4)}`,
    descent: html`${tell(page.iterations, undefined)} ${formatNumber(run.descent.iterations)}`,
  }
}

/** The whole loop, with this run's numbers at its stops; each stop leads to its section. */
export function loop(run: RunSummary): Html {
  const figures = figuresOf(run)
  const { iterations } = run.descent
  return html`
<nav class="loop" aria-labelledby="loop-name">
<h2 id="loop-name" class="spoken">${tell(page.loop, undefined)}</h2>
<p class="spoken">${tell(page.loopAbout, undefined)}</p>
<ol>${order.map((stop, i) => html`
<li><a href="#${stop}"><b>${i + 1}</b><span class="stop">${tell(stops[stop].name, undefined)}</span>
<span class="fact">${figures[stop]}</span></a></li>`)}
</ol>
<p class="again"><span>${tell(page.again, { count: iterations, number: formatNumber(iterations) })}</span></p>
</nav>`
}

/** A section of the page that stands at one stop of the loop, with the loop in small above it and this stop lit. */
export function stopSection(stop: Stop, content: Content): Html {
  const at = order.indexOf(stop)
  const { name, note } = stops[stop]
  return html`
<section id="${stop}" aria-labelledby="${stop}-heading">
<header class="stop-header">
<ol class="track" aria-hidden="true">${order.map((_, i) => html`<li${i === at ? html` class="lit"` : undefined}>${i + 1}</li>`)}</ol>
<h2 id="${stop}-heading">${tell(name, undefined)}</h2>
<p>${tell(note, undefined)}</p>
</header>
${content}
</section>`
}

/** The page's title as the browser shows it. */
export const windowTitle = (run: RunSummary): string => `${shorten(run.title)} – Kudari`
