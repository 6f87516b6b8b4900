/** The Worker's side of the Lab: holds the table, the plan and the run, obeys the page's commands, and shows moments in frames. */
import { type FitOptions, KudariError, type Plan, type Table, type Timeline, planFit, timelineOfPlan } from 'kudari'
import { answerTo } from './answers/answers.ts'
import type { DataSource } from './data-source.ts'
import { createDriver } from './driver.ts'
import { historySince, memoryOf } from './history-part.ts'
import { workerMessages } from './messages.ts'
import type { Moment } from './moment.ts'
import { type PlainFit, fitOfPlain } from './plain-fit.ts'
import { type PlanView, planView } from './plan-view.ts'
import { problemOf } from './problem.ts'
import type { Command, End, Frame, Notice, Watch } from './protocol.ts'
import { readData } from './read.ts'
import { type TableView, tableView } from './table-view.ts'
import { see } from './views/views.ts'

/** At full speed, steps have so many times as long as pictures took before there are new ones; but, in milliseconds, no longer than that. */
const TIMES_PICTURES = 3
const LONGEST_REST = 100

/** A run that is on show. */
interface Show {
  readonly table: Table
  readonly fit: FitOptions
  readonly plan: Plan
  readonly run: Timeline
}

const momentOf = ({ run, ...rest }: Show): Moment =>
  ({ ...rest, iteration: run.iteration, learningRate: run.learningRate, state: run.state(), history: run.history, outcome: run.outcome })

/** Where playing leads: to the end as planned, or, from there, as far again. */
const endOfPlay = ({ plan, run: { iteration } }: Show): number =>
  iteration < plan.iterations ? plan.iterations : iteration + plan.iterations

/** Of a run that stopped early: the moment whose weights were the best. */
const bestOf = ({ outcome }: Timeline): number | undefined => (outcome?.kind === 'stoppedEarly' ? outcome.best + 1 : undefined)

function endOf({ run }: Show): End | undefined {
  const { outcome, iteration, furthest } = run
  if (!outcome || (iteration < furthest && iteration !== bestOf(run))) return undefined
  const { kind, iteration: last } = outcome
  return { kind, iteration: last, ...(kind === 'stoppedEarly' && { best: outcome.best }) }
}

/** What is watched, as it is at a moment. */
function seenOf(moment: Moment, watches: Readonly<Record<string, Watch>>): Frame['views'] {
  const seen = Object.entries(watches).map(([id, watch]) => {
    try {
      return [id, { result: see(moment, watch) }] as const
    } catch (error) {
      return [id, { problem: problemOf(error) }] as const
    }
  })
  return Object.fromEntries(seen)
}

/** @param tell takes a notice to the page, which is handed over the memory that is named instead of a copy. */
export function createHost(tell: (notice: Notice, memory?: readonly ArrayBufferLike[]) => void): { obey(command: Command): void } {
  let table: Table | undefined
  let show: Show | undefined
  let watches: Readonly<Record<string, Watch>> = {}
  /** How much of the history the page knows. */
  let known = 0
  /** Whether the page has drawn the last frame, and whether something has changed that no frame has shown. */
  let isDrawn = true
  let isStale = false
  /** At full speed, steps go before pictures until then. */
  let rests = 0
  /** How often data were asked for: what is read while other data are asked for already comes too late. */
  let reads = 0
  const driver = createDriver(frame, () => (show ? bestOf(show.run) : undefined))

  /** Shows the present moment, or, while the page still draws another one and while steps come first, leaves it for later. */
  function frame(): void {
    isStale = true
    const start = performance.now()
    if (!show || !isDrawn || (driver.isHurrying && start < rests)) return
    const { run } = show
    const ended = endOf(show)
    const views = seenOf(momentOf(show), watches)
    const { iteration, furthest, history: all } = run
    const history = historySince(all, known)
    tell({ type: 'frame', frame: { iteration, furthest, isPlaying: driver.isPlaying, ...(ended && { end: ended }), history, views } }, memoryOf(history))
    known = all.loss.length
    isDrawn = false
    isStale = false
    const end = performance.now()
    rests = end + Math.min(TIMES_PICTURES * (end - start), LONGEST_REST)
  }

  function leave(): void {
    driver.take(undefined)
    show?.run.end()
    show = undefined
  }

  /** Ends what plays, and shows that it does no more. */
  function halt(): void {
    driver.halt()
    frame()
  }

  async function read(data: DataSource): Promise<TableView> {
    halt()
    const own = ++reads
    const { table: found, detected } = await readData(data)
    if (own !== reads) throw new KudariError('usage', workerMessages.overtaken, undefined)
    leave()
    table = found
    return tableView(found, detected)
  }

  async function plan(wanted: PlainFit): Promise<PlanView> {
    driver.halt()
    if (!table) throw new KudariError('usage', workerMessages.noTable, undefined)
    const fit = fitOfPlain(wanted)
    // What cannot be begun leaves the present run as it is.
    const planned = planFit(table, fit)
    const run = timelineOfPlan(planned)
    leave()
    show = { table, fit, plan: planned, run }
    driver.take(run)
    known = 0
    return planView(planned, fit, table.rows)
  }

  function present(): Moment {
    if (!show) throw new KudariError('usage', table ? workerMessages.noPlan : workerMessages.noTable, undefined)
    return momentOf(show)
  }

  async function answer(id: number, value: Promise<Extract<Notice, { type: 'answer' }>['value']>): Promise<void> {
    try {
      tell({ type: 'answer', id, value: await value })
    } catch (error) {
      tell({ type: 'refused', id, problem: problemOf(error) })
    }
  }

  return {
    obey(command) {
      switch (command.type) {
        case 'read':
          return void answer(command.id, read(command.data))
        case 'plan':
          return void answer(command.id, plan(command.fit)).then(frame)
        case 'ask':
          return void answer(command.id, Promise.resolve().then(() => answerTo(present(), command.question)))
        case 'attend':
          return tell({ type: 'answer', id: command.id, value: true })
        case 'play':
          return show && driver.drive({ iteration: endOfPlay(show), speed: command.speed, isPlay: true })
        case 'pause':
          return halt()
        case 'seek':
          return driver.drive({ iteration: command.iteration, speed: 'full', isPlay: false })
        case 'watch':
          watches = command.watches
          return void frame()
        case 'drawn':
          isDrawn = true
          if (isStale) frame()
      }
    },
  }
}
