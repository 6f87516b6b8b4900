/** What units give, in words. */
import { formatNumber } from 'kudari'
import { t } from '../../language.ts'
import type { Span } from '../../worker/inside/input-space.ts'
import type { UnitRange } from '../../worker/inside/units.ts'
import { activationsMessages } from './messages.ts'

export const short = (value: number): string => formatNumber(value, 3)

/** An input, and how far its axis reaches. */
export const extent = ({ name, low, high }: Span): string => t(activationsMessages.extent, { name, low: short(low), high: short(high) })

/** What a unit gives at least and at most. */
export function inWords({ min, max }: UnitRange, name: string): string {
  if (isNothing({ min, max })) return t(activationsMessages.constant, { unit: name, value: 'NaN' })
  return min === max ? t(activationsMessages.constant, { unit: name, value: short(min) }) : t(activationsMessages.unit, { unit: name, min: short(min), max: short(max) })
}

/** What a unit gives is no number anywhere. */
export const isNothing = ({ min, max }: UnitRange): boolean => min > max

/** What stands below a unit that gives the same everywhere; otherwise nothing. */
export function sameText({ min, max }: UnitRange, type: string): string {
  if (isNothing({ min, max })) return 'NaN'
  if (min !== max) return ''
  return type === 'relu' && max === 0 ? t(activationsMessages.dead) : t(activationsMessages.always, { value: short(min) })
}
