/** What the test's page loads: it makes the files of all runs by itself, and has a worker make them. */
import { filesFrom } from './runs.ts'

const filesFromWorker = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }) => resolve(data))
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.postMessage(location.origin)
  })

Object.assign(globalThis, { filesFrom, filesFromWorker })
