/** The loss surface: over two parameters, along the gradient, or along the path; as contours and in space; with the path, the present point and the next step. */
import { formatNumber } from 'kudari'
import { For, Show, createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import { inLanguage, language, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import type { SurfaceView } from '../../worker/views/surface.ts'
import type { Box, Grid } from '../../worker/views/surface/grid.ts'
import type { Element, PlaneRequest } from '../../worker/views/surface/planes.ts'
import type { Point } from '../../worker/views/surface/range.ts'
import { Card } from '../card.tsx'
import { ElementChoice } from './axes.tsx'
import { ContourMap } from './contour-map.tsx'
import { levelAreas } from './contours.ts'
import { Curve } from './curve.tsx'
import { elementName, elementTitle, firstAxes, isWeightList, tensorsOf } from './elements.ts'
import { heightAt, lowestOf } from './heights.ts'
import { Legend, captionsOf } from './legend.tsx'
import { extentOf } from './levels.ts'
import { surfaceMessages } from './messages.ts'
import { ASPECT, middleOf, zoomed } from './place.ts'
import { ReliefView } from './relief-view.tsx'
import { upright } from './relief.ts'
import { Sized } from './sized.tsx'
import { walkedPoints } from './walk.ts'
import './surface.css'

/** Milliseconds of rest before another part of the plane is computed. */
const WAIT = 120
const ZOOM = 1.5
const kinds = ['parameters', 'gradient', 'path'] as const

type Kind = (typeof kinds)[number]
type Axes = readonly [Element] | readonly [Element, Element]

/** What is drawn: the latest that is known of a moment, with the latest grid there is. */
interface Drawn {
  readonly view: SurfaceView
  readonly id: number
  readonly grid: Grid
  readonly box: Box
  readonly plane: PlaneRequest
}

export function Surface() {
  const session = useSession()
  const { plan, frame } = session
  const [isVisible, setVisible] = createSignal(false)
  const [isRelief, setRelief] = createSignal(false)
  const [isTurning, setTurning] = createSignal(false)
  const [isGradientShown, setGradientShown] = createSignal(false)
  const [kind, setKind] = createSignal<Kind>('parameters')
  const [axes, setAxes] = createSignal<Axes>()
  const [seed, setSeed] = createSignal(1)
  const [range, setRange] = createSignal<Box | number>(0)
  const [settled, setSettled] = createSignal<Box | number>(0)
  const [turn, setTurn] = createSignal(0)
  const [moved, setMoved] = createSignal<Point>()
  const mayMove = !matchMedia('(prefers-reduced-motion: reduce)').matches

  // Another model has other parameters; a run that begins anew with the same ones keeps what was chosen.
  const model = createMemo(() => (plan() ? JSON.stringify(tensorsOf(plan()!)) : ''))
  createEffect(on(model, () => {
    const now = plan()
    if (!now) return
    setAxes(() => firstAxes(now))
    setKind(isWeightList(now) ? 'parameters' : 'gradient')
    fit()
  }))
  createEffect(() => {
    const wanted = range()
    if (typeof wanted === 'number') return void setSettled(wanted)
    const timer = setTimeout(() => setSettled(wanted), WAIT)
    onCleanup(() => clearTimeout(timer))
  })

  const plane = createMemo((): PlaneRequest | undefined => {
    const now = kind()
    if (now !== 'parameters') return { kind: now, seed: seed() }
    const chosen = axes()
    return chosen && { kind: 'parameters', axes: chosen }
  })
  const seen = session.watch('surface', () => {
    const wanted = plane()
    return isVisible() && plan() && wanted ? { plane: wanted, range: settled(), aspect: ASPECT, isPlaying: frame()?.isPlaying ?? false, turn: turn() } : null
  })
  const problem = () => {
    const now = seen()
    return now && 'problem' in now ? now.problem : undefined
  }
  const drawn = createMemo((before: Drawn | undefined): Drawn | undefined => {
    const [now, wanted] = [seen(), plane()]
    if (!now || !('result' in now) || !wanted) return before?.plane === wanted ? before : undefined
    const { result: view } = now
    const same = before?.plane === wanted ? before : undefined
    // What has come before stays the very same, so that nothing is painted twice.
    if (same && (!view.grid || view.id === same.id)) return { ...same, view }
    return view.grid && { view, id: view.id, grid: view.grid, box: view.box, plane: wanted }
  })
  const id = createMemo(() => drawn()?.id)
  const grid = createMemo(() => drawn()?.grid)
  const gridBox = createMemo(() => drawn()?.box)
  // What is not complete is asked for again; while the run plays, every frame does that anyway.
  createEffect(() => {
    const now = seen()
    if (now && 'result' in now && !now.result.isComplete && !frame()?.isPlaying) setTurn((before) => before + 1)
  })

  function fit(): void {
    setRange((before) => (typeof before === 'number' ? before + 1 : 0))
  }
  function choose(next: Kind): void {
    setKind(next)
    fit()
  }
  function chooseAxis(at: 0 | 1, element: Element | undefined): void {
    const [first, second] = axes()!
    const other = at === 0 ? second : first
    // The same parameter twice would be no plane: the two change places.
    const isSame = element && other && element.tensor === other.tensor && element.index === other.index
    if (at === 0) setAxes(isSame ? [element, first] : second ? [element!, second] : [element!])
    else setAxes(element === undefined ? [first] : isSame && second ? [second, element] : isSame ? [first] : [first, element])
    fit()
  }
  const box = createMemo(() => {
    const wanted = range()
    return typeof wanted === 'number' ? gridBox() : wanted
  })
  const zoomBy = (factor: number): void => {
    const { a, b } = box()!
    setRange(b[0] === b[1] ? { a: zoomed({ a, b: [0, 1] }, middleOf({ a, b }), factor).a, b } : zoomed({ a, b }, middleOf({ a, b }), factor))
  }
  const levels = createMemo(on(id, () => (grid() && grid()!.rows > 1 ? levelAreas(grid()!) : [])))
  const lowest = createMemo(on(id, () => grid() && lowestOf(grid()!, gridBox()!)))
  const isCurve = createMemo(() => grid()?.rows === 1)
  const isMovable = createMemo(() => plan() !== undefined && isWeightList(plan()!) && drawn()?.view.lists !== undefined && !isCurve())
  const walked = createMemo(() => (drawn() ? walkedPoints(drawn()!.view.path, frame()?.iteration ?? 0) : 0))

  /** What the axes are called, each in a word and in full. */
  const names = (): readonly [string, string] => {
    const now = kind()
    if (now === 'gradient') return [t(surfaceMessages.alongGradient), t(surfaceMessages.random)]
    if (now === 'path') return [t(surfaceMessages.firstOfPath), t(surfaceMessages.secondOfPath)]
    const [first, second] = axes()!
    return [elementTitle(plan()!, first), second ? elementTitle(plan()!, second) : '']
  }
  const loss = () => {
    const at = moved()
    return at ? heightAt(grid()!, gridBox()!, at) : drawn()!.view.loss
  }
  const label = () => {
    const values = { a: names()[0], b: names()[1], loss: formatNumber(drawn()!.view.loss, 4) }
    if (isCurve()) return t(surfaceMessages.aboutCurve, values)
    return t(isRelief() ? surfaceMessages.aboutRelief : surfaceMessages.about, values)
  }
  const reliefNames = createMemo((): readonly [string, string, string] => {
    if (!grid()) return ['', '', '']
    const short = { gradient: [surfaceMessages.shortGradient, surfaceMessages.shortRandom], path: [surfaceMessages.shortFirst, surfaceMessages.shortSecond] } as const
    const now = kind()
    const [first, second] = now === 'parameters' ? axes()!.map((element) => elementName(plan()!, element)) : short[now].map((message) => t(message))
    const { isLogarithmic } = upright(...extentOf(grid()!.heights))
    return [first, second, t(isLogarithmic ? surfaceMessages.lossLogarithmic : surfaceMessages.loss)]
  })
  /** Begins anew with the weights where the point was left. */
  async function release(): Promise<void> {
    const [at, lists] = [moved(), drawn()?.view.lists]
    if (!at || !lists) return
    const kept = box()
    const { origin, u, v } = lists
    await session.choose({ initial: origin.map((each, i) => Number((each + at[0] * u[i] + at[1] * v[i]).toPrecision(6))) })
    // The picture stays as it is, so that one sees from where the next run begins. Elsewhere coordinates begin anew.
    if (kind() === 'parameters' && kept) setRange(kept)
    setMoved(undefined)
  }

  let root: HTMLDivElement | undefined
  onMount(() => {
    const observer = new IntersectionObserver(([{ isIntersecting }]) => setVisible(isIntersecting))
    observer.observe(root!)
    onCleanup(() => observer.disconnect())
  })

  return (
    <Card
      name={t(surfaceMessages.name)}
      tools={
        <div class="row surface-kinds" role="group" aria-label={t(surfaceMessages.seenAs)}>
          <button type="button" class="quiet" aria-pressed={!isRelief()} disabled={isCurve()} onClick={() => setRelief(false)}>{t(surfaceMessages.contour)}</button>
          <button type="button" class="quiet" aria-pressed={isRelief()} disabled={isCurve()} onClick={() => setRelief(true)}>{t(surfaceMessages.relief)}</button>
        </div>
      }
    >
      <div class="surface" ref={(element) => (root = element)}>
        <div class="surface-settings">
          <Show when={(plan()?.network.parameters ?? 0) > 2}>
            <label class="surface-axis">
              <span>{t(surfaceMessages.plane)}</span>
              <select onChange={({ currentTarget: { value } }) => choose(value as Kind)}>
                <For each={kinds}>
                  {(each) => <option value={each} selected={kind() === each}>{t({ parameters: surfaceMessages.byParameters, gradient: surfaceMessages.byGradient, path: surfaceMessages.byPath }[each])}</option>}
                </For>
              </select>
            </label>
          </Show>
          <Show when={kind() === 'parameters' && plan() && axes()}>
            {(chosen) => (
              <>
                <ElementChoice plan={plan()!} label={t(surfaceMessages.across)} value={chosen()[0]} isOptional={false} onChoose={(element) => element && chooseAxis(0, element)} />
                <ElementChoice plan={plan()!} label={t(surfaceMessages.up)} value={chosen()[1]} isOptional onChoose={(element) => chooseAxis(1, element)} />
              </>
            )}
          </Show>
          <Show when={kind() === 'gradient'}>
            <button type="button" class="quiet" onClick={() => setSeed((before) => before + 1)}>{t(surfaceMessages.another)}</button>
          </Show>
        </div>
        <Show when={problem()}>{(why) => <p class="soft" role="status">{inLanguage(why().text)}</p>}</Show>
        <Show when={!problem()}>
          <Show when={drawn()} fallback={<p class="soft surface-waiting">{t(surfaceMessages.computing)}</p>}>
            {(now) => (
              <>
                <Show
                  when={!isCurve()}
                  fallback={<Curve view={now().view} grid={grid()!} box={gridBox()!} walked={walked()} name={names()[0]} label={label()} />}
                >
                  <Sized>
                    {(room) => (
                      <Show
                        when={isRelief()}
                        fallback={
                          <ContourMap
                            room={room()} view={now().view} levels={levels()} levelsBox={gridBox()!} box={box()!} lowest={lowest()} walked={walked()} names={names()}
                            isGradientShown={isGradientShown()} label={label()} isMovable={isMovable()} moved={moved()} onMove={setMoved} onRelease={() => void release()} onBox={setRange}
                          />
                        }
                      >
                        <ReliefView
                          room={room()} view={now().view} grid={grid()!} box={gridBox()!} walked={walked()} names={reliefNames()}
                          isTurning={isTurning() && isVisible()} isPlaying={frame()?.isPlaying ?? false} label={label()}
                        />
                      </Show>
                    )}
                  </Sized>
                </Show>
                <div class="surface-tools">
                  <div class="choices" role="group" aria-label={t(surfaceMessages.name)}>
                    <button type="button" title={t(surfaceMessages.farther)} aria-label={t(surfaceMessages.farther)} onClick={() => zoomBy(ZOOM)}>−</button>
                    <button type="button" title={t(surfaceMessages.closer)} aria-label={t(surfaceMessages.closer)} onClick={() => zoomBy(1 / ZOOM)}>+</button>
                    <button type="button" title={t(surfaceMessages.fitTip)} onClick={fit}>{t(surfaceMessages.fit)}</button>
                    <Show when={!isCurve() && !isRelief()}>
                      <button type="button" aria-pressed={isGradientShown()} onClick={() => setGradientShown((before) => !before)}>{t(surfaceMessages.gradient)}</button>
                    </Show>
                    <Show when={!isCurve() && isRelief() && mayMove}>
                      <button type="button" aria-pressed={isTurning()} onClick={() => setTurning((before) => !before)}>{t(surfaceMessages.turning)}</button>
                    </Show>
                  </div>
                  <output class="surface-reading" aria-label={t(surfaceMessages.reading)}>
                    <Show when={kind() === 'parameters'}>
                      <For each={axes()}>{(element, i) => <span>{elementName(plan()!, element)} = <b>{formatNumber((moved() ?? now().view.point)[i()], 5)}</b></span>}</For>
                    </Show>
                    <span>L = <b>{formatNumber(loss() ?? Number.NaN, 5)}</b></span>
                    <Show when={!moved()}><span>|∇L| = <b>{formatNumber(now().view.gradientLength, 4)}</b></span></Show>
                  </output>
                </div>
                <Legend view={now().view} isCurve={isCurve()} isRelief={isRelief()} isGradientShown={isGradientShown()} hasLowest={lowest() !== undefined} iteration={frame()?.iteration ?? 0} isPlaying={frame()?.isPlaying ?? false} />
                <p class="surface-caption">
                  {captionsOf({ plan: plan()!, view: now().view, kind: kind(), isCurve: isCurve(), isRelief: isRelief(), isMovable: isMovable(), isFit: typeof range() === 'number', box: box()! }).join(language() === 'ja' ? '' : ' ')}
                </p>
              </>
            )}
          </Show>
        </Show>
      </div>
    </Card>
  )
}
