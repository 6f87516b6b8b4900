/** The page's side of the Worker: commands out, answers to whoever asked, frames to whoever looks; a lost Worker is replaced. */
import { workerMessages } from '../worker/messages.ts'
import type { Problem } from '../worker/problem.ts'
import type { Command, Frame, Notice } from '../worker/protocol.ts'

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
}

export interface ClientEvents {
  /** What every new Worker is told first. */
  readonly greeting: () => Order
  readonly onFrame: (frame: Frame) => void
  /** The Worker has stopped by itself. The next command goes to a new one, which knows nothing. */
  readonly onLost: () => void
}

/** A Worker as its page knows it. */
export interface Helper {
  readonly post: (command: Command) => void
  readonly end: () => void
}

export interface HelperEvents {
  readonly onNotice: (notice: Notice) => void
  readonly onEnd: () => void
}

/** Starts the Worker and watches over it: an error that it did not catch, or a silent end, as when memory ran out, is told once. */
function startWorker({ onNotice, onEnd }: HelperEvents): Helper {
  const name = `kudari-${performance.timeOrigin}-${Math.random()}`
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module', name })
  const watching = new AbortController()
  const end = (): void => {
    watching.abort()
    worker.terminate()
  }
  const lose = (): void => {
    if (watching.signal.aborted) return
    end()
    onEnd()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Notice>) => {
    // From now on the Worker holds its lock as long as it lives.
    if (data.type === 'begun') void navigator.locks?.request(name, { signal: watching.signal }, lose).catch(() => {})
    else onNotice(data)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    lose()
  })
  return { post: (command) => worker.postMessage(command), end }
}

export const lost: Problem = { kind: 'failure', text: { en: workerMessages.lost.en(), ja: workerMessages.lost.ja() } }

export function createClient({ greeting, onFrame, onLost }: ClientEvents, start: (events: HelperEvents) => Helper = startWorker): Client {
  const waiting = new Map<number, { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }>()
  let last = 0
  let helper: Helper | undefined

  /** The Worker; a new one, if there is none. */
  function present(): Helper {
    if (helper) return helper
    const started = start({
      onNotice(notice) {
        if (notice.type === 'begun') return
        if (notice.type === 'frame') return onFrame(notice.frame)
        const asked = waiting.get(notice.id)
        waiting.delete(notice.id)
        if (notice.type === 'answer') asked?.resolve(notice.value as never)
        else asked?.reject(new Refused(notice.problem))
      },
      onEnd() {
        helper = undefined
        const left = [...waiting.values()]
        waiting.clear()
        for (const { reject } of left) reject(new Refused(lost))
        onLost()
      },
    })
    helper = started
    started.post(greeting())
    return started
  }

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        last++
        waiting.set(last, { resolve, reject })
        present().post({ ...request, id: last } as Command)
      }),
    order: (order) => present().post(order),
  }
}
