/** The progress lines of long work: a bar, how far it is, the time left — only where somebody is looking. */
import { formatNumber } from 'kudari'
import type { Io, Voice } from '../io.ts'
import { sizeText } from './size.ts'
import { truncate } from './width.ts'

const INTERVAL = 100
const BAR = 24

const timeText = {
  en: (seconds: number) => `${clock(seconds)} left`,
  ja: (seconds: number) => `残り ${clock(seconds)}`,
}

const epochText = {
  en: (epoch: number, epochs: number) => `epoch ${epoch}/${epochs}`,
  ja: (epoch: number, epochs: number) => `エポック ${epoch}/${epochs}`,
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] > 0 ? parts : parts.slice(1)
  return shown.map((part, i) => (i === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':')
}

/** A line on standard error that is written over itself. */
interface Line {
  /** Shows what `text` gives, unless something was shown a moment ago. */
  show(text: (seconds: number) => string): void
  /** Takes the line away, so that something else can be printed. */
  clear(): void
}

/** A line that does nothing where standard error is no terminal, or in a quiet mode. */
function rewrittenLine(io: Io, { mode }: Voice, now: () => number): Line {
  if (!io.isErrTerminal || mode !== 'text') return { show() {}, clear() {} }
  const start = now()
  let last = start
  let isShown = false
  return {
    show(text) {
      const time = now()
      if (time - last < INTERVAL) return
      last = time
      io.err(`\r\u001B[K${truncate(text((time - start) / 1000), Math.max(10, io.width - 1))}`)
      isShown = true
    },
    clear() {
      if (isShown) io.err('\r\u001B[K')
      isShown = false
    },
  }
}

function bar(share: number): string {
  const filled = Math.round(share * BAR)
  return '█'.repeat(filled) + '░'.repeat(BAR - filled)
}

/** How far a run is. */
export interface TrainingProgress {
  /** Steps made, of `total`. */
  readonly done: number
  readonly total: number
  readonly loss: number
  /** Where there are mini-batches: which epoch it is, counted from 1, of how many. */
  readonly epoch?: readonly [number, number]
  /** The last measure of the validation rows: its name and value. */
  readonly measure?: readonly [string, number]
}

export interface Progress {
  update(progress: TrainingProgress): void
  /** Takes the line away, so that something else can be printed. */
  clear(): void
}

/** The progress of a training run. */
export function progressLine(io: Io, voice: Voice, now: () => number = () => performance.now()): Progress {
  const line = rewrittenLine(io, voice, now)
  let first: { readonly done: number; readonly seconds: number } | undefined
  return {
    update({ done, total, loss, epoch, measure }) {
      line.show((seconds) => {
        first ??= { done, seconds }
        // A run that was resumed has made its first steps in another time.
        const perStep = (seconds - first.seconds) / Math.max(done - first.done, 1)
        const parts = [
          bar(Math.min(1, done / total)),
          epoch ? epochText[voice.language](...epoch) : `${done}/${total}`,
          `L = ${formatNumber(loss)}`,
          ...(measure ? [`${measure[0]} = ${formatNumber(measure[1], 4)}`] : []),
          timeText[voice.language](perStep * (total - done)),
        ]
        return parts.join('  ')
      })
    },
    clear: line.clear,
  }
}

/** How far something is that is counted. */
export interface CountProgress {
  update(done: number, total: number): void
  /** Takes the line away, so that something else can be printed. */
  clear(): void
}

/** The progress of something that is counted. */
export function countLine(io: Io, voice: Voice, now: () => number = () => performance.now()): CountProgress {
  const line = rewrittenLine(io, voice, now)
  return {
    update: (done, total) =>
      line.show((seconds) => `${bar(done / total)} ${done}/${total}  ${timeText[voice.language]((seconds / done) * (total - done))}`),
    clear: line.clear,
  }
}

export interface DownloadProgress {
  update(bytes: number): void
  /** Takes the line away, so that something else can be printed. */
  clear(): void
}

/** The progress of a file of `total` bytes, `before` of which were here when it began. */
export function downloadLine(before: number, total: number, io: Io, voice: Voice, now: () => number = () => performance.now()): DownloadProgress {
  const line = rewrittenLine(io, voice, now)
  return {
    update: (bytes) =>
      line.show((seconds) => {
        const rate = (bytes - before) / seconds
        return `${bar(bytes / total)} ${sizeText(bytes)} / ${sizeText(total)}  ${sizeText(rate)}/s  ${timeText[voice.language]((total - bytes) / rate)}`
      }),
    clear: line.clear,
  }
}
