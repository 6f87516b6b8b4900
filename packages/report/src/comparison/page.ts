/** The page that compares runs: one table and one pair of plots. */
import type { Language } from 'kudari'
import { both, tell } from '../html/bilingual.ts'
import { documentHtml } from '../html/document.ts'
import { type Html, html } from '../html/html.ts'
import { nameTag, shorten } from '../html/name.ts'
import { comparison } from '../messages/comparison.ts'
import { comparisonStyle } from '../style/comparison.ts'
import { styleSheet } from '../style/sheet.ts'
import type { Bilingual } from '../summary.ts'
import { comparedCurvesFigure } from './curves.ts'
import type { ComparisonSummary } from './summary.ts'
import { comparisonTable } from './table.ts'

const shortened = ({ en, ja }: Bilingual): Bilingual => ({ en: shorten(en, 80), ja: shorten(ja, 80) })

const opening = ({ title, verdict, warnings }: ComparisonSummary): Html => html`
<header class="opening">
<p class="eyebrow">Kudari <span>${tell(comparison.eyebrow, undefined)}</span></p>
<h1>${both(shortened(title))}</h1>
${verdict && html`<p class="verdict">${both(verdict)}</p>`}
${warnings.length > 0 ? html`<aside class="warnings"><h2>${tell(comparison.warnings, undefined)}</h2>
<ul>${warnings.map((warning) => html`<li>${both(warning)}</li>`)}</ul></aside>` : undefined}
</header>`

function results(summary: ComparisonSummary): Html {
  const { runs, shared, notes, columns } = summary
  const isOne = runs.length === 1
  const hasBest = columns.some(({ best }) => best.length > 0)
  return html`
<section aria-labelledby="results-heading">
<header class="stop-header"><h2 id="results-heading">${tell(comparison.results, undefined)}</h2>
<p>${tell(isOne ? comparison.resultsAboutOne : comparison.resultsAbout, undefined)}
${hasBest ? tell(comparison.bestAbout, undefined) : undefined}</p></header>
${comparisonTable(summary)}
${notes.map((note) => html`<p class="note">${both(note)}</p>`)}
<h3 class="shared-heading">${tell(isOne ? comparison.sharedOne : comparison.shared, undefined)}</h3>
<dl class="facts shared">${shared.map(({ name, value }) => html`
<div><dt><code>${name}</code></dt><dd>${value.en === value.ja ? nameTag(value.en) : both(value)}</dd></div>`)}
</dl>
</section>`
}

const learning = ({ runs, curves }: ComparisonSummary): Html => html`
<section aria-labelledby="curves-heading">
<header class="stop-header"><h2 id="curves-heading">${tell(comparison.curves, undefined)}</h2>
<p>${tell(comparison.curvesAbout, undefined)}</p></header>
${curves.length === 0 ? html`<p>${tell(comparison.noCurves, undefined)}</p>` : undefined}
<div class="${curves.length === 1 ? 'alone' : 'pair'}">${curves.map((each) => comparedCurvesFigure(runs, each))}</div>
</section>`

/**
 * One self-contained HTML page about several training runs, in Japanese and English at once, with a switch between them.
 *
 * @param summary the comparison, as plain data.
 * @param language the language that the page opens in.
 * @returns a complete document. The same arguments give the same page, to the byte.
 *
 * @example
 * writeFileSync('comparison.html', comparisonHtml(summary, 'ja'))
 */
export const comparisonHtml = (summary: ComparisonSummary, language: Language): string =>
  documentHtml({
    title: `${shorten(summary.title[language])} – Kudari`,
    language,
    version: summary.version,
    date: summary.date,
    styles: [styleSheet, comparisonStyle],
    content: html`
${opening(summary)}
${results(summary)}
${learning(summary)}
`,
  })
