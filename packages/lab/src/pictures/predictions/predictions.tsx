/** Predicted against true: how good the model of the present moment is, on the rows it learns from and on those held out. */
import { Match, Show, Switch, createEffect, createMemo, createSignal } from 'solid-js'
import type { Metrics } from 'kudari'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import type { PlanView } from '../../worker/plan-view.ts'
import type { MeasuresView } from '../../worker/views/measures.ts'
import type { PredictionsView } from '../../worker/views/predictions.ts'
import { createVisible } from '../canvas/visible.ts'
import { Card } from '../card.tsx'
import { Confusion } from './confusion.tsx'
import { predictionsMessages as messages } from './messages.ts'
import './predictions.css'
import { Roc } from './roc.tsx'
import { Scatter } from './scatter.tsx'

type ClassificationMeasures = Extract<Metrics, { task: 'classification' }>

/** A moment with the plan that it belongs to. */
interface Judged {
  readonly plan: PlanView
  readonly measures: MeasuresView
  readonly predictions: PredictionsView | undefined
}

export function PredictionsPicture() {
  const session = useSession()
  const [showsRoc, setShowsRoc] = createSignal(false)
  const [isTraining, setTraining] = createSignal(false)
  const classes = createMemo(() => {
    const target = session.plan()?.pipeline.target
    return target?.task === 'classification' ? target.classes.map(String) : []
  })
  const [card, setCard] = createSignal<HTMLElement>()
  const isVisible = createVisible(card)
  // Seen once, the card has its height, so that nothing moves when it is scrolled to.
  const [isJudged, setJudged] = createSignal(false)
  const isLooking = () => isVisible() || !isJudged()
  const seenMeasures = session.watch('measures', () => (isLooking() ? undefined : null))
  const wantsPredictions = createMemo(() => classes().length === 0 || (classes().length === 2 && showsRoc()))
  const seenPredictions = session.watch('predictions', () => (isLooking() && wantsPredictions() ? undefined : null))

  /** The last moment that was seen: while a new run is planned, there is none. */
  const judged = createMemo((before: Judged | undefined) => {
    const [plan, measures, predictions] = [session.plan(), seenMeasures(), seenPredictions()]
    if (!plan || !measures || !('result' in measures)) return before
    return { plan, measures: measures.result, predictions: predictions && 'result' in predictions ? predictions.result : undefined }
  })
  createEffect(() => setJudged(judged() !== undefined))
  const names = () => {
    const { target } = judged()!.plan.pipeline
    return target.task === 'classification' ? target.classes.map(String) : []
  }
  const numbers = () => {
    const predictions = judged()?.predictions
    return predictions?.kind === 'numbers' ? predictions : undefined
  }
  const roc = () => {
    const predictions = judged()?.predictions
    return showsRoc() && predictions?.kind === 'roc' ? predictions : undefined
  }
  /** Measures of the rows that are chosen; as long as nobody chooses, of those that judge the model. */
  const classification = (): ClassificationMeasures | undefined => {
    const { train, validation } = judged()?.measures ?? {}
    const chosen = isTraining() ? train : (validation ?? train)
    return chosen?.task === 'classification' ? chosen : undefined
  }
  const isHeldOut = () => judged()?.measures.validation !== undefined && !isTraining()

  return (
    <Card
      name={t(messages.name)} ref={setCard}
      tools={
        <Show when={classes().length === 2}>
          <button type="button" class="quiet" aria-pressed={showsRoc()} onClick={() => setShowsRoc((before) => !before)}>{t(messages.roc)}</button>
        </Show>
      }
    >
      <Switch>
        <Match when={numbers()}>{(pairs) => <Scatter pairs={pairs()} measures={judged()!.measures} target={judged()!.plan.fit.target} />}</Match>
        <Match when={classification()}>
          {(measures) => (
            <>
              <Show when={judged()!.measures.validation}>
                <div class="joined" role="group" aria-label={t(messages.rows)}>
                  <button type="button" aria-pressed={isTraining()} onClick={() => setTraining(true)}>{t(messages.rowsLearned)}</button>
                  <button type="button" aria-pressed={!isTraining()} onClick={() => setTraining(false)}>{t(messages.rowsHeldOut)}</button>
                </div>
              </Show>
              <Confusion counts={measures().confusion} classes={names()} isHeldOut={isHeldOut()} />
              <Show when={roc()}>{(curves) => <Roc curves={curves()} classes={names()} area={measures().rocAuc ?? Number.NaN} />}</Show>
            </>
          )}
        </Match>
      </Switch>
    </Card>
  )
}
