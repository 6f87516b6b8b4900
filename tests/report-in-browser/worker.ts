/** The worker of the test's page. */
import { filesFrom } from './runs.ts'

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  // What is thrown in a promise would not be an error of the worker.
  filesFrom(data).then((files) => self.postMessage(files), (error: unknown) => queueMicrotask(() => { throw error }))
})
