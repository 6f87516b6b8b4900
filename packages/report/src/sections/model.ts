/** The model: its structure, its formula, and, where it has one or two inputs, its picture. */
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { formatNumber } from '../html/number.ts'
import { page } from '../messages/page.ts'
import { classificationCurve, regressionCurve } from '../plots/fitted-curve.ts'
import { regressionPlane } from '../plots/plane.ts'
import { decisionRegions } from '../plots/regions.ts'
import type { RunSummary } from '../summary.ts'
import { formulaList } from './formulas.ts'
import { stopSection } from './loop.ts'

function picture({ model, result, data }: RunSummary): Html | undefined {
  if (model.picture === undefined) return undefined
  if (model.picture.kind === 'curve') {
    return result.task === 'regression'
      ? regressionCurve(model.picture, data.target)
      : classificationCurve(model.picture, result.classes)
  }
  return result.task === 'regression'
    ? regressionPlane(model.picture, data.target)
    : decisionRegions(model.picture, result.classes)
}

export function modelSection(run: RunSummary): Html {
  const { model } = run
  const drawn = picture(run)
  return stopSection('model', html`
<div class="${drawn === undefined ? 'single' : 'pair'}">
<div>
<p class="lead"><strong>${both(model.name)}</strong>
<small>${tell(page.parametersCount, { count: model.parameters, number: formatNumber(model.parameters) })}</small></p>
${model.reason === undefined ? undefined : html`<p>${both(model.reason)}</p>`}
${formulaList(model.formulas)}
<div class="scroll"><table class="layers">
<thead><tr><th>${tell(page.layer, undefined)}</th><th>${tell(page.inputs, undefined)}</th>
<th>${tell(page.outputs, undefined)}</th><th>${tell(page.layerParameters, undefined)}</th><th>${tell(page.activation, undefined)}</th></tr></thead>
<tbody>${model.layers.map((layer) => html`
<tr><th>${layer.name}</th><td>${layer.inputs}</td><td>${layer.outputs}</td><td>${formatNumber(layer.parameters)}</td><td>${layer.activation ?? '–'}</td></tr>`)}
</tbody></table></div>
</div>
${drawn}
</div>`)
}
