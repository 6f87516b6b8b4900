/** What the page knows: the data, the plan, the moment on show; and all that can be done with them. */
import type { FitOptions } from 'kudari'
import { type Accessor, batch, createContext, createEffect, createMemo, createSignal, createUniqueId, onCleanup, useContext } from 'solid-js'
import { type DataSource } from '../worker/data-source.ts'
import type { Answers, AnswerName, Asked } from '../worker/answers/answers.ts'
import { workerMessages } from '../worker/messages.ts'
import { plainFit } from '../worker/plain-fit.ts'
import type { PlanView } from '../worker/plan-view.ts'
import type { Problem } from '../worker/problem.ts'
import type { Frame, Speed, Watch } from '../worker/protocol.ts'
import type { TableView } from '../worker/table-view.ts'
import type { Requested, ViewName, ViewResult } from '../worker/views/views.ts'
import { whenPainted } from '../shell/painter.ts'
import { type Order, Refused, createClient, lost } from './client.ts'
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
  /** Absent where only the curve is known, of a run that was read from its files. */
  readonly setup?: Setup
  readonly plan?: PlanView
  readonly history: RunHistory
}

/** Milliseconds from one loss of the Worker to another that is taken for the same. */
const IN_A_ROW = 15_000

const lostAgain: Problem = { kind: 'failure', text: { en: workerMessages.lostAgain.en(), ja: workerMessages.lostAgain.ja() } }

