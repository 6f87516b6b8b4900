/** What the loss surface is seen over and which part of it; what is drawn of it, and what can be done with it. */
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Session } from '../../session/session.ts'
import type { SurfaceView } from '../../worker/views/surface.ts'
import type { Box, Grid } from '../../worker/views/surface/grid.ts'
import type { Element, PlaneRequest } from '../../worker/views/surface/planes.ts'
import type { Point } from '../../worker/views/surface/range.ts'
import { levelAreas } from './contours.ts'
import { firstAxes, isWeightList, tensorsOf } from './elements.ts'
import { heightAt, lowestOf } from './heights.ts'
import { ASPECT, middleOf, zoomed } from './place.ts'
import { walkedPoints } from './walk.ts'

/** Milliseconds of rest before another part of the plane is computed. */
const WAIT = 120

export const kinds = ['parameters', 'gradient', 'path'] as const

export type Kind = (typeof kinds)[number]
type Axes = readonly [Element] | readonly [Element, Element]

/** What is drawn: the latest that is known of a moment, with the latest grid there is. */
interface Drawn {
  readonly view: SurfaceView
  readonly id: number
  readonly grid: Grid
  readonly box: Box
  readonly plane: PlaneRequest
  readonly model: string
}

export function createSurface(session: Session) {
  const { plan, frame } = session
  const [isVisible, setVisible] = createSignal(false)
  const [kind, setKind] = createSignal<Kind>('parameters')
  const [axes, setAxes] = createSignal<Axes>()
  const [seed, setSeed] = createSignal(1)
  const [range, setRange] = createSignal<Box | number>(0)
  const [settled, setSettled] = createSignal<Box | number>(0)
  const [turn, setTurn] = createSignal(0)
  const [moved, setMoved] = createSignal<Point>()
  let fits = 0

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
    const [now, wanted, own] = [seen(), plane(), model()]
    // Until there is something new to be seen, the old stays; but not that of another model.
    const kept = before?.model === own ? before : undefined
    if (!now || !('result' in now) || !wanted) return kept
    const { result: view } = now
    // Nothing is painted twice.
    if (kept && kept.plane === wanted && (!view.grid || view.id === kept.id)) return { ...kept, view }
    return view.grid ? { view, id: view.id, grid: view.grid, box: view.box, plane: wanted, model: own } : kept
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
    setRange(++fits)
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
  /** Lines of equal loss, and where it is lowest. */
  const levels = createMemo(on(id, () => (grid() && grid()!.rows > 1 ? levelAreas(grid()!) : [])))
  const lowest = createMemo(on(id, () => grid() && lowestOf(grid()!, gridBox()!)))
  const isCurve = createMemo(() => grid()?.rows === 1)
  const isMovable = createMemo(() => plan() !== undefined && isWeightList(plan()!) && drawn()?.view.lists !== undefined && !isCurve())
  const walked = createMemo(() => (drawn() ? walkedPoints(drawn()!.view.path, frame()?.iteration ?? 0) : 0))

  /** The loss where the point is, also while it is being moved. */
  const loss = () => {
    const at = moved()
    return at ? heightAt(grid()!, gridBox()!, at) : drawn()!.view.loss
  }
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

  return {
    plan, frame, kind, axes, choose, chooseAxis, problem, drawn, grid, gridBox, levels, lowest, walked, box, isCurve, isMovable, isVisible, moved, loss,
    isFit: () => typeof range() === 'number',
    fit, zoomBy, release, setVisible, setMoved, setRange,
    /** Draws another random direction. */
    redraw: () => setSeed((before) => before + 1),
  }
}

export type SurfaceState = ReturnType<typeof createSurface>
