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
import { type Order, Refused, createClient, isOfEnd, lost, stopped } from './client.ts'
import { type RunHistory, noHistory, withPart } from './history.ts'
import { createKeptRuns } from './kept-runs.ts'

/** Everything that a run follows from. */
export interface Setup {
  readonly data: DataSource
  /** What the user has chosen; what is left open is chosen by Kudari. */
  readonly fit: FitOptions
}

/** A change of what was chosen; `undefined` leaves a choice to Kudari. */
export type Change = { readonly [Key in keyof FitOptions]?: FitOptions[Key] | undefined }

/** What has become of a view: its picture, or why there is none. */
export type Seen<Name extends ViewName> = { readonly result: ViewResult<Name> } | { readonly problem: Problem }

/** Milliseconds from one loss of the Worker to another that is taken for the same. */
const IN_A_ROW = 15_000

const lostAgain: Problem = { kind: 'failure', text: { en: workerMessages.lostAgain.en(), ja: workerMessages.lostAgain.ja() } }

/** Requests are small, and plain data. */
const isSameRequest = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const without = (watches: Readonly<Record<string, Watch>>, id: string): Record<string, Watch> =>
  Object.fromEntries(Object.entries(watches).filter(([each]) => each !== id))

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
  const [isSlow, setSlow] = createSignal(false)
  const [speed, setSpeed] = createSignal<Speed>('full')
  const { kept, add, takeIn, rename, forget } = createKeptRuns()
  const [watches, setWatches] = createSignal<Readonly<Record<string, Watch>>>({})

  /** Whether the Worker has lost what is on the page; at which moment that was, until it is there again. */
  let isForgotten = false
  let lostAt: number | undefined
  let lastLoss = -Infinity
  /** How often data were asked for: only those asked for last are shown. */
  let asked = 0
  /** What is under way with data and settings: a change of settings waits for it, and builds upon it. */
  let underWay: Promise<unknown> = Promise.resolve()
  let stops = 0
  /** The moment that was named last, until it is seen: steps that are made quickly count from there. */
  let aim: number | undefined
  /** The last moment that was seen. */
  let shown: { readonly setup: Setup; readonly iteration: number } | undefined

  const client = createClient({
    greeting: () => ({ type: 'watch', watches: watches() }),
    onFrame(next) {
      if (lostAt !== undefined && next.iteration >= lostAt) lostAt = undefined
      if (next.iteration === aim || next.isPlaying || next.end) aim = undefined
      batch(() => {
        setHistory((before) => withPart(before, next.history))
        setFrame(next)
      })
      const [source, chosen] = [data(), fit()]
      if (source && chosen) shown = { setup: { data: source, fit: chosen }, iteration: next.iteration }
      // The Worker shows the next moment when this one is on the screen: so the page has every other frame for whatever else there is.
      whenPainted(() => requestAnimationFrame(() => client.order({ type: 'drawn' })))
    },
    onWait: setSlow,
    async onLost() {
      const now = performance.now()
      const isAgain = lostAt !== undefined || now - lastLoss < IN_A_ROW
      lastLoss = now
      lostAt ??= presentIteration()
      leave()
      setProblem(!isAgain && (await recall()) ? lost : lostAgain)
    },
  })
  createEffect(() => client.order({ type: 'watch', watches: watches() }))

  /** The Worker is no more: nothing plays. */
  function leave(): void {
    isForgotten = true
    setFrame((before) => before && { ...before, isPlaying: false })
  }

  const presentIteration = (): number => frame()?.iteration ?? 0

  /** Does one thing after another. */
  function afterAll<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = underWay.then(work)
    underWay = done.catch(() => {})
    return done
  }

  /** Gives a Worker that knows nothing what is on the page, which meanwhile stays there. */
  async function remind(): Promise<boolean> {
    const [source, chosen, own] = [data(), fit(), asked]
    if (!isForgotten) return true
    if (!source || !chosen) return false
    return attempt(async () => {
      await client.ask<TableView>({ type: 'read', data: source })
      if (own !== asked) return false
      await client.ask<PlanView>({ type: 'plan', fit: plainFit(chosen) })
      isForgotten = false
      if (lostAt !== undefined) client.order({ type: 'seek', iteration: lostAt })
      return true
    })
  }
  let reminding: Promise<boolean> | undefined
  /** The same, once for all who need it. */
  const recall = (): Promise<boolean> => (reminding ??= afterAll(remind).finally(() => (reminding = undefined)))

  /** Orders something of the run on the page. */
  function orderOfRun(order: Order): void {
    aim = order.type === 'seek' ? order.iteration : undefined
    if (!isForgotten) return client.order(order)
    void recall().then((isThere) => isThere && client.order(order))
  }

  /** Does something that may be refused; the reason is then shown. What has been overtaken (false) says nothing. */
  async function attempt(work: () => Promise<boolean>): Promise<boolean> {
    setPending((count) => count + 1)
    try {
      if (await work()) setProblem(undefined)
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      // Whoever stops something knows why it is not there.
      setProblem(error.problem === stopped ? undefined : error.problem)
      return false
    } finally {
      setPending((count) => count - 1)
    }
  }

  /** What the page knows before the first step; nothing of a run before is left. */
  function begin(wanted: FitOptions, planned: PlanView | undefined): void {
    isForgotten = false
    lostAt = undefined
    aim = undefined
    batch(() => {
      setFit(wanted)
      setPlan(planned && { ...planned, fit: wanted })
      setFrame(undefined)
      setHistory(noHistory)
    })
  }

  async function planWith(change: Change): Promise<boolean> {
    const [source, own] = [data(), asked]
    const wanted = Object.fromEntries(Object.entries({ ...fit(), ...change }).filter(([, value]) => value !== undefined)) as unknown as FitOptions
    try {
      if (isForgotten && source) await client.ask<TableView>({ type: 'read', data: source })
      if (own !== asked) return false
      const planned = await client.ask<PlanView>({ type: 'plan', fit: plainFit(wanted) })
      begin(wanted, planned)
      return true
    } catch (error) {
      if (own !== asked) return false
      throw error
    }
  }

  /** Reads data and plans; what is on the page stays until both are done, so that nothing on it comes and goes. */
  async function readAndPlan(source: DataSource, fitFor: (found: TableView) => FitOptions): Promise<boolean> {
    const own = ++asked
    let read: { readonly table: TableView; readonly fit: FitOptions } | undefined
    const show = (planned: PlanView | undefined): boolean => {
      if (!read || own !== asked) return false
      const { table: found, fit: wanted } = read
      batch(() => {
        setData(source)
        setTable(found)
        begin(wanted, planned)
      })
      return true
    }
    try {
      const found = await client.ask<TableView>({ type: 'read', data: source })
      if (own !== asked) return false
      read = { table: found, fit: fitFor(found) }
      return show(await client.ask<PlanView>({ type: 'plan', fit: plainFit(read.fit) }))
    } catch (error) {
      if (own !== asked) return false
      // Nothing is wrong with the data when the Worker is no more: the old ones stay.
      if (!isOfEnd(error)) show(undefined)
      throw error
    }
  }

  /** Does something with the data, which changes of settings wait for. */
  function attemptData(work: () => Promise<boolean>): Promise<boolean> {
    const done = attempt(work)
    underWay = Promise.allSettled([underWay, done])
    return done
  }

  /** Opens a setup, at a moment of its run. */
  const open = (setup: Setup, iteration = 0): Promise<boolean> =>
    attemptData(async () => {
      const isShown = await readAndPlan(setup.data, () => setup.fit)
      if (isShown && iteration > 0) client.order({ type: 'seek', iteration })
      return isShown
    })

  /** Changes what was chosen: one change after another, each on top of the ones before. For other columns it was not meant, nor for after a stop. */
  function choose(change: Change): Promise<boolean> {
    const columns = (): string | undefined => table()?.names.join('\n')
    const [meant, own] = [columns(), stops]
    return afterAll(async () => columns() === meant && own === stops && attempt(() => planWith(change)))
  }

  /** Ends what takes too long, and goes back to the last moment that was seen; where that takes too long as well, only when it is asked for. */
  async function stop(): Promise<void> {
    const isAgain = lostAt !== undefined
    stops++
    client.stop()
    leave()
    if (isAgain || !shown) return
    const { setup, iteration } = shown
    if (!frame()) return void (await open(setup, iteration))
    lostAt = iteration
    await reminding
    await recall()
  }

  const seek = (iteration: number): void => orderOfRun({ type: 'seek', iteration: Math.max(0, iteration) })

  return {
    data, table, fit, plan, frame, history, problem, isBusy, isSlow, speed, kept,
    /** Takes the message away that is shown. */
    dismiss: () => setProblem(undefined),
    /** Shows what went wrong outside of the Worker. */
    complain: (why: Problem) => void setProblem(why),
    open, stop,
    /** Reads new data, and begins with what is likeliest to be predicted. */
    read: (source: DataSource): Promise<boolean> =>
      attemptData(() => readAndPlan(source, ({ target }) => ({ target }))),
    /** Reads other data, and goes on with what was chosen where `keep` says that it still applies. */
    reread: (source: DataSource, keep: (fit: FitOptions | undefined, found: TableView) => FitOptions): Promise<boolean> =>
      attemptData(() => readAndPlan(source, (found) => keep(fit(), found))),
    /** Changes what was chosen, and begins again. */
    choose,
    play: () => orderOfRun({ type: 'play', speed: speed() }),
    pause() {
      aim = undefined
      client.order({ type: 'pause' })
    },
    setSpeed(wanted: Speed) {
      setSpeed(wanted)
      if (frame()?.isPlaying) client.order({ type: 'play', speed: wanted })
    },
    seek,
    /** So many steps further; back where negative. */
    step: (steps: number) => seek((aim ?? presentIteration()) + steps),
    /** Keeps the present run, to compare the next ones with it. */
    keep() {
      const [source, chosen, settled] = [data(), fit(), plan()]
      if (!source || !chosen || !settled) return
      add({ setup: { data: source, fit: chosen }, plan: settled, history: history() })
    },
    takeIn, rename, forget,
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
