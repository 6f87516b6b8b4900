/** Gradient descent: the step, the gradients that it needs, and the settings that it was made with. */
import { both, tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { shorten } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { symbol } from '../html/symbol.ts'
import { formulaHtml } from '../html/tex.ts'
import { page } from '../messages/page.ts'
import { rangeTest } from '../plots/range-test.ts'
import { schedule } from '../plots/schedule.ts'
import type { DescentSummary, RunSummary, Setting } from '../summary.ts'
import { folded, formulaList } from './formulas.ts'
import { stopSection } from './loop.ts'

/** Gradients of so many layers are seen at once. */
const LAYERS = 2

function valueHtml(value: Setting['value']): Content {
  if (typeof value === 'number') return formatNumber(value, 8)
  return typeof value === 'string' ? shorten(value) : both(value)
}

const settingRow = ({ label, value, given, reason }: Setting): Html => html`
<tr><th>${both(label)}</th><td><bdi>${valueHtml(value)}</bdi>
<span class="tag${given ? ' given' : ''}">${tell(given ? page.givenByYou : page.chosen, undefined)}</span>
${reason === undefined ? undefined : html`<small>${both(reason)}</small>`}</td></tr>`

/** The gradients layer by layer, from the last to the first. */
function gradientList(gradients: NonNullable<DescentSummary['gradients']>): Html {
  const layers = gradients.map(({ layer, tensors, tex }) => html`
<h4>${layer} ${tensors.map((name, i) => html`${i === 0 ? '' : ', '}${symbol(name)}`)}</h4><div class="scroll">${formulaHtml(tex)}</div>`)
  return html`
<h3>${tell(page.gradients, undefined)}</h3>
<p class="note">${tell(page.gradientsAbout, undefined)}</p>
<div class="formula gradients">${gradients.length > LAYERS ? folded(tell(page.gradientLayers, { count: gradients.length }), layers) : layers}</div>`
}

export function descentSection({ descent }: RunSummary): Html {
  const { formulas, gradients = [], settings } = descent
  const plots = [
    descent.rangeTest && rangeTest(descent.rangeTest),
    descent.schedule && schedule(descent.schedule),
  ].filter((plot) => plot !== undefined)
  return stopSection('descent', html`
<div class="pair">
<div>${formulaList(formulas)}
${gradients.length > 0 ? gradientList(gradients) : undefined}</div>
<div><h3>${tell(page.settings, undefined)}</h3>
<div class="scroll"><table class="settings"><tbody>${settings.map(settingRow)}</tbody></table></div></div>
</div>
${plots.length > 0 ? html`<div class="pair">${plots}</div>` : undefined}`)
}
