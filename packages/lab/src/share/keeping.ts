/** Keeps what is on the page while it changes, so that a tab that was closed comes back where it was. */
import type { FitOptions } from 'kudari'
import { type Accessor, createEffect, onCleanup } from 'solid-js'
import type { Keeper } from '../session/keep.ts'
import type { Session } from '../session/session.ts'
import { type LabState, withoutFiles } from '../session/state.ts'

/** Milliseconds from a step to its being kept, with all that follow meanwhile. What was chosen is kept at once. */
const PAUSE = 1000

/** The moment that a run is on its way to. */
export interface Goal {
  readonly fit: FitOptions
  readonly iteration: number
}

/** What is on the page; undefined where nothing is. */
export function presentState({ data, fit, frame, speed }: Session): LabState | undefined {
  const [source, chosen] = [data(), fit()]
  return source && chosen && { data: source, fit: chosen, iteration: frame()?.iteration ?? 0, speed: speed() }
}

/**
 * @param keeper undefined where the browser keeps nothing.
 * @param goal where the run is on its way to; until it is there, that is what is kept.
 */
export function createKeeping(session: Session, keeper: Accessor<Keeper | undefined>, goal: Accessor<Goal | undefined>): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: LabState | undefined
  let waiting: (() => Promise<unknown>) | undefined

  function keepNow(): void {
    clearTimeout(timer)
    timer = undefined
    // A full or forbidden store: the page works without.
    void waiting?.().catch(() => {})
    waiting = undefined
  }

  createEffect(() => {
    const [keeping, state] = [keeper(), presentState(session)]
    if (!keeping || !state) return
    const aim = goal()
    const kept = aim?.fit === state.fit ? { ...state, iteration: aim.iteration } : state
    // Files may be too large to be kept: then at least what was chosen is.
    waiting = () => keeping.keepState(kept).catch(() => keeping.keepState(withoutFiles(kept)))
    if (last?.data !== kept.data || last.fit !== kept.fit) keepNow()
    else timer ??= setTimeout(keepNow, PAUSE)
    last = kept
  })

  createEffect(() => {
    const [keeping, runs] = [keeper(), session.kept()]
    if (keeping) void keeping.keepRuns(runs).catch(() => {})
  })

  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') keepNow()
  }
  document.addEventListener('visibilitychange', onHidden)
  addEventListener('pagehide', keepNow)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', onHidden)
    removeEventListener('pagehide', keepNow)
  })
}
