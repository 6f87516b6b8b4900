/** Runs the command in the test's own process, in a folder of its own, and catches what it says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Io } from '../io.ts'
import { main } from '../main.ts'

/** What a command did. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder to run commands in. */
export interface Place {
  readonly folder: string
  readonly write: (name: string, content: string | Uint8Array) => void
  readonly read: (name: string) => string
  readonly run: (command: readonly string[], more?: Partial<Io>) => Promise<Ran>
  readonly remove: () => void
}

/** Makes an empty folder; `remove` takes it away. */
export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'kudari-test-'))
  return {
    folder,
    write: (name, content) => writeFileSync(join(folder, name), content),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    async run(command, more = {}) {
      let out = ''
      let err = ''
      const code = await main(command, {
        out: (text) => (out += text),
        err: (text) => (err += text),
        isOutClosed: () => false,
        outDrained: () => Promise.resolve(),
        input: async function* () {},
        env: { LANG: 'en_US.UTF-8' },
        cwd: folder,
        isOutTerminal: false,
        isErrTerminal: false,
        width: 80,
        signal: new AbortController().signal,
        ...more,
      })
      return { code, out, err }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
