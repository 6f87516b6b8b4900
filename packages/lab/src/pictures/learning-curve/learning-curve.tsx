/** The learning curve: the loss of every step, of the rows learned from and of those held out, beside runs that were kept. */
import * as Plot from '@observablehq/plot'
import { formatNumber } from 'kudari'
import { For, Show, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { Card } from '../card.tsx'
import { PlotFigure } from '../plot.tsx'
import { learningCurveMessages } from './messages.ts'
import { thinned } from './thin.ts'

const POINTS = 800
const xy = { x: 'x', y: 'y' } as const

export function LearningCurve() {
  const { history, frame, kept } = useSession()
  const [isLogarithmic, setLogarithmic] = createSignal(false)
  const hasValidation = () => history().validation.loss !== undefined

  const options = (): Plot.PlotOptions => {
    const { loss, validation } = history()
    const at = (frame()?.iteration ?? 0) - 1
    const positive = isLogarithmic() && loss.length > 0
    return {
      x: { label: t(learningCurveMessages.iteration), nice: false },
      y: { label: null, grid: true, nice: true, type: positive ? 'log' : 'linear' },
      marks: [
        positive ? null : Plot.ruleY([0], { strokeOpacity: 0.4 }),
        ...kept().map((run) => Plot.line(thinned(run.history.loss.values, run.history.loss.length, POINTS), { ...xy, stroke: 'currentColor', strokeOpacity: 0.45, strokeDasharray: '5,4' })),
        Plot.line(thinned(loss.values, loss.length, POINTS), { ...xy, stroke: 'var(--train)', strokeWidth: 2 }),
        validation.loss ? Plot.line(thinned(validation.loss.values, validation.loss.length, POINTS), { ...xy, stroke: 'var(--validation)', strokeWidth: 2 }) : null,
        at >= 0 && at < loss.length ? Plot.ruleX([at], { stroke: 'var(--lit-line)', strokeWidth: 1.5 }) : null,
        at >= 0 && at < loss.length ? Plot.dot([{ x: at, y: loss.values[at] }], { ...xy, r: 5, fill: 'var(--train)', stroke: 'var(--paper)', strokeWidth: 1.5 }) : null,
      ],
    }
  }
  const about = () => {
    const { loss } = history()
    return t(learningCurveMessages.about, { first: formatNumber(loss.values[0] ?? Number.NaN), last: formatNumber(loss.values[loss.length - 1] ?? Number.NaN), steps: loss.length })
  }

  return (
    <Card
      name={t(learningCurveMessages.name)}
      tools={<button type="button" class="quiet" aria-pressed={isLogarithmic()} onClick={() => setLogarithmic((before) => !before)}>{t(learningCurveMessages.logarithmic)}</button>}
      legend={
        <ul class="legend">
          <li><i class="key train" />{t(learningCurveMessages.train)}</li>
          <Show when={hasValidation()}><li><i class="key validation" />{t(learningCurveMessages.validation)}</li></Show>
          <For each={kept()}>{(run) => <li><i class="key dashed" />{t(learningCurveMessages.kept, { name: run.name })}</li>}</For>
        </ul>
      }
    >
      <Show when={history().loss.length > 0} fallback={<p class="soft">{t(learningCurveMessages.none)}</p>}>
        <PlotFigure options={options} label={about()} />
      </Show>
    </Card>
  )
}
