/** The loss function: its formula, and how it fell. */
import { plain } from '../bilingual.ts'
import { both, tell } from '../html/bilingual.ts'
import { type Html, html } from '../html/html.ts'
import { figures } from '../messages/figures.ts'
import { learningCurve } from '../plots/learning-curve.ts'
import type { RunSummary } from '../summary.ts'
import { formulaList } from './formulas.ts'
import { stopSection } from './loop.ts'
import { outcomeHtml } from './opening.ts'

export function lossSection({ loss, descent: { outcome } }: RunSummary): Html {
  const { history } = loss
  const best = outcome.kind === 'stopped-early' ? { best: outcome.best } : {}
  const curve = learningCurve({
    id: 'learning-curve',
    name: plain(figures.learningCurve),
    measure: plain(figures.loss),
    iteration: history.iteration,
    train: history.loss,
    validation: history.validationLoss ?? [],
    ...(history.epochs && { epochs: history.epochs }),
    ...best,
  })
  const measured = history.epochs ? figures.measureAboutEpochs : figures.measureAbout
  const others = (history.others ?? []).map(({ label, train = [], validation = [] }, i) =>
    learningCurve({
      id: `learning-curve-${i + 1}`,
      name: label,
      about: { en: measured.en({ name: label.en }), ja: measured.ja({ name: label.ja }) },
      measure: label,
      iteration: history.iteration,
      train,
      validation,
      ...(history.epochs && { epochs: { steps: history.epochs.steps } }),
      ...best,
    })).filter((other) => other !== undefined)
  return stopSection('loss', html`
<div class="pair${others.length > 0 ? ' long' : ''}">
<div>
<p class="lead"><strong>${both(loss.name)}</strong></p>
${formulaList(loss.formulas)}
${outcome.kind === 'diverged' ? undefined : html`<p>${outcomeHtml(outcome)}</p>`}
</div>
${curve ?? html`<p>${tell(figures.noCurve, undefined)}</p>`}
${others}
</div>`)
}
