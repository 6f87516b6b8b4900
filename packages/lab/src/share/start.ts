/** How the page begins: with what a link holds, with what it was when it was left, or as usual. */
import { createEffect, createSignal, onCleanup } from 'solid-js'
import { createKeeper, type Keeper } from '../session/keep.ts'
import { stateOfLink } from '../session/link.ts'
import { forget, recall, remember } from '../session/memory.ts'
import { sessionMessages } from '../session/messages.ts'
import type { Session } from '../session/session.ts'
import type { LabState } from '../session/state.ts'
import { openStore } from '../session/store.ts'
import type { DataSource } from '../worker/data-source.ts'
import { type Problem, problemOf } from '../worker/problem.ts'
import { awaitFiles, isAwaiting } from './awaited.ts'
import { type Goal, createKeeping, presentState } from './keeping.ts'

/** What the page says of how it began. */
export type Beginning =
  /** It is where it was left. */
  | { readonly kind: 'kept'; readonly state: LabState }
  /** It came from a link or a file; before that, something else was here. */
  | { readonly kind: 'opened'; readonly before: LabState }
  /** When it was to be opened last time, the page did not survive it. */
  | { readonly kind: 'unsure'; readonly state: LabState }

/** What is said, as long as these data are on the page. */
const [said, setSaid] = createSignal<{ readonly beginning: Beginning; readonly data: DataSource | undefined }>()
export const beginning = (): Beginning | undefined => said()?.beginning
export const dismissBeginning = (): void => void setSaid(undefined)
const say = (session: Session, begun: Beginning): void => void setSaid({ beginning: begun, data: session.data() })

/** The moment that a run which was opened is on its way to. */
const [goal, setGoal] = createSignal<Goal>()

/** Set while what was kept is opened. */
const MARK = 'opening'

/** Opens a state; or, where its files are missing, says which. */
export async function openState(session: Session, state: LabState): Promise<boolean> {
  const { data, fit, iteration, speed } = state
  if (speed !== undefined) session.setSpeed(speed)
  if (data.kind === 'absent') {
    if (isAwaiting(state)) awaitFiles(state)
    const values = { names: data.files.map(({ name }) => name) }
    session.complain({ kind: 'data', text: { en: sessionMessages.absent.en(values), ja: sessionMessages.absent.ja(values) } })
    return false
  }
  const isOpen = await session.open({ data, fit }, iteration)
  if (isOpen) setGoal({ fit, iteration })
  return isOpen
}

/** Opens a state that came from elsewhere; what was on the page can be had back, and is there again where the other cannot be opened. */
export async function openSent(session: Session, state: LabState): Promise<boolean> {
  const before = presentState(session)
  const isOpen = await openState(session, state)
  if (isOpen && before) say(session, { kind: 'opened', before })
  const why = session.problem()
  if (!isOpen && before && session.data() !== before.data) {
    await openState(session, before)
    if (why) session.complain(why)
  }
  return isOpen
}

/** Opens what was kept. If the page does not live to see it, the next one will not try by itself. */
export async function openKept(session: Session, state: LabState): Promise<boolean> {
  remember(MARK, 'yes')
  const isOpen = await openState(session, state)
  if (!isOpen) forget(MARK)
  // Whoever had not done anything yet need not be told of it.
  else if (state.iteration > 0 || state.data.kind !== 'sample') say(session, { kind: 'kept', state })
  return isOpen
}

/** The state of the link in the address, which is taken out of it: loading the page again goes on, and does not begin again. */
async function linkedState(): Promise<{ readonly state?: LabState; readonly problem?: Problem }> {
  const { hash } = location
  try {
    const state = await stateOfLink(hash)
    return state ? { state } : {}
  } catch (error) {
    return { problem: problemOf(error) }
  } finally {
    if (hash.startsWith('#kudari=')) history.replaceState(null, '', location.pathname + location.search)
  }
}

/**
 * Begins, and from then on keeps what is on the page.
 *
 * @param usual opens what is opened where there is nothing else.
 * @param isAsked whether the address asks for certain data, so that `usual` goes before what was kept.
 */
export function createStart(session: Session, usual: () => Promise<unknown>, isAsked: boolean): void {
  const [keeper, setKeeper] = createSignal<Keeper>()

  createEffect(() => {
    const present = said()
    if (present && session.data() !== present.data) dismissBeginning()
  })

  let last = 0
  createEffect(() => {
    const [aim, frame] = [goal(), session.frame()]
    if (!aim || !frame) return
    const isThere = frame.iteration >= aim.iteration || frame.end !== undefined
    // Whoever plays, goes back or changes a setting wants to be elsewhere.
    const isElsewhere = frame.isPlaying || frame.iteration < last || session.fit() !== aim.fit
    last = isThere || isElsewhere ? 0 : frame.iteration
    if (!isThere && !isElsewhere) return
    setGoal(undefined)
    forget(MARK)
  })

  /** Opens the first of what there is. @returns why something else could not be opened. */
  async function openFirst(keeping: Keeper | undefined): Promise<Problem | undefined> {
    const { state: linked, problem } = await linkedState()
    const kept = await keeping?.keptState().catch(() => undefined)
    let why = problem
    if (linked) {
      if (await openState(session, linked)) {
        if (kept) say(session, { kind: 'opened', before: kept })
        return undefined
      }
      why = session.problem()
    }
    const isUnsure = recall(MARK) !== undefined
    forget(MARK)
    if (kept && !isAsked && !isUnsure) {
      if (await openKept(session, kept)) return why
      why ??= session.problem()
    }
    await usual()
    if (kept && !isAsked && isUnsure) say(session, { kind: 'unsure', state: kept })
    return why
  }

  async function begin(keeping: Keeper | undefined): Promise<void> {
    session.takeIn((await keeping?.keptRuns().catch(() => [])) ?? [])
    const why = await openFirst(keeping)
    if (why) session.complain(why)
    setKeeper(() => keeping)
  }

  const onHash = async (): Promise<void> => {
    const { state, problem } = await linkedState()
    if (state) await openSent(session, state)
    if (problem) session.complain(problem)
  }
  // Leaving in good order is no reason to be unsure.
  const onLeave = (): void => forget(MARK)
  addEventListener('hashchange', onHash)
  addEventListener('pagehide', onLeave)
  onCleanup(() => {
    removeEventListener('hashchange', onHash)
    removeEventListener('pagehide', onLeave)
  })

  createKeeping(session, keeper, goal)
  void openStore().then(createKeeper).catch(() => undefined).then(begin)
}
