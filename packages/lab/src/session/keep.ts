/** The state of the page as the browser keeps it, so that a tab that was closed comes back where it was. */
import { type PlainFit, fitOfPlain, plainFit } from '../worker/plain-fit.ts'
import { numbersOf } from './history.ts'
import type { KeptRun } from './kept-runs.ts'
import type { LabState } from './state.ts'
import type { Store } from './store.ts'

/** Written by another version of the page, values may look otherwise: they are then left alone. */
const VERSION = 1

/** What changes often. The data stand apart, so that a large file is not written again for every step. */
interface Place extends Omit<LabState, 'data' | 'fit'> {
  readonly version: number
  readonly fit: PlainFit
}

interface StoredRun extends Omit<KeptRun, 'setup' | 'plan'> {
  readonly setup?: Omit<NonNullable<KeptRun['setup']>, 'fit'> & { readonly fit: PlainFit }
  readonly plan?: Omit<NonNullable<KeptRun['plan']>, 'fit'>
}

interface StoredRuns {
  readonly version: number
  readonly runs: readonly StoredRun[]
}

const isVersion = (value: unknown): boolean => typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION

/** The numbers without the room behind them. */
const fitting = (series: KeptRun['history']['loss']): KeptRun['history']['loss'] => ({ length: series.length, values: numbersOf(series).slice() })
const allFitting = (columns: KeptRun['history']['validation']): KeptRun['history']['validation'] =>
  Object.fromEntries(Object.entries(columns).map(([name, series]) => [name, fitting(series)]))

function storedRun({ name, setup, plan, history: { loss, validation, parameters } }: KeptRun): StoredRun {
  const { fit: _, ...rest } = plan ?? {}
  return {
    name,
    ...(setup && { setup: { data: setup.data, fit: plainFit(setup.fit) } }),
    ...(plan && { plan: rest as StoredRun['plan'] }),
    history: { loss: fitting(loss), validation: allFitting(validation), parameters: allFitting(parameters) },
  } as StoredRun
}

function runOf({ name, setup, plan, history }: StoredRun): KeptRun {
  const fit = setup && fitOfPlain(setup.fit)
  return { name, history, ...(setup && { setup: { data: setup.data, fit: fit! } }), ...(plan && fit && { plan: { ...plan, fit } }) }
}

/** Keeps states and runs in a store. */
export function createKeeper(store: Store) {
  /** The data that were written last, and the name they have in the store: another tab may have put others in their place. */
  let written: { readonly data: LabState['data']; readonly id: string } | undefined

  return {
    async keepState({ data, fit, ...rest }: LabState): Promise<void> {
      if (written?.data !== data) written = { data, id: `${Date.now()} ${Math.random()}` }
      const { id } = written
      const place: Place = { ...rest, version: VERSION, fit: plainFit(fit) }
      await store.change(async ({ get, put }) => {
        if ((await get('data-id')) !== id) {
          put('data', data)
          put('data-id', id)
        }
        put('place', place)
      })
    },
    /** The state that was kept; undefined where there is none. */
    keptState: (): Promise<LabState | undefined> =>
      store.change(async ({ get }) => {
        const [place, data] = [await get('place'), await get('data')]
        if (!isVersion(place) || !data) return undefined
        const { version: _, fit, ...rest } = place as Place
        return { ...rest, data: data as LabState['data'], fit: fitOfPlain(fit) }
      }),
    keepRuns: (runs: readonly KeptRun[]): Promise<void> =>
      store.change(async ({ put }) => put('runs', { version: VERSION, runs: runs.map(storedRun) } satisfies StoredRuns)),
    keptRuns: (): Promise<readonly KeptRun[]> =>
      store.change(async ({ get }) => {
        const stored = await get('runs')
        return isVersion(stored) ? (stored as StoredRuns).runs.map(runOf) : []
      }),
  }
}

export type Keeper = ReturnType<typeof createKeeper>