/** Requests are small, and plain data. */
const isSameRequest = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

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
  const [pending, setPending] = createSignal(0)
  const isBusy = () => pending() > 0
  const [speed, setSpeed] = createSignal<Speed>('full')
  const [kept, setKept] = createSignal<readonly KeptRun[]>([])
  const [watches, setWatches] = createSignal<Readonly<Record<string, Watch>>>({})

  /** Whether the Worker has lost what is on the page; at which moment that was, until it is there again. */
  let isForgotten = false
  let lostAt: number | undefined
  let lastLoss = -Infinity

  const client = createClient({
    greeting: () => ({ type: 'watch', watches: watches() }),
    onFrame(next) {
      if (lostAt !== undefined && next.iteration >= lostAt) lostAt = undefined
      batch(() => {
        setHistory((before) => withPart(before, next.history))
        setFrame(next)
      })
      // The Worker shows the next moment when this one is on the screen: so the page has every other frame for whatever else there is.
      whenPainted(() => requestAnimationFrame(() => client.order({ type: 'drawn' })))
    },
    async onLost() {
      const now = performance.now()
      const isAgain = lostAt !== undefined || now - lastLoss < IN_A_ROW
      lastLoss = now
      lostAt ??= presentIteration()
      isForgotten = true
      setProblem(!isAgain && (await recall()) ? lost : lostAgain)
    },
  })
  createEffect(() => client.order({ type: 'watch', watches: watches() }))

  const presentIteration = (): number => frame()?.iteration ?? 0

  /** Gives a Worker that knows nothing what is on the page, which meanwhile stays there. */
  async function recall(): Promise<boolean> {
    const [source, chosen] = [data(), fit()]
    if (!source || !chosen) return false
    return attempt(async () => {
      await client.ask<TableView>({ type: 'read', data: source })
      await client.ask<PlanView>({ type: 'plan', fit: plainFit(chosen) })
      isForgotten = false
      // Something else may have been chosen meanwhile.
      if (fit() === chosen && lostAt !== undefined) client.order({ type: 'seek', iteration: lostAt })
    })
  }

  /** Orders something of the run on the page. */
  function orderOfRun(order: Order): void {
    if (!isForgotten) return client.order(order)
    void recall().then((isThere) => isThere && client.order(order))
  }

  /** Does something that may be refused; the reason is then shown. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setPending((count) => count + 1)
    try {
      await work()
      setProblem(undefined)
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setProblem(error.problem)
      return false
    } finally {
      setPending((count) => count - 1)
    }
  }

  async function planWith(wanted: FitOptions): Promise<void> {
    const source = data()
    if (isForgotten && source) await client.ask<TableView>({ type: 'read', data: source })
    const planned = await client.ask<PlanView>({ type: 'plan', fit: plainFit(wanted) })
    isForgotten = false
    lostAt = undefined
    batch(() => {
      setFit(wanted)
      setHistory(noHistory)
      setFrame(undefined)
      setPlan({ ...planned, fit: wanted })
    })
  }

  /** How often data were asked for: only those asked for last are shown. */
  let asked = 0

  /** Reads data and plans; what is on the page stays until both are done, so that nothing on it comes and goes. */
  async function readAndPlan(source: DataSource, fitFor: (found: TableView) => FitOptions): Promise<void> {
    const own = ++asked
    let read: { readonly table: TableView; readonly fit: FitOptions } | undefined
    const show = (planned: PlanView | undefined): void => {
      if (!read || own !== asked) return
      const { table: found, fit: wanted } = read
      isForgotten = false
      batch(() => {
        setData(source)
        setTable(found)
        setFit(wanted)
        setPlan(planned && { ...planned, fit: wanted })
        setFrame(undefined)
        setHistory(noHistory)
      })
    }
    try {
      const found = await client.ask<TableView>({ type: 'read', data: source })
      if (own !== asked) return
      read = { table: found, fit: fitFor(found) }
      show(await client.ask<PlanView>({ type: 'plan', fit: plainFit(read.fit) }))
    } catch (error) {
      if (own !== asked) return
      // Nothing is wrong with the data when the Worker is lost: the old ones stay.
      if (!(error instanceof Refused) || error.problem !== lost) show(undefined)
      throw error
    }
  }

  /** Opens a setup, at a moment of its run. */
  const open = (setup: Setup, iteration = 0): Promise<boolean> =>
    attempt(async () => {
      await readAndPlan(setup.data, () => setup.fit)
      if (iteration > 0) client.order({ type: 'seek', iteration })
    })

  const seek = (iteration: number): void => orderOfRun({ type: 'seek', iteration: Math.max(0, iteration) })

  return {
    data, table, fit, plan, frame, history, problem, isBusy, speed, kept,
    /** Takes the message away that is shown. */
    dismiss: () => setProblem(undefined),
    /** Shows what went wrong outside of the Worker. */
    complain: (why: Problem) => void setProblem(why),
    open,
    /** Reads new data, and begins with what is likeliest to be predicted. */
    read: (source: DataSource): Promise<boolean> =>
      attempt(() => readAndPlan(source, ({ target }) => ({ target }))),
    /** Reads other data, and goes on with what was chosen where `keep` says that it still applies. */
    reread: (source: DataSource, keep: (fit: FitOptions | undefined, found: TableView) => FitOptions): Promise<boolean> =>
      attempt(() => readAndPlan(source, (found) => keep(fit(), found))),
    /** Changes what was chosen, and begins again; `undefined` leaves a choice to Kudari. */
    choose: (change: { readonly [Key in keyof FitOptions]?: FitOptions[Key] | undefined }): Promise<boolean> =>
      attempt(async () => {
        const merged = Object.entries({ ...fit(), ...change }).filter(([, value]) => value !== undefined)
        await planWith(Object.fromEntries(merged) as unknown as FitOptions)
      }),
    play: () => orderOfRun({ type: 'play', speed: speed() }),
    pause: () => client.order({ type: 'pause' }),
    setSpeed(wanted: Speed) {
      setSpeed(wanted)
      if (frame()?.isPlaying) client.order({ type: 'play', speed: wanted })
    },
    seek,
    /** So many steps further; back where negative. */
    step: (steps: number) => seek(presentIteration() + steps),
    /** Keeps the present run, to compare the next ones with it. */
    keep() {
      const [source, chosen, settled] = [data(), fit(), plan()]
      if (!source || !chosen || !settled) return
      setKept((runs) => [...runs, { name: unusedName(runs), setup: { data: source, fit: chosen }, plan: settled, history: history() }])
    },
    /** Takes in runs from elsewhere, to compare with them. */
    takeIn: (runs: readonly KeptRun[]) => void setKept((before) => [...before, ...runs]),
    rename: (run: KeptRun, name: string) => setKept((runs) => runs.map((each) => (each === run ? { ...each, name } : each))),
    forget: (run: KeptRun) => setKept((runs) => runs.filter((each) => each !== run)),
    ask: <Name extends AnswerName>(name: Name, request: Asked<Name>): Promise<Answers[Name]> =>
      client.ask<Answers[Name]>({ type: 'ask', question: { name, request } as never }),
    /** Watches a view as long as the component that asks for it is there and `request` gives something. */
    watch<Name extends ViewName>(name: Name, request: Accessor<Requested<Name> | null>): Accessor<Seen<Name> | undefined> {
      const id = createUniqueId()
      // Every frame may ask for the same again: that is no new wish, which would be answered by a new frame.
      const asked = createMemo(request, undefined, { equals: isSameRequest })
      createEffect(() => {
        const wanted = asked()
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
