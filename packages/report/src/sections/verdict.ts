/** How good the model is, in plain words: measured where it counts, and beside the simplest answer there is. */
import { bilingual, plain } from '../bilingual.ts'
import { quoted } from '../html/name.ts'
import { formatNumber, formatPercent } from '../html/number.ts'
import { verdict } from '../messages/result.ts'
import type { Bilingual, ClassificationResult, Parts, RegressionResult, RunSummary } from '../summary.ts'

/** The part that judges the model: the rows that it had not seen, where there are any. */
export const judged = <Value>(parts: Parts<Value>): Value => parts.validation ?? parts.train

const rowsJudged = ({ data: { rows } }: RunSummary) =>
  ({ rows: formatNumber(judged(rows)), seen: rows.validation === undefined })

function regressionVerdict(run: RunSummary, { metrics, baseline }: RegressionResult): readonly Bilingual[] {
  const { mae, r2 } = judged(metrics)
  if (mae === null) return [plain(verdict.noMeasure)]
  const explained = r2 !== null && r2 > 0 ? { explained: formatPercent(r2) } : {}
  const words = bilingual(verdict.regression, {
    ...rowsJudged(run), target: quoted(run.data.target), mae: formatNumber(mae, 4), ...explained,
  })
  return baseline === undefined ? [words]
    : [words, bilingual(verdict.meanBaseline, { mae: formatNumber(baseline.mae, 4), better: mae < baseline.mae })]
}

function classificationVerdict(run: RunSummary, { metrics, baseline }: ClassificationResult): readonly Bilingual[] {
  const { accuracy } = judged(metrics)
  if (accuracy === null) return [plain(verdict.noMeasure)]
  const words = bilingual(verdict.classification, { ...rowsJudged(run), accuracy: formatPercent(accuracy) })
  return baseline === undefined ? [words]
    : [words, bilingual(verdict.classBaseline, {
      class: quoted(baseline.class), accuracy: formatPercent(baseline.accuracy), better: accuracy > baseline.accuracy,
    })]
}

/** The result as sentences, the most important first. */
export function verdictOf(run: RunSummary): readonly Bilingual[] {
  const { outcome } = run.descent
  if (outcome.kind === 'diverged') return [bilingual(verdict.diverged, { iteration: formatNumber(outcome.iteration) })]
  const words = run.result.task === 'regression'
    ? regressionVerdict(run, run.result)
    : classificationVerdict(run, run.result)
  return run.data.rows.validation === undefined ? [...words, plain(verdict.noValidation)] : words
}
