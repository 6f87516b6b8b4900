/** Changing a setting: soon rather than at once where a hand still moves, with what went wrong kept beside the setting. */
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type Change, useSession } from '../session/session.ts'
import type { Problem } from '../worker/problem.ts'

export type { Change }

export interface Choosing {
  /** What was wrong with the last change; it goes away with the next plan. */
  readonly problem: Accessor<Problem | undefined>
  /** Refuses a change before the library is asked. */
  refuse(problem: Problem): void
  choose(change: Change): Promise<boolean>
  /** The same, once no other change has come for a moment. */
  chooseSoon(change: Change): void
  /** Whether a change is still waiting. */
  isWaiting(): boolean
}

/** Milliseconds of rest before a change counts while a slider moves. */
const REST = 150

export function createChoosing(): Choosing {
  const session = useSession()
  const [problem, setProblem] = createSignal<Problem>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function choose(change: Change): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    if (await session.choose(change)) return true
    setProblem(session.problem())
    // Said once, beside the setting.
    session.dismiss()
    return false
  }

  createEffect(on(session.plan, () => setProblem(undefined), { defer: true }))
  onCleanup(() => clearTimeout(timer))
  return {
    problem,
    refuse: setProblem,
    choose,
    chooseSoon(change) {
      clearTimeout(timer)
      timer = setTimeout(() => void choose(change), REST)
    },
    isWaiting: () => timer !== undefined,
  }
}
