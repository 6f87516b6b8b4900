/** What a command may touch of the outside world, so that tests can hand it something else. */
import type { Language } from 'kudari'

/** Standard streams, environment and terminal, as a command sees them. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether the reader of standard output has gone. */
  readonly isOutClosed: () => boolean
  /** Resolves when standard output takes more: a large output must wait for a slow reader. */
  readonly outDrained: () => Promise<unknown>
  readonly input: () => AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Whether someone is looking at standard output, and at standard error. */
  readonly isOutTerminal: boolean
  readonly isErrTerminal: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Aborted when the user presses Ctrl-C. */
  readonly signal: AbortSignal
}

/** How a command speaks: the language, whether in colour, whether at all. */
export interface Voice {
  readonly language: Language
  readonly color: boolean
  /** `text` for people, `quiet` for errors only, `json` for one object on standard output. */
  readonly mode: 'text' | 'quiet' | 'json'
}

/** The language to speak: the option, then KUDARI_LANG and the locale of the environment; English unless it is Japanese. */
export function chooseLanguage(option: Language | undefined, env: Io['env']): Language {
  if (option) return option
  const locale = env.KUDARI_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^ja/i.test(locale) ? 'ja' : 'en'
}

/** Whether to use colours: only for somebody who is looking, and never with NO_COLOR (no-color.org). */
export const chooseColor = (io: Io): boolean => io.isOutTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb'
