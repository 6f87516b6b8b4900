/** The real terminal, connected to the command: what `bin/kudari.mjs` runs. */
import { once } from 'node:events'
import process from 'node:process'
import type { Io } from './io.ts'
import { main } from './main.ts'

const controller = new AbortController()

/** Two signals closer together than this, in milliseconds, are one Ctrl-C: some programs signal a whole group as well. */
const ONE_PRESS = 300

// The first Ctrl-C lets the command finish its step and save; the second one leaves at once.
let pressed = 0
process.on('SIGINT', () => {
  const now = performance.now()
  if (controller.signal.aborted && now - pressed > ONE_PRESS) process.exit(130)
  pressed = now
  controller.abort()
})

// `kudari ... | head` closes the pipe early: that is the reader's right, and no reason to lose a run.
let isOutClosed = false
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    if (stream === process.stdout) isOutClosed = true
  })

const io: Io = {
  out: (text) => {
    if (!isOutClosed) process.stdout.write(text)
  },
  isOutClosed: () => isOutClosed,
  err: (text) => process.stderr.write(text),
  outDrained: () => (process.stdout.writableNeedDrain && !isOutClosed ? once(process.stdout, 'drain').catch(() => undefined) : Promise.resolve()),
  input: () => process.stdin,
  env: process.env,
  cwd: process.cwd(),
  isOutTerminal: process.stdout.isTTY ?? false,
  isErrTerminal: process.stderr.isTTY ?? false,
  width: process.stdout.columns ?? process.stderr.columns ?? 80,
  signal: controller.signal,
}

process.exitCode = await main(process.argv.slice(2), io)
