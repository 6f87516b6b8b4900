/** What the settings of optimisers and schedules may be, and how they are read from plain data. */
import { KudariError } from '../messages/error.ts'
import { nearest } from '../messages/nearest.ts'
import { type Specified, optimMessages } from './messages.ts'

/** One setting: what is expected of it, in signs that need no translation, and whether a value is that. */
export interface Setting {
  readonly expected: string
  readonly isFine: (value: unknown) => boolean
  /** There is no default. */
  readonly isRequired?: true
}

/** A check for every option. */
export type Settings<Options> = { readonly [Name in keyof Options]-?: Setting }

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const number = (expected: string, isFine: (value: number) => boolean): Setting => ({
  expected,
  isFine: (value) => isNumber(value) && isFine(value),
})

export const notNegative = number('>= 0', (value) => value >= 0)
export const positive = number('> 0', (value) => value > 0)
export const share = number('>= 0, < 1', (value) => value >= 0 && value < 1)
export const shareOfOne = number('>= 0, <= 1', (value) => value >= 0 && value <= 1)
export const reduction = number('> 0, < 1', (value) => value > 0 && value < 1)
export const whole = number('0, 1, 2, ...', (value) => Number.isSafeInteger(value) && value >= 0)
export const counting = number('1, 2, 3, ...', (value) => Number.isSafeInteger(value) && value >= 1)
export const flag: Setting = { expected: 'true, false', isFine: (value) => typeof value === 'boolean' }
export const betas: Setting = {
  expected: '[0.9, 0.999] (>= 0, < 1)',
  isFine: (value) => Array.isArray(value) && value.length === 2 && value.every(share.isFine),
}

export const required = (setting: Setting): Setting => ({ ...setting, isRequired: true })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The one of the names that a text is. */
export function readName<Name extends string>(what: Specified, name: string, names: readonly Name[]): Name {
  const found = names.find((each) => each === name)
  if (found === undefined)
    throw new KudariError('usage', optimMessages.unknownName, { what, name, names, nearest: nearest(name, names) })
  return found
}

/**
 * Checks `{ "type": ..., ... }` that came from outside.
 *
 * @param types for every type its settings.
 * @throws KudariError naming the place, what was expected there and what was found.
 */
export function checkSpecification<Type extends string>(
  what: Specified,
  value: unknown,
  types: Readonly<Record<Type, Readonly<Record<string, Setting>>>>,
): asserts value is { readonly type: Type } & Readonly<Record<string, unknown>> {
  const names = Object.keys(types) as Type[]
  const refuse = (place: string, expected: string, found: unknown): never => {
    throw new KudariError('usage', optimMessages.wrongSetting, { place, expected, found: JSON.stringify(found) as string | undefined })
  }
  if (!isRecord(value)) return refuse(what, '{"type": ...}', value)
  if (typeof value.type !== 'string') return refuse(`${what}.type`, names.map((name) => `"${name}"`).join(', '), value.type)
  const type = readName(what, value.type, names)
  const settings = types[type]
  for (const [key, found] of Object.entries(value)) {
    if (key === 'type') continue
    if (!Object.hasOwn(settings, key))
      throw new KudariError('usage', optimMessages.unknownSetting, { what, type, key, names: Object.keys(settings) })
    if (!settings[key].isFine(found)) refuse(`${what}.${key}`, settings[key].expected, found)
  }
  for (const [key, { isRequired, expected }] of Object.entries(settings))
    if (isRequired && !Object.hasOwn(value, key)) refuse(`${what}.${key}`, expected, undefined)
}
