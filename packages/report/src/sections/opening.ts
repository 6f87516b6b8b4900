/** The first screen: what was trained, how good it is, and how it was learned. */
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { shorten } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { page } from '../messages/page.ts'
import { measures } from '../messages/result.ts'
import type { Outcome, RunSummary } from '../summary.ts'
import { loop } from './loop.ts'
import { headline } from './measures.ts'
import { verdictOf } from './verdict.ts'

/** How training ended. */
export function outcomeHtml(outcome: Outcome): Html {
  switch (outcome.kind) {
    case 'finished':
      return tell(page.finished, undefined)
    case 'converged':
      return tell(page.converged, { iteration: formatNumber(outcome.iteration) })
    case 'stopped-early':
      return tell(page.stoppedEarly, { iteration: formatNumber(outcome.iteration), best: formatNumber(outcome.best) })
    case 'interrupted':
      return tell(page.interrupted, { iteration: formatNumber(outcome.iteration) })
    case 'diverged':
      return both(outcome.diagnosis)
  }
}

const heading = (title: string): Html => {
  const short = shorten(title, 80)
  return short === title ? html`<h1><bdi>${title}</bdi></h1>` : html`<h1 title="${title}"><bdi>${short}</bdi></h1>`
}

function tiles(run: RunSummary): Html {
  const part = run.data.rows.validation === undefined ? measures.onTrain : measures.onValidation
  return html`
<dl class="tiles">${headline(run.result).map(({ name, value, about }) => html`
<div><dt>${both(name)} <small>${tell(part, undefined)}</small></dt><dd>${value}</dd>
<dd class="about">${both(about)}</dd></div>`)}
</dl>`
}

export function opening(run: RunSummary): Html {
  const { outcome } = run.descent
  const [first, ...rest] = verdictOf(run)
  const diverged = outcome.kind === 'diverged'
  return html`
<header class="opening">
<p class="eyebrow">Kudari <span>${tell(page.report, undefined)}</span></p>
${heading(run.title)}
<p class="verdict">${both(first)}</p>
${rest.map((sentence) => html`<p class="verdict-more">${both(sentence)}</p>`)}
${diverged ? html`<div class="alert" role="note"><h2>${tell(page.diverged, { iteration: formatNumber(outcome.iteration) })}</h2>
<p>${outcomeHtml(outcome)}</p></div>` : tiles(run)}
${outcome.kind === 'interrupted' ? html`<p class="alert">${outcomeHtml(outcome)}</p>` : undefined}
${loop(run)}
${run.warnings.length > 0 ? html`<aside class="warnings"><h2>${tell(page.warnings, undefined)}</h2>
<ul>${run.warnings.map((warning) => html`<li>${both(warning)}</li>`)}</ul></aside>` : undefined}
</header>`
}
