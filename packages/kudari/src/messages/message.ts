/** A text that people see: written once in English and once in Japanese, with the values it speaks of. */

/** The languages that every text of Kudari exists in. */
export type Language = 'en' | 'ja'

/**
 * One entry of a message table. Each area keeps its table beside its code (`tensor/messages.ts`, `data/messages.ts`, ...),
 * so that a text is found where it is used and both languages are always written together.
 *
 * @example
 * export const tensorMessages = {
 *   cannotBroadcast: {
 *     en: (v: { left: string; right: string }) => `cannot broadcast ${v.left} with ${v.right}`,
 *     ja: (v: { left: string; right: string }) => `形状 ${v.left} と ${v.right} はブロードキャストできません`,
 *   },
 * }
 */
export interface Message<Values = void> {
  readonly en: (values: Values) => string
  readonly ja: (values: Values) => string
}

/** The text of a message in one language. */
export const say = <Values>(message: Message<Values>, language: Language, values: Values): string =>
  message[language](values)
