/** Gradient descent: the step, and the settings that it was made with. */
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { shorten } from '../html/name.ts'
import { formatNumber } from '../html/number.ts'
import { page } from '../messages/page.ts'
import type { RunSummary, Setting } from '../summary.ts'
import { formulaList } from './formulas.ts'
import { stopSection } from './loop.ts'

const settingRow = ({ label, value, given, reason }: Setting): Html => html`
<tr><th>${both(label)}</th><td><bdi>${typeof value === 'number' ? formatNumber(value, 8) : shorten(value)}</bdi></td>
<td><span class="tag${given ? ' given' : ''}">${tell(given ? page.givenByYou : page.chosen, undefined)}</span>
${reason === undefined ? undefined : html` <small>${both(reason)}</small>`}</td></tr>`

export const descentSection = ({ descent }: RunSummary): Html => stopSection('descent', html`
<div class="pair">
<div>${formulaList(descent.formulas)}</div>
<div><h3>${tell(page.settings, undefined)}</h3>
<div class="scroll"><table class="settings"><tbody>${descent.settings.map(settingRow)}</tbody></table></div></div>
</div>`)
