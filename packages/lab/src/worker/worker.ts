/** The Worker's entry: messages in, messages out. */
import { useThreads } from 'kudari'
import { createHost } from './host.ts'
import type { Command, Notice } from './protocol.ts'

// One of the processor's cores is the page's, so that it stays quick while a large model learns. Results do not depend on it.
useThreads(Math.max(1, navigator.hardwareConcurrency - 1))

const tell = (notice: Notice, memory: readonly ArrayBufferLike[] = []): void => postMessage(notice, { transfer: memory as Transferable[] })
const host = createHost(tell)

/** A lock for life: once the page gets it, this Worker is no more, in whatever way it ended. Not all browsers have locks. */
const begun = new Promise<void>((resolve) => {
  if (!('locks' in navigator)) return resolve()
  const forLife = (): Promise<never> => {
    resolve()
    return new Promise(() => {})
  }
  navigator.locks.request(self.name, forLife).catch(() => resolve())
})

void begun.then(() => tell({ type: 'begun' }))
self.addEventListener('message', ({ data }: MessageEvent<Command>) => void begun.then(() => host.obey(data)))
// What goes wrong in a promise is told to the page as what goes wrong elsewhere is.
self.addEventListener('unhandledrejection', ({ reason }) => queueMicrotask(() => { throw reason }))
