/** The measures of a model: the few that stand at the top, and the tables of all of them. */
import { plain } from '../bilingual.ts'
import { tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { formatNumber, formatPercent } from '../html/number.ts'
import { measures } from '../messages/result.ts'
import type { Bilingual, ClassificationMetrics, ClassificationResult, Parts, RegressionResult } from '../summary.ts'
import { judged } from './verdict.ts'

export interface Figure {
  readonly name: Bilingual
  readonly value: string
  readonly about: Bilingual
}

type Name = 'mse' | 'rmse' | 'mae' | 'r2' | 'accuracy' | 'logLoss' | 'rocAuc' | 'macroF1'

const entry = (name: Name, value: string): Figure => ({
  name: plain(measures[name]),
  about: plain(measures[`${name}About`]),
  value,
})

/** The mean of F1 over the classes, every class counting the same; `null` where it is not defined for one of them. */
function macroF1({ perClass }: ClassificationMetrics): number | null {
  let sum = 0
  for (const { f1 } of perClass) {
    if (f1 === null) return null
    sum += f1
  }
  return sum / perClass.length
}

/** The three numbers to look at first, the most telling one foremost. */
export function headline(result: RegressionResult | ClassificationResult): readonly Figure[] {
  if (result.task === 'regression') {
    const { r2, rmse, mae } = judged(result.metrics)
    return [entry('r2', formatNumber(r2, 4)), entry('rmse', formatNumber(rmse, 4)), entry('mae', formatNumber(mae, 4))]
  }
  const metrics = judged(result.metrics)
  const { accuracy, logLoss, rocAuc } = metrics
  return [
    entry('accuracy', formatPercent(accuracy)),
    rocAuc === undefined ? entry('macroF1', formatNumber(macroF1(metrics), 4)) : entry('rocAuc', formatNumber(rocAuc, 4)),
    entry('logLoss', formatNumber(logLoss, 4)),
  ]
}

/** A row of the table: one measure, formatted, on the training rows, the validation rows and for the baseline. */
interface Row {
  readonly name: Name
  readonly parts: Parts<string>
  readonly baseline?: string
}

const partsOf = <Metrics>(metrics: Parts<Metrics>, format: (part: Metrics) => string): Parts<string> =>
  metrics.validation === undefined
    ? { train: format(metrics.train) }
    : { train: format(metrics.train), validation: format(metrics.validation) }

function regressionRows({ metrics, baseline }: RegressionResult): readonly Row[] {
  const row = (name: 'mse' | 'rmse' | 'mae' | 'r2'): Row => ({ name, parts: partsOf(metrics, (m) => formatNumber(m[name])) })
  const withBaseline = (name: 'rmse' | 'mae'): Row =>
    baseline === undefined ? row(name) : { ...row(name), baseline: formatNumber(baseline[name]) }
  return [row('r2'), withBaseline('rmse'), withBaseline('mae'), row('mse')]
}

function classificationRows({ metrics, baseline }: ClassificationResult): readonly Row[] {
  const accuracy: Row = { name: 'accuracy', parts: partsOf(metrics, (m) => formatPercent(m.accuracy)) }
  return [
    baseline === undefined ? accuracy : { ...accuracy, baseline: formatPercent(baseline.accuracy) },
    { name: 'macroF1', parts: partsOf(metrics, (m) => formatNumber(macroF1(m))) },
    { name: 'logLoss', parts: partsOf(metrics, (m) => formatNumber(m.logLoss)) },
    ...(metrics.train.rocAuc === undefined ? []
      : [{ name: 'rocAuc' as const, parts: partsOf(metrics, (m) => formatNumber(m.rocAuc ?? null)) }]),
  ]
}

/** All measures, on the training rows, on the validation rows, and what the simplest answer would score. */
export function measuresTable(result: RegressionResult | ClassificationResult): Html {
  const rows = result.task === 'regression' ? regressionRows(result) : classificationRows(result)
  const held = result.metrics.validation !== undefined
  const answer = result.task === 'regression' ? measures.meanAnswer : measures.frequentAnswer
  const column = (shown: boolean, content: Content): Content => (shown ? content : undefined)
  const compared = result.baseline !== undefined
  return html`
<div class="scroll"><table class="numbers">
<thead><tr><th>${tell(measures.measure, undefined)}</th><th>${tell(measures.train, undefined)}</th>
${column(held, html`<th>${tell(measures.validation, undefined)}</th>`)}
${column(compared, html`<th>${tell(answer, undefined)}</th>`)}</tr></thead>
<tbody>${rows.map(({ name, parts, baseline }) => html`
<tr><th>${tell(measures[name], undefined)}<small>${tell(measures[`${name}About`], undefined)}</small></th>
<td>${parts.train}</td>${column(held, html`<td>${parts.validation}</td>`)}
${column(compared, html`<td>${baseline}</td>`)}</tr>`)}
</tbody></table></div>
${column(compared, html`<p class="note">${tell({
  en: () => measures.baselineNote.en({
    answer: answer.en(), rows: held ? measures.onValidation.en() : measures.onTrain.en(),
  }),
  ja: () => measures.baselineNote.ja({
    answer: answer.ja(), rows: held ? measures.onValidation.ja() : measures.onTrain.ja(),
  }),
}, undefined)}</p>`)}`
}
