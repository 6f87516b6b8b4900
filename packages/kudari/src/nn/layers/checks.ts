/** Checks of what stands in a specification: each answers what was expected, where the value is something else. */
import { initializerForms, isInitializer } from '../initializers.ts'

/** Undefined where the value is fine, else what was expected. */
export type Check = (value: unknown) => string | undefined

const isWhole = (value: unknown, least: number): value is number => Number.isInteger(value) && (value as number) >= least

const isPair = (value: unknown, least: number): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((element) => isWhole(element, least))

export const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/** A whole number from 1 on. */
export const count: Check = (value) => (isWhole(value, 1) ? undefined : '>= 1')

/** A whole number from `least` on, or one for height and one for width. */
export const pair = (least: number): Check => (value) =>
  isWhole(value, least) || isPair(value, least) ? undefined : `>= ${least}, [>= ${least}, >= ${least}]`

export const trueOrFalse: Check = (value) => (typeof value === 'boolean' ? undefined : 'true, false')

/** One of some names. */
export const oneOf = (...names: readonly string[]): Check => (value) =>
  typeof value === 'string' && names.includes(value) ? undefined : list(names)

/** Either of two. */
export const either = (first: Check, second: Check): Check => (value) => {
  const expected = [first(value), second(value)]
  return expected.includes(undefined) ? undefined : expected.join(', ')
}

/** A number between two bounds; the lower one is among them, the upper one is not. */
export const between = (least: number, below: number): Check => (value) =>
  typeof value === 'number' && value >= least && value < below ? undefined : Number.isFinite(below) ? `${least} <= ... < ${below}` : `>= ${least}`

export const positive: Check = (value) => (typeof value === 'number' && value > 0 && Number.isFinite(value) ? undefined : '> 0')

export const initializer: Check = (value) => (isInitializer(value) ? undefined : list(initializerForms))

/** A list of whole numbers from 1 on. */
export const counts: Check = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((element) => isWhole(element, 1)) ? undefined : '[>= 1, ...]'

/** A list of layers; each is then read by itself. */
export const sequence: Check = (value) => (Array.isArray(value) ? undefined : '[{"type": ...}, ...]')

/** Lists of layers side by side. */
export const sequences: Check = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((element) => Array.isArray(element)) ? undefined : '[[{"type": ...}, ...], ...]'
