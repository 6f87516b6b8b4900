/** The progress line of long work: a bar, the loss, the time left — only where somebody is looking. */
import { formatNumber } from 'kudari'
import type { Io, Voice } from '../io.ts'
import { truncate } from './width.ts'

const INTERVAL = 100
const BAR = 24

const timeText = {
  en: (seconds: number) => `${clock(seconds)} left`,
  ja: (seconds: number) => `残り ${clock(seconds)}`,
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] > 0 ? parts : parts.slice(1)
  return shown.map((part, i) => (i === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':')
}

export interface Progress {
  /** @param done steps made of `total`. */
  update(done: number, total: number, loss: number): void
  /** Takes the line away, so that something else can be printed. */
  clear(): void
}

/** A progress line on standard error; it does nothing where standard error is no terminal, or in a quiet mode. */
export function progressLine(io: Io, { language, mode }: Voice, now: () => number = () => performance.now()): Progress {
  if (!io.isErrTerminal || mode !== 'text') return { update() {}, clear() {} }
  const start = now()
  let last = start
  let isShown = false
  return {
    update(done, total, loss) {
      const time = now()
      if (time - last < INTERVAL) return
      last = time
      const share = Math.min(1, done / total)
      const filled = Math.round(share * BAR)
      const left = ((time - start) / 1000 / Math.max(share, 1e-9)) * (1 - share)
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
      const line = `${bar} ${done}/${total}  L = ${formatNumber(loss)}  ${timeText[language](left)}`
      io.err(`\r\u001B[K${truncate(line, Math.max(10, io.width - 1))}`)
      isShown = true
    },
    clear() {
      if (isShown) io.err('\r\u001B[K')
      isShown = false
    },
  }
}
