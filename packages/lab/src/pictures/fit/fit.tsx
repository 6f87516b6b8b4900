/** The fit: what the model of the present moment answers, and the rows it is to fit. */
import { formatNumber, lossOf } from 'kudari'
import { Show, createEffect, createMemo, createSignal, on } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { theme } from '../../shell/theme.ts'
import { createLook } from '../canvas/look.ts'
import { Caption } from '../caption.tsx'
import { Card } from '../card.tsx'
import { Layers, type Scene } from '../layers.tsx'
import { AxisChoice } from './axis-choice.tsx'
import { aboutFit, captionOf } from './caption.ts'
import { sharesOfCategories, strips } from './categories.ts'
import { type RegressionSettings, probabilityCurve, regressionCurve, seenLine, showsErrors } from './curve.ts'
import { createDragging } from './dragging.ts'
import './fit.css'
import { Handles } from './handles.tsx'
import { Legend } from './legend.tsx'
import { isLine } from './line.ts'
import { fitMessages } from './messages.ts'
import { plane, regions } from './plane.ts'
import type { Fitted } from './scene.ts'

/** Where a loss squares the errors, their squares are something to look at. */
const canSquare = (fitted: Fitted): boolean =>
  fitted.plan.pipeline.target.task === 'regression' && showsErrors(fitted) && lossOf(fitted.plan.specification.loss).name.endsWith('mean-square')

function sceneOf(fitted: Fitted, settings: RegressionSettings, width: number): Scene {
  const { axes } = fitted.view
  const isRegression = fitted.plan.pipeline.target.task === 'regression'
  if (axes.length === 2) return isRegression ? plane(fitted, width) : regions(fitted, width)
  if (axes[0].kind === 'category') return isRegression ? strips(fitted, width) : sharesOfCategories(fitted, width)
  return isRegression ? regressionCurve(fitted, settings, width) : probabilityCurve(fitted, width)
}

export function FitPicture() {
  const session = useSession()
  const [axes, setAxes] = createSignal<readonly string[]>([])
  const [wantsSquares, setWantsSquares] = createSignal(false)
  const isPlaying = createMemo(() => session.frame()?.isPlaying ?? false)
  const { view, problem, setPlace } = createLook('fit', () => ({ axes: axes(), isFine: !isPlaying() }))
  createEffect(on(session.data, () => setAxes([]), { defer: true }))

  /** The last moment that was seen: while a new run is planned, there is none. */
  const fitted = createMemo((before: Fitted | undefined) => {
    const [now, plan] = [view(), session.plan()]
    return now && plan ? { view: now, plan } : before
  })
  const hasSquares = () => wantsSquares() && canSquare(fitted()!)
  const hasLine = createMemo(() => fitted() !== undefined && isLine(fitted()!.plan.specification, fitted()!.plan.pipeline))

  const dragging = createDragging(session)
  // The model has come to the line that it was to begin from, or is another one altogether.
  createEffect(on(() => fitted()?.plan, dragging.cancel, { defer: true }))
  const dragged = () => {
    const [parameters, loss] = [dragging.parameters(), dragging.loss()]
    return parameters && t(fitMessages.dragged, { loss: loss === undefined ? '…' : formatNumber(loss), w0: formatNumber(parameters[0], 4), w1: formatNumber(parameters[1], 4) })
  }

  return (
    <Card
      name={t(fitMessages.name)} ref={setPlace}
      tools={
        <Show when={fitted() && canSquare(fitted()!)}>
          <button type="button" class="quiet" aria-pressed={wantsSquares()} onClick={() => setWantsSquares((before) => !before)}>{t(fitMessages.squares)}</button>
        </Show>
      }
      legend={
        <Show when={fitted()}>
          {(present) => (
            <>
              <Legend fitted={present()} />
              <Caption sentences={captionOf(present(), hasSquares())} />
            </>
          )}
        </Show>
      }
    >
      <Show when={problem()}>{(why) => <p class="soft">{inLanguage(why().text)}</p>}</Show>
      <Show when={fitted()}>
        {(present) => (
          <>
            <AxisChoice fitted={present()} onChoose={setAxes} />
            <Layers
              label={aboutFit(present())}
              scene={(width) => {
                // The ground is painted in the colours of the theme.
                theme()
                return sceneOf(present(), { hasSquares: hasSquares(), line: dragging.line() }, width)
              }}
              over={(frame) => (
                <Show when={hasLine()}>
                  <Handles
                    frame={frame()} line={dragging.line() ?? seenLine(present().view)} loss={dragging.loss()}
                    onDrag={dragging.drag} onRelease={() => void dragging.release()} onCancel={dragging.cancel}
                  />
                </Show>
              )}
            />
            <Show when={hasLine()}><output class="told">{dragged() ?? t(fitMessages.drag)}</output></Show>
          </>
        )}
      </Show>
    </Card>
  )
}
