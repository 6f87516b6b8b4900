/** The open step of the present moment, asked for whenever that changes and there is time. */
import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import type { Session } from '../session/session.ts'
import type { StepView } from '../worker/answers/step.ts'
import type { OpenValueView, ValueRequest } from '../worker/answers/value.ts'

/** While training plays, steps that take longer to lay open than this, in milliseconds, wait until it pauses. */
const QUICK = 25

/**
 * Asks again whenever `wanted` changes, one question at a time: of several that come up meanwhile, the last.
 *
 * @param ask may be refused while the run changes; the old answer then stays.
 */
function createLatest<Request, Answer>(wanted: Accessor<Request | undefined>, ask: (request: Request) => Promise<Answer>): Accessor<Answer | undefined> {
  const [answer, setAnswer] = createSignal<Answer>()
  let isAsking = false
  let next: Request | undefined
  const go = async (): Promise<void> => {
    isAsking = true
    while (next !== undefined) {
      const request = next
      next = undefined
      const found = await ask(request).catch(() => undefined)
      if (found !== undefined) setAnswer(() => found)
    }
    isAsking = false
  }
  createEffect(() => {
    next = wanted()
    if (next === undefined) setAnswer(undefined)
    else if (!isAsking) void go()
  })
  return answer
}

/** @param isOpen nothing is asked while the box is closed. */
export function createOpened(session: Session, isOpen: Accessor<boolean>, selected: Accessor<ValueRequest | undefined>) {
  let took = 0
  const moment = (): { readonly iteration: number; readonly plan: unknown } | undefined => {
    const [now, plan] = [session.frame(), session.plan()]
    if (!isOpen() || !now || !plan || (now.isPlaying && took > QUICK)) return undefined
    return { iteration: now.iteration, plan }
  }
  const [present, setPresent] = createSignal<ReturnType<typeof moment>>(undefined, { equals: (a, b) => a?.iteration === b?.iteration && a?.plan === b?.plan })
  // While a slow step's run plays, what was open stays on the screen.
  createEffect(() => {
    const now = moment()
    if (now || !isOpen()) setPresent(now)
  })
  const step = createLatest<object, StepView>(present, async () => {
    const start = performance.now()
    const view = await session.ask('step', undefined)
    took = performance.now() - start
    return view
  })
  const value = createLatest<ValueRequest, OpenValueView>(() => (step() && present() ? selected() : undefined), (request) => session.ask('value', request))
  return { step, value }
}

/** Calls back when a run is another one, not only another moment. */
export const onNewPlan = (session: Session, then: () => void): void => createEffect(on(session.plan, then, { defer: true }))
