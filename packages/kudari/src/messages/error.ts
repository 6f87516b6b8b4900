/** The one error that Kudari throws on purpose: a message of a table, the values it speaks of, and whose move it is. */
import type { Language, Message } from './message.ts'

/**
 * Whose move it is: `usage` — the call or the option is wrong; `data` — the file or the table is;
 * `failure` — both were fine and something still went wrong. The command line leaves with 2, 2 and 1.
 */
export type ErrorKind = 'usage' | 'data' | 'failure'

/**
 * An error that says what was expected and what to do. `error.message` is English; `error.in('ja')` is Japanese.
 *
 * @example
 * throw new KudariError('usage', tensorMessages.cannotBroadcast, { left: '(2, 3)', right: '(4,)' })
 */
export class KudariError<Values = unknown> extends Error {
  override readonly name = 'KudariError'
  readonly kind: ErrorKind
  readonly values: Values
  readonly #text: Message<Values>

  constructor(kind: ErrorKind, text: Message<Values>, values: Values, options?: ErrorOptions) {
    super(text.en(values), options)
    this.kind = kind
    this.values = values
    this.#text = text
  }

  /** The same message in the language of the reader. */
  in(language: Language): string {
    return this.#text[language](this.values)
  }
}
