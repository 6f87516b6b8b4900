/** Settings of layers that other specifications do not have. */
import { type Setting, counting, quotedList } from '../../messages/settings.ts'
import { initializerForms, isInitializer } from '../initializers.ts'

const isWhole = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least

/** A whole number from `least` on, or one for height and one for width. */
export const pair = (least: number): Setting => ({
  expected: `>= ${least}, [>= ${least}, >= ${least}]`,
  isFine: (value) => isWhole(value, least) || (Array.isArray(value) && value.length === 2 && value.every((element) => isWhole(element, least))),
})

export const initializer: Setting = { expected: quotedList(initializerForms), isFine: isInitializer }

/** A list of whole numbers from 1 on. */
export const shape: Setting = {
  expected: '[1, 2, 3, ...]',
  isFine: (value) => Array.isArray(value) && value.length > 0 && value.every(counting.isFine),
}

/** A list of layers; each is then read by itself. */
export const sequence: Setting = { expected: '[{"type": ...}, ...]', isFine: Array.isArray }

/** Lists of layers side by side. */
export const sequences: Setting = {
  expected: '[[{"type": ...}, ...], ...]',
  isFine: (value) => Array.isArray(value) && value.length > 0 && value.every(Array.isArray),
}
