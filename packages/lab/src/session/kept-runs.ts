/** Runs that were kept, to be compared with the next. */
import { createSignal } from 'solid-js'
import type { PlanView } from '../worker/plan-view.ts'
import type { RunHistory } from './history.ts'
import type { Setup } from './session.ts'

export interface KeptRun {
  readonly name: string
  /** Absent where only the curve is known, of a run that was read from its files. */
  readonly setup?: Setup
  readonly plan?: PlanView
  readonly history: RunHistory
}

/** The first number that no run is called. */
function unusedName(runs: readonly KeptRun[]): string {
  let number = 1
  while (runs.some(({ name }) => name === `${number}`)) number++
  return `${number}`
}

export function createKeptRuns() {
  const [kept, setKept] = createSignal<readonly KeptRun[]>([])
  return {
    kept,
    /** Keeps a run under a name of its own. */
    add: (run: Omit<KeptRun, 'name'>) => void setKept((runs) => [...runs, { name: unusedName(runs), ...run }]),
    /** Takes in runs from elsewhere, to compare with them. */
    takeIn: (runs: readonly KeptRun[]) => void setKept((before) => [...before, ...runs]),
    rename: (run: KeptRun, name: string) => setKept((runs) => runs.map((each) => (each === run ? { ...each, name } : each))),
    forget: (run: KeptRun) => setKept((runs) => runs.filter((each) => each !== run)),
  }
}
