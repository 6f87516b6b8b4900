/** The predictions: beside the truth, as measures and as a picture. */
import { tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { verdict } from '../messages/result.ts'
import { confidence } from '../plots/confidence.ts'
import { predictedAgainstTrue } from '../plots/predicted-against-true.ts'
import type { RunSummary } from '../summary.ts'
import { classTable } from './class-table.ts'
import { confusionMatrix } from './confusion.ts'
import { mistakeGallery } from './images.ts'
import { stopSection } from './loop.ts'
import { measuresTable } from './measures.ts'
import { judged } from './verdict.ts'

export function predictionSection({ result }: RunSummary): Html {
  const drawn = result.task === 'regression' ? predictedAgainstTrue(result) : confidence(result)
  const measured = result.task === 'regression'
    ? judged(result.metrics).mse !== null
    : judged(result.metrics).logLoss !== null || judged(result.metrics).accuracy !== null
  return stopSection('prediction', html`
<div class="${drawn === undefined ? 'single' : 'pair'}">
<div>${measured ? measuresTable(result) : html`<p>${tell(verdict.noMeasure, undefined)}</p>`}</div>
${drawn}
</div>
${result.task === 'classification' && measured
    ? html`<div class="pair">${confusionMatrix(result)}${classTable(result)}</div>`
    : undefined}
${result.task === 'classification' && result.mistakes !== undefined ? mistakeGallery(result.mistakes) : undefined}`)
}
