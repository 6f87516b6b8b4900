/** What may go wrong, as the page is told of it: in every language, with whose move it is. */
import { type ErrorKind, KudariError, type Language } from 'kudari'
import { workerMessages } from './messages.ts'
import { inWordsOfPage } from './option-names.ts'

export interface Problem {
  readonly kind: ErrorKind
  readonly text: Readonly<Record<Language, string>>
}

/** How browsers say that there is no room: each in its own words. */
const isOutOfMemory = ({ name, message }: Error): boolean =>
  (name === 'RangeError' || name === 'InternalError') && /alloc|memory|(?:typed )?array (?:buffer )?length|string length|size overflow/i.test(message)

export function problemOf(error: unknown): Problem {
  if (error instanceof KudariError) return { kind: error.kind, text: { en: inWordsOfPage(error.in('en'), 'en'), ja: inWordsOfPage(error.in('ja'), 'ja') } }
  if (error instanceof Error && isOutOfMemory(error)) return { kind: 'failure', text: { en: workerMessages.tooLarge.en(), ja: workerMessages.tooLarge.ja() } }
  const { en, ja } = workerMessages.unexpected
  const reason = error instanceof Error ? error.message : String(error)
  return { kind: 'failure', text: { en: en({ reason }), ja: ja({ reason }) } }
}
