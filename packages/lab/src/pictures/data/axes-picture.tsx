/** Moving the axes: the points of an input and the target stay, and the axes slide to where the model takes them from. */
import { formatNumber } from 'kudari'
import { For, Show, createEffect, createMemo, createResource, createSignal, on, onCleanup } from 'solid-js'
import { scaledText, scalingOf } from '../../data/settings/scaling.ts'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { Card } from '../card.tsx'
import { AxesPlot } from './axes-plot.tsx'
import { axesMessages } from './messages.ts'
import { type Axis, amounts, inputAxis, isMoved, scaled, targetAxis } from './moved.ts'
import './axes.css'

/** Milliseconds in which the axes slide. */
const SLIDE = 1400
/** So many rows are worked out in numbers, as on the talk's slide. */
const ROWS = 5

const number = (value: number): string => formatNumber(value, 4)
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** How far the axes have slid, from 0 to 1. */
function createSlide() {
  const [progress, setProgress] = createSignal(0)
  const [isMovedTo, setMovedTo] = createSignal(false)
  let request = 0
  onCleanup(() => cancelAnimationFrame(request))
  const slide = (to: boolean): void => {
    cancelAnimationFrame(request)
    setMovedTo(to)
    if (isStill()) return void setProgress(to ? 1 : 0)
    const [from, goal, start] = [progress(), to ? 1 : 0, performance.now()]
    const next = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - start) / SLIDE))
      // Slow at both ends.
      setProgress(from + (goal - from) * (share * share * (3 - 2 * share)))
      if (share < 1) request = requestAnimationFrame(next)
    }
    request = requestAnimationFrame(next)
  }
  return { progress, isMovedTo, slide, reset: () => setProgress(0) }
}

/** `166 − 171 = -5` */
const workedOut = (value: number, axis: Axis): string =>
  isMoved(axis) ? scaledText('', formatNumber(value), axis, number).replace(/^ = /, '') + ` = ${number(scaled(value, axis))}` : formatNumber(value)

export function AxesPicture() {
  const { plan, ask } = useSession()
  const [chosen, setChosen] = createSignal<string>()
  const { progress, isMovedTo, slide, reset } = createSlide()
  const inputs = () => amounts(plan()!.pipeline)
  const input = () => inputs().find(({ column }) => column === chosen()) ?? inputs()[0]
  const x = createMemo(() => inputAxis(input()))
  const y = createMemo(() => targetAxis(plan()!.pipeline))
  const classes = () => {
    const { target } = plan()!.pipeline
    return target.task === 'classification' ? target.classes.map(String) : undefined
  }
  const scaling = () => scalingOf(plan()!)
  // A plan that comes meanwhile asks again.
  const [points] = createResource(() => [plan()!, input().column] as const, ([, column]) => ask('axes', column).catch(() => undefined))

  // Whoever changes the scaling sees what it does.
  createEffect(on([() => points.latest !== undefined, () => x().name, () => x().offset, () => x().divisor, () => y().offset], ([isThere]) => {
    if (!isThere) return
    reset()
    slide(true)
  }))

  return (
    <Show when={plan() && input()}>
      <Card
        name={t(axesMessages.name)}
        tools={
          <Show when={inputs().length > 1}>
            <select aria-label={t(axesMessages.input)} onChange={({ currentTarget: { value } }) => setChosen(value)}>
              <For each={inputs()}>{({ column }) => <option value={column} selected={column === input().column}>{column}</option>}</For>
            </select>
          </Show>
        }
      >
        <div class="axes-picture" id="picture-axes">
          <Show when={points.latest} fallback={<p class="soft">{t(axesMessages.working)}</p>}>
            {(known) => (
              <>
                <AxesPlot
                  points={known()} x={x()} y={y()} classes={classes()} progress={progress()} isLeast={scaling() === 'minmax'}
                  label={t(axesMessages.about, { points: known().x.length, x: x().name, y: y().name, moved: isMovedTo() })}
                />
                <div class="choices" role="group" aria-label={t(axesMessages.which)}>
                  <button type="button" aria-pressed={!isMovedTo()} onClick={() => slide(false)}>{t(axesMessages.before)}</button>
                  <button type="button" aria-pressed={isMovedTo()} onClick={() => slide(true)}>{t(axesMessages.after)}</button>
                </div>
                <Show when={t(axesMessages.why[scaling()])}>{(text) => <p>{text()}</p>}</Show>
                <div class="worked" role="region" tabindex="0" aria-label={t(axesMessages.filled)}>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col"><code>{scaledText('x', x().name, x(), number)}</code></th>
                        <Show when={classes() === undefined}><th scope="col"><code>{scaledText('y', y().name, y(), number)}</code></th></Show>
                      </tr>
                    </thead>
                    <tbody>
                      <For each={Array.from(known().rows.subarray(0, ROWS))}>
                        {(_, i) => (
                          <tr>
                            <td><code>{Number.isNaN(known().x[i()]) ? t(axesMessages.gap) : workedOut(known().x[i()], x())}</code></td>
                            <Show when={classes() === undefined}><td><code>{workedOut(known().y[i()], y())}</code></td></Show>
                          </tr>
                        )}
                      </For>
                    </tbody>
                  </table>
                </div>
              </>
            )}
          </Show>
        </div>
      </Card>
    </Show>
  )
}
