/** The predictions: beside the truth, as measures and as a picture. */
import { type Html, html } from '../html/html.ts'
import { confidence } from '../plots/confidence.ts'
import { predictedAgainstTrue } from '../plots/predicted-against-true.ts'
import type { RunSummary } from '../summary.ts'
import { classTable } from './class-table.ts'
import { confusionMatrix } from './confusion.ts'
import { stopSection } from './loop.ts'
import { measuresTable } from './measures.ts'

export function predictionSection({ result }: RunSummary): Html {
  const drawn = result.task === 'regression' ? predictedAgainstTrue(result) : confidence(result)
  return stopSection('prediction', html`
<div class="${drawn === undefined ? 'single' : 'pair'}">
<div>${measuresTable(result)}</div>
${drawn}
</div>
${result.task === 'classification'
    ? html`<div class="pair">${confusionMatrix(result)}${classTable(result)}</div>`
    : undefined}`)
}
