/** What one cell says when it is read as a number, a truth value, a date or a text. */
import type { Cell } from './number-cells.ts'

/** Full-width letters, digits and signs as ASCII: `１２３` -> `123`, `－` -> `-`. */
const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace('\u2212', '-')

const DIGIT_0 = 48
const DIGIT_9 = 57

/**
 * The number that a text says, NaN if it says none.
 *
 * Read: decimal numbers with exponent (`-1.5e3`), thousands separators where they stand in every third place
 * (`1,234,567.8`), full-width digits (`１２３`), and `inf`, `Infinity` as an infinite number, so that it is reported as
 * one where it is used. Not read: hexadecimal (`0x1F`), decimal commas (`1,5`), units and currency signs.
 */
export function parseNumber(text: string): number {
  const value = +text
  if (Number.isNaN(value)) return parseUnusualNumber(text)
  const first = text.charCodeAt(0)
  if (first > DIGIT_0 && first <= DIGIT_9) return value
  // JavaScript also takes blanks for 0 and reads 0x1F, 0o17 and 0b11.
  const trimmed = text.trim()
  return trimmed === '' || (trimmed.charCodeAt(0) === DIGIT_0 && /^0[xob]/i.test(trimmed)) ? NaN : value
}

function parseUnusualNumber(text: string): number {
  const plain = toHalfWidth(text).trim()
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(plain)) return +plain.replaceAll(',', '')
  if (/^[+-]?inf(inity)?$/i.test(plain)) return plain.startsWith('-') ? -Infinity : Infinity
  return plain === text.trim() ? NaN : parseNumber(plain)
}

/** Whether digits are written as a code is, with zeros in front: `007`, a postal code. Such digits do not count. */
export function readsAsCode(cell: Cell): boolean {
  if (typeof cell !== 'string') return false
  const first = cell.charCodeAt(0)
  return (first === DIGIT_0 || first === 0xff10) && /^0\d/.test(toHalfWidth(cell))
}

/** The number in a cell, NaN if there is none. */
export function numberIn(cell: Cell): number {
  if (typeof cell === 'string') return parseNumber(cell)
  return typeof cell === 'number' || typeof cell === 'bigint' ? Number(cell) : NaN
}

/** `true` and `false`, as programs write them; only these make a column boolean without being told. */
const truthWords: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['false', 0],
])

/** The further words for true and false that a column declared as boolean may use. */
const declaredTruthWords: ReadonlyMap<string, number> = new Map([
  ...truthWords,
  ...['1', 'yes', 'y', 't', 'on', 'はい', '真', '有', 'あり', '○', '〇'].map((word) => [word, 1] as const),
  ...['0', 'no', 'n', 'f', 'off', 'いいえ', '偽', '無', 'なし', '×'].map((word) => [word, 0] as const),
])

/** 1 for `true`, 0 for `false` (in any case), NaN for everything else. */
export function truthIn(cell: Cell): number {
  if (typeof cell === 'boolean') return Number(cell)
  return typeof cell === 'string' ? (truthWords.get(cell.trim().toLowerCase()) ?? NaN) : NaN
}

/** As {@link truthIn}, and also yes/no, y/n, t/f, on/off, 1/0, はい/いいえ, 真/偽, 有/無, あり/なし, ○/×. */
export function declaredTruthIn(cell: Cell): number {
  if (cell === null || cell instanceof Date) return NaN
  return declaredTruthWords.get(String(cell).trim().toLowerCase()) ?? NaN
}

const dayForm = /(\d{4})(?:[-/]|年)(\d{1,2})(?:[-/]|月)(\d{1,2})日?/
const timeForm = /[T ](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(Z|[+-]\d{2}:?\d{2})?/
const dateForm = new RegExp(`^${dayForm.source}(?:${timeForm.source})?$`)

/**
 * Milliseconds since 1970-01-01 UTC of a date, NaN if there is none. Read: `2020-01-31`, `2020/1/31`, `2020年1月31日`,
 * each also with a time (`2020-01-31T12:30:00+09:00`); a time without zone is taken as UTC. Days that no calendar has
 * (`2020-02-30`) and orders that depend on the country (`1/31/2020`) are not dates.
 */
export function dateIn(cell: Cell): number {
  if (cell instanceof Date) return cell.getTime()
  if (typeof cell !== 'string' || cell.length < 8) return NaN
  const match = dateForm.exec(toHalfWidth(cell).trim())
  if (!match) return NaN
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0', zone = 'Z'] = match
  const midnight = Date.UTC(+year, +month - 1, +day)
  const date = new Date(midnight)
  const exists = date.getUTCMonth() === +month - 1 && date.getUTCDate() === +day
  if (!exists || +hours > 24 || +minutes > 59 || +seconds >= 61) return NaN
  return midnight + ((+hours * 60 + +minutes - zoneMinutes(zone)) * 60 + +seconds) * 1000
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = +zone.slice(1, 3) * 60 + +zone.slice(-2)
  return zone.startsWith('-') ? -minutes : minutes
}

/** The text in a cell, without blanks around it. */
export function textIn(cell: Cell): string {
  if (typeof cell === 'string') return cell.trim()
  return cell instanceof Date ? cell.toISOString() : String(cell)
}
