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
  readonly onFrame: (frame: Frame) => void
  /** The Worker has stopped by itself, and an empty one has taken its place. */
  readonly onLost: (problem: Problem) => void
}

const lost: Problem = { kind: 'failure', text: { en: workerMessages.lost.en(), ja: workerMessages.lost.ja() } }

export function createClient({ onFrame, onLost }: ClientEvents): Client {
  const waiting = new Map<number, { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }>()
  let last = 0
  let worker = start()

  function start(): Worker {
    const made = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<Notice>) => {
      if (data.type === 'frame') return onFrame(data.frame)
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.type === 'answer') asked?.resolve(data.value as never)
      else asked?.reject(new Refused(data.problem))
    })
    made.addEventListener('error', (event) => {
      event.preventDefault()
      made.terminate()
      worker = start()
      const left = [...waiting.values()]
      waiting.clear()
      for (const { reject } of left) reject(new Refused(lost))
      onLost(lost)
    })
    return made
  }

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        last++
        waiting.set(last, { resolve, reject })
        worker.postMessage({ ...request, id: last } as Command)
      }),
    order: (order) => worker.postMessage(order),
  }
}
