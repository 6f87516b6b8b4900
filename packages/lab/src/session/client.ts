/** The page's side of the Worker: commands out, answers to whoever asked, frames to whoever looks; a lost Worker is replaced. */
import type { Message } from 'kudari'
import { workerMessages } from '../worker/messages.ts'
import type { Problem } from '../worker/problem.ts'
import type { Command, Frame } from '../worker/protocol.ts'
import { type Helper, type HelperEvents, startWorker } from './helper.ts'
import { createPatience } from './patience.ts'

/** A command was refused; `problem` says why in the user's language. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.text.en)
    this.problem = problem
  }
}

type Unanswered<Each> = Each extends { readonly id: number } ? Omit<Each, 'id'> : never
export type Request = Unanswered<Command>
export type Order = Exclude<Command, { readonly id: number }>

export interface Client {
  /** Waits for the answer. @throws Refused */
  ask<Answer>(request: Request): Promise<Answer>
  order(order: Order): void
  /** Ends the Worker with all that it is at. What was asked is refused; the next command goes to a new Worker, which knows nothing. */
  stop(): void
}

export interface ClientEvents {
  /** What every new Worker is told first. */
  readonly greeting: () => Order
  readonly onFrame: (frame: Frame) => void
  /** The Worker has stopped by itself. The next command goes to a new one, which knows nothing. */
  readonly onLost: () => void
  /** The page has begun to wait long for the Worker, or does so no more. */
  readonly onWait: (isLong: boolean) => void
}

const problemOf = ({ en, ja }: Message): Problem => ({ kind: 'failure', text: { en: en(), ja: ja() } })
export const lost = problemOf(workerMessages.lost)
export const stopped = problemOf(workerMessages.stopped)

/** Whether a command was refused because its Worker is no more, whatever was asked. */
export const isOfEnd = (error: unknown): boolean => error instanceof Refused && (error.problem === lost || error.problem === stopped)

/** Milliseconds after an order until the Worker is asked whether it has got through. */
const ORDER = 250

export function createClient({ greeting, onFrame, onLost, onWait }: ClientEvents, start: (events: HelperEvents) => Helper = startWorker): Client {
  const waiting = new Map<number, { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }>()
  const patience = createPatience(onWait)
  let last = 0
  let helper: Helper | undefined
  let check: ReturnType<typeof setTimeout> | undefined

  /** Refuses all that was asked of a Worker that is no more. */
  function leave(why: Problem): void {
    helper = undefined
    clearTimeout(check)
    check = undefined
    const left = [...waiting]
    waiting.clear()
    patience.end('orders')
    for (const [id, { reject }] of left) {
      patience.end(id)
      reject(new Refused(why))
    }
  }

  /** The Worker; a new one, if there is none. */
  function present(): Helper {
    if (helper) return helper
    const started = start({
      onNotice(notice) {
        if (notice.type === 'begun') return
        if (notice.type === 'frame') return onFrame(notice.frame)
        const asked = waiting.get(notice.id)
        waiting.delete(notice.id)
        patience.end(notice.id)
        if (notice.type === 'answer') asked?.resolve(notice.value as never)
        else asked?.reject(new Refused(notice.problem))
      },
      onEnd() {
        leave(lost)
        onLost()
      },
    })
    helper = started
    started.post(greeting())
    return started
  }

  function ask<Answer>(request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      last++
      waiting.set(last, { resolve, reject })
      patience.begin(last)
      present().post({ ...request, id: last } as Command)
    })
  }

  /** Orders are not answered: now and then the Worker is asked whether it has come as far. */
  function checkOrders(): void {
    if (check !== undefined) return
    patience.begin('orders')
    check = setTimeout(() => {
      const done = (): void => {
        check = undefined
        patience.end('orders')
      }
      // Where the Worker has ended, its orders are forgotten.
      ask({ type: 'attend' }).then(done, () => {})
    }, ORDER)
  }

  return {
    ask,
    order(order) {
      present().post(order)
      checkOrders()
    },
    stop() {
      helper?.end()
      leave(stopped)
    },
  }
}
