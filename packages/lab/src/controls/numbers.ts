/** What a number that somebody writes may be. */
import type { Message } from 'kudari'
import { controlMessages } from './messages.ts'

export interface NumberKind {
  /** What is expected, for messages. */
  readonly expected: Message
  readonly isFine: (value: number) => boolean
}

const kind = (expected: Message, isFine: (value: number) => boolean): NumberKind => ({ expected, isFine })

export const numberKinds = {
  any: kind(controlMessages.any, () => true),
  positive: kind(controlMessages.positive, (value) => value > 0),
  notNegative: kind(controlMessages.notNegative, (value) => value >= 0),
  share: kind(controlMessages.share, (value) => value >= 0 && value < 1),
  counting: kind(controlMessages.counting, (value) => Number.isSafeInteger(value) && value >= 1),
  whole: kind(controlMessages.whole, (value) => Number.isSafeInteger(value) && value >= 0),
} as const

/** A count that has an end. */
export const countingUpTo = (most: number): NumberKind =>
  kind({ en: () => controlMessages.countingUpTo.en({ most }), ja: () => controlMessages.countingUpTo.ja({ most }) }, (value) => numberKinds.counting.isFine(value) && value <= most)

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** 10,000 or 1,234.5: commas between thousands. */
const grouped = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/

/** Commas taken away between thousands; elsewhere one is the point of a fraction, as in much of Europe: 0,01. */
const withPoint = (text: string): string => (grouped.test(text) ? text.replaceAll(',', '') : text.includes('.') ? text : text.replace(',', '.'))

/** The number that a text is, also in the wide digits of Japanese keyboards; undefined where it is none of the kind. */
export function readNumber(text: string, { isFine }: NumberKind): number | undefined {
  const plain = withPoint(text.normalize('NFKC').replaceAll(/[−ー]/g, '-').trim())
  const value = decimal.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(value) && isFine(value) ? value : undefined
}
