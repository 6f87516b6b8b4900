/** Moving the axes: the points of an input and the target stay, and the axes slide to where the model takes them from. */
import { formatNumber } from 'kudari'
import { For, Show, createEffect, createMemo, createResource, createSignal, on, onCleanup } from 'solid-js'
import { movedText, scaledText, scalingOf } from '../../data/settings/scaling.ts'
import { t } from '../../language.ts'
import { shortened } from '../../model/diagram/layout.ts'
import { useSession } from '../../session/session.ts'
import { Card } from '../card.tsx'
import { AxesPlot } from './axes-plot.tsx'
import { axesMessages } from './messages.ts'
import { type Axis, amounts, inputAxis, isMoved, scaled, targetAxis } from './moved.ts'
import './axes.css'

/** Milliseconds in which the axes slide. */
const SLIDE = 1400
/** So many rows are worked out in numbers, as on the talk's slide. */
/** How long names in formulas may be, and of how many classes they are listed. */
const LETTERS = 28
const MOST_NAMED = 16
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

/** `166 − 171 = -5` as on the talk's slide; what is longer stands at the head of the column. */
function workedOut(value: number, axis: Axis): string {
  if (Number.isNaN(value)) return t(axesMessages.gap)
  if (!isMoved(axis)) return formatNumber(value)
  const result = number(scaled(value, axis))
  return axis.divisor === 1 ? `${movedText(formatNumber(value), axis, number)} = ${result}` : `${number(value)} → ${result}`
}

export function AxesPicture() {
  const { plan, ask } = useSession()
  const [chosen, setChosen] = createSignal<string>()
  const { progress, isMovedTo, slide, reset } = createSlide()
  const inputs = () => amounts(plan()!.pipeline)
  const input = () => inputs().find(({ column }) => column === chosen()) ?? inputs()[0]
  /** Across an input; upwards what is predicted where that is a number, else a further input if there is one. */
  const x = createMemo(() => inputAxis(input()))
  const y = createMemo(() => {
    if (plan()!.pipeline.target.task === 'regression') return targetAxis(plan()!.pipeline)
    const others = inputs().filter((each) => each !== input())
    return others.length > 0 ? inputAxis(others[0]) : undefined
  })
  const classes = () => {
    const { target } = plan()!.pipeline
    return target.task === 'classification' ? target.classes.map(String) : undefined
  }
  /** What the axes are called once they have moved: two inputs are x1 and x2. */
  const names = (): readonly [string, string] => {
    const [across, up] = classes() && y() ? ['x1', 'x2'] : ['x', 'y']
    return [across === x().name ? `${across}′` : across, up === y()?.name ? `${up}′` : up]
  }
  const scaling = () => scalingOf(plan()!)
  // A plan that comes meanwhile asks again.
  const [points] = createResource(() => [plan()!, x().name, y()?.name] as const, ([, across, up]) => ask('axes', { x: across, y: up }).catch(() => undefined))

  // Whoever changes the scaling or the axes sees what that does; other points of the same kind stand where they belong at once.
  createEffect(on([() => points.latest !== undefined, scaling, () => x().name, () => y()?.name], ([isThere]) => {
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
                  points={known()} x={x()} y={y()} names={names()} classes={classes()} progress={progress()} isLeast={scaling() === 'minmax'}
                  label={t(axesMessages.about, { points: known().x.length, x: x().name, y: y()?.name ?? plan()!.fit.target, moved: isMovedTo() })}
                />
                <div class="joined" role="group" aria-label={t(axesMessages.which)}>
                  <button type="button" aria-pressed={!isMovedTo()} onClick={() => slide(false)}>{t(axesMessages.before)}</button>
                  <button type="button" aria-pressed={isMovedTo()} onClick={() => slide(true)}>{t(axesMessages.after)}</button>
                </div>
                <Show when={y() && classes()}>
                  <ul class="classes">
                    <For each={classes()!.slice(0, MOST_NAMED)}>
                      {(name, k) => <li><svg viewBox="0 0 10 10" aria-hidden="true"><circle class={`class-${k() % 8}`} cx="5" cy="5" r="4.5" /></svg>{name}</li>}
                    </For>
                  </ul>
                </Show>
                <Show when={t(axesMessages.why[scaling()])}>{(text) => <p>{text()} <Show when={plan()!.validationRows > 0}>{t(axesMessages.ofTraining)}</Show></p>}</Show>
                <div class="worked" role="region" tabindex="0" aria-label={t(axesMessages.filled)}>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col"><code>{scaledText(names()[0], shortened(x().name, LETTERS), x(), number)}</code></th>
                        <Show when={y()}>{(axis) => <th scope="col"><code>{scaledText(names()[1], shortened(axis().name, LETTERS), axis(), number)}</code></th>}</Show>
                      </tr>
                    </thead>
                    <tbody>
                      <For each={Array.from(known().rows.subarray(0, ROWS))}>
                        {(_, i) => (
                          <tr>
                            <td><code>{workedOut(known().x[i()], x())}</code></td>
                            <Show when={y()}>{(axis) => <td><code>{workedOut(known().y?.[i()] ?? Number.NaN, axis())}</code></td>}</Show>
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
