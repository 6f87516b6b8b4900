/** The model: its structure, its formula, and, where it has one or two inputs, its picture. */
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { formatNumber } from '../html/number.ts'
import { page } from '../messages/page.ts'
import { classificationCurve, regressionCurve } from '../plots/fitted-curve.ts'
import { regressionPlane } from '../plots/plane.ts'
import { decisionRegions } from '../plots/regions.ts'
import type { ModelSummary, RunSummary } from '../summary.ts'
import { formulaList } from './formulas.ts'
import { weightGallery } from './images.ts'
import { layerTable } from './layers.ts'
import { stopSection } from './loop.ts'

/** Formulas of deeper models are folded away. */
const FORMULA_LINES = 8

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

/** What goes on inside of a network, in words. */
const insideHtml = ({ findings, healthy }: NonNullable<ModelSummary['inside']>): Html =>
  findings.length === 0 ? html`<p class="note">${both(healthy)}</p>` : html`
<aside class="warnings"><h3>${tell(page.findings, undefined)}</h3>
<ul>${findings.map((finding) => html`<li>${both(finding)}</li>`)}</ul></aside>`

export function modelSection(run: RunSummary): Html {
  const { model } = run
  const drawn = picture(run) ?? (model.weights && weightGallery(model.weights))
  const isDeep = model.layers.length > 1
  return stopSection('model', html`
<div class="${drawn === undefined ? 'single' : 'pair'}">
<div>
<p class="lead"><strong>${both(model.name)}</strong>
<small>${tell(page.parametersCount, { count: model.parameters, number: formatNumber(model.parameters) })}</small></p>
${model.reason === undefined ? undefined : html`<p class="note">${both(model.reason)}</p>`}
${formulaList(model.formulas, FORMULA_LINES)}
${isDeep ? undefined : layerTable(model.layers)}
</div>
${drawn}
</div>
${isDeep ? layerTable(model.layers) : undefined}
${model.inside && insideHtml(model.inside)}`)
}
