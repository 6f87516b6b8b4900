#!/usr/bin/env node
/** The `kudari` executable: connects the command to the real terminal. */
import { once } from 'node:events'
import process from 'node:process'
import type { Io } from './io.ts'
import { main } from './main.ts'

const controller = new AbortController()

// The first Ctrl-C lets the command finish its step and save; the second one leaves at once.
process.on('SIGINT', () => {
  if (controller.signal.aborted) process.exit(130)
  controller.abort()
})

// `kudari ... | head` closes the pipe early: that is the reader's right, not an error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })

const io: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  outDrained: () => (process.stdout.writableNeedDrain ? once(process.stdout, 'drain') : Promise.resolve()),
  input: () => process.stdin,
  env: process.env,
  cwd: process.cwd(),
  isOutTerminal: process.stdout.isTTY ?? false,
  isErrTerminal: process.stderr.isTTY ?? false,
  width: process.stdout.columns ?? process.stderr.columns ?? 80,
  signal: controller.signal,
}

process.exitCode = await main(process.argv.slice(2), io)
