/** How optimisers and schedules are read from plain data. */
import { KudariError } from '../messages/error.ts'
import { nearest } from '../messages/nearest.ts'
import { type Setting, isRecord, quotedList, share } from '../messages/settings.ts'
import { type Specified, optimMessages } from './messages.ts'

export const betas: Setting = {
  expected: '[0.9, 0.999] (>= 0, < 1)',
  isFine: (value) => Array.isArray(value) && value.length === 2 && value.every(share.isFine),
}

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
  if (typeof value.type !== 'string') return refuse(`${what}.type`, quotedList(names), value.type)
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
