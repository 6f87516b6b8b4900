/** Opens an address in the user's browser. */
import { spawn } from 'node:child_process'
import type { Io } from '../io.ts'

/** The program of each system that opens addresses; elsewhere it is that of the desktops of Linux and the BSDs. */
const openers: Readonly<Record<string, readonly [command: string, ...first: readonly string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Asks the system to open an address. Where it cannot, nothing happens: the address is printed as well. */
export function openInBrowser(url: string, env: Io['env']): void {
  const [command, ...first] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...first, url], { detached: true, stdio: 'ignore', env })
  child.on('error', () => {})
  // The browser goes on when the Lab ends.
  child.unref()
}
