/** The Worker as its page knows it: commands in, notices out, and whether it lives. */
import type { Command, Notice } from '../worker/protocol.ts'

export interface Helper {
  readonly post: (command: Command) => void
  readonly end: () => void
}

export interface HelperEvents {
  readonly onNotice: (notice: Notice) => void
  readonly onEnd: () => void
}

/** Milliseconds after which a Worker that has not begun is given up: a browser short of memory may end it before it can say anything. */
const BEGINNING = 30_000

/** Starts the Worker and watches over it: an error that it did not catch, or a silent end, as when memory ran out, is told once. */
export function startWorker({ onNotice, onEnd }: HelperEvents): Helper {
  const name = `kudari-${performance.timeOrigin}-${Math.random()}`
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module', name })
  const watching = new AbortController()
  const end = (): void => {
    clearTimeout(beginning)
    watching.abort()
    worker.terminate()
  }
  const lose = (): void => {
    if (watching.signal.aborted) return
    end()
    onEnd()
  }
  const beginning = setTimeout(lose, BEGINNING)
  worker.addEventListener('message', ({ data }: MessageEvent<Notice>) => {
    if (data.type !== 'begun') return onNotice(data)
    clearTimeout(beginning)
    // From now on the Worker holds its lock as long as it lives.
    void navigator.locks?.request(name, { signal: watching.signal }, lose).catch(() => {})
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    lose()
  })
  return { post: (command) => worker.postMessage(command), end }
}
