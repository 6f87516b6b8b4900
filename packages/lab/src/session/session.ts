/** What the page knows: the data, the plan, the moment on show; and all that can be done with them. */
import type { FitOptions } from 'kudari'
import { type Accessor, batch, createContext, createEffect, createSignal, createUniqueId, onCleanup, useContext } from 'solid-js'
import { type DataSource } from '../worker/data-source.ts'
import type { Answers, AnswerName, Asked } from '../worker/answers/answers.ts'
import type { PlanView } from '../worker/plan-view.ts'
import type { Problem } from '../worker/problem.ts'
import type { Frame, Speed, Watch } from '../worker/protocol.ts'
import type { TableView } from '../worker/table-view.ts'
import type { Requested, ViewName, ViewResult } from '../worker/views/views.ts'
import { whenPainted } from '../shell/painter.ts'
import { Refused, createClient } from './client.ts'
import { type RunHistory, noHistory, withPart } from './history.ts'

/** Everything that a run follows from. */
export interface Setup {
  readonly data: DataSource
  /** What the user has chosen; what is left open is chosen by Kudari. */
  readonly fit: FitOptions
}

/** What has become of a view: its picture, or why there is none. */
export type Seen<Name extends ViewName> = { readonly result: ViewResult<Name> } | { readonly problem: Problem }

/** A run that was kept, to be compared with the next. */
export interface KeptRun {
  readonly name: string
  readonly setup: Setup
  readonly plan: PlanView
  readonly history: RunHistory
}

const without = (watches: Readonly<Record<string, Watch>>, id: string): Record<string, Watch> =>
  Object.fromEntries(Object.entries(watches).filter(([each]) => each !== id))

/** The first number that no run is called. */
function unusedName(runs: readonly KeptRun[]): string {
  let number = 1
  while (runs.some(({ name }) => name === `${number}`)) number++
  return `${number}`
}

export function createSession() {
  const [data, setData] = createSignal<DataSource>()
  const [table, setTable] = createSignal<TableView>()
  const [fit, setFit] = createSignal<FitOptions>()
  const [plan, setPlan] = createSignal<PlanView>()
  const [frame, setFrame] = createSignal<Frame>()
  const [history, setHistory] = createSignal<RunHistory>(noHistory, { equals: false })
  const [problem, setProblem] = createSignal<Problem>()
  const [isBusy, setBusy] = createSignal(false)
  const [speed, setSpeed] = createSignal<Speed>('full')
  const [kept, setKept] = createSignal<readonly KeptRun[]>([])
  const [watches, setWatches] = createSignal<Readonly<Record<string, Watch>>>({})

  const client = createClient({
    onFrame(next) {
      batch(() => {
        setHistory((before) => withPart(before, next.history))
        setFrame(next)
      })
      // The Worker shows the next moment when this one is on the screen.
      whenPainted(() => client.order({ type: 'drawn' }))
    },
    async onLost(why) {
      const [lostData, lostFit, at] = [data(), fit(), frame()?.iteration ?? 0]
      client.order({ type: 'watch', watches: watches() })
      if (lostData && lostFit) await open({ data: lostData, fit: lostFit }, at)
      setProblem(why)
    },
  })
  createEffect(() => client.order({ type: 'watch', watches: watches() }))

  /** Does something that may be refused; the reason is then shown. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setBusy(true)
    try {
      await work()
      setProblem(undefined)
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setProblem(error.problem)
      return false
    } finally {
      setBusy(false)
    }
  }

  async function planWith(wanted: FitOptions): Promise<void> {
    const planned = await client.ask<PlanView>({ type: 'plan', fit: wanted })
    batch(() => {
      setFit(wanted)
      setHistory(noHistory)
      setFrame(undefined)
      setPlan(planned)
    })
  }

  async function readData(source: DataSource): Promise<TableView> {
    const found = await client.ask<TableView>({ type: 'read', data: source })
    batch(() => {
      setData(source)
      setTable(found)
      setPlan(undefined)
      setFrame(undefined)
      setHistory(noHistory)
    })
    return found
  }

  /** Opens a setup, at a moment of its run. */
  const open = (setup: Setup, iteration = 0): Promise<boolean> =>
    attempt(async () => {
      await readData(setup.data)
      await planWith(setup.fit)
      if (iteration > 0) client.order({ type: 'seek', iteration })
    })

  const seek = (iteration: number): void => client.order({ type: 'seek', iteration: Math.max(0, iteration) })

  return {
    data, table, fit, plan, frame, history, problem, isBusy, speed, kept,
    /** Takes the message away that is shown. */
    dismiss: () => setProblem(undefined),
    open,
    /** Reads new data, and begins with what is likeliest to be predicted. */
    read: (source: DataSource): Promise<boolean> =>
      attempt(async () => {
        const { target } = await readData(source)
        await planWith({ target })
      }),
    /** Changes what was chosen, and begins again; `undefined` leaves a choice to Kudari. */
    choose: (change: { readonly [Key in keyof FitOptions]?: FitOptions[Key] | undefined }): Promise<boolean> =>
      attempt(async () => {
        const merged = Object.entries({ ...fit(), ...change }).filter(([, value]) => value !== undefined)
        await planWith(Object.fromEntries(merged) as unknown as FitOptions)
      }),
    play: () => client.order({ type: 'play', speed: speed() }),
    pause: () => client.order({ type: 'pause' }),
    setSpeed(wanted: Speed) {
      setSpeed(wanted)
      if (frame()?.isPlaying) client.order({ type: 'play', speed: wanted })
    },
    seek,
    /** So many steps further; back where negative. */
    step: (steps: number) => seek((frame()?.iteration ?? 0) + steps),
    /** Keeps the present run, to compare the next ones with it. */
    keep() {
      const [source, chosen, settled] = [data(), fit(), plan()]
      if (!source || !chosen || !settled) return
      setKept((runs) => [...runs, { name: unusedName(runs), setup: { data: source, fit: chosen }, plan: settled, history: history() }])
    },
    rename: (run: KeptRun, name: string) => setKept((runs) => runs.map((each) => (each === run ? { ...each, name } : each))),
    forget: (run: KeptRun) => setKept((runs) => runs.filter((each) => each !== run)),
    ask: <Name extends AnswerName>(name: Name, request: Asked<Name>): Promise<Answers[Name]> =>
      client.ask<Answers[Name]>({ type: 'ask', question: { name, request } as never }),
    /** Watches a view as long as the component that asks for it is there and `request` gives something. */
    watch<Name extends ViewName>(name: Name, request: Accessor<Requested<Name> | null>): Accessor<Seen<Name> | undefined> {
      const id = createUniqueId()
      createEffect(() => {
        const wanted = request()
        setWatches((before) => (wanted === null ? without(before, id) : { ...before, [id]: { name, request: wanted } as Watch }))
      })
      onCleanup(() => setWatches((before) => without(before, id)))
      return () => frame()?.views[id] as Seen<Name> | undefined
    },
  }
}

export type Session = ReturnType<typeof createSession>

const SessionContext = createContext<Session>()
export const SessionProvider = SessionContext.Provider

/** The session of the page. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new TypeError('there is no session around this component')
  return session
}
