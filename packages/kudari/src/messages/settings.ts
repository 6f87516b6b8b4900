/** Settings in plain data (specifications in JSON): what each may be, and what is said where it is something else. */

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
/** A finite number that passes a test. */
export const number = (expected: string, isFine: (value: number) => boolean): Setting => ({
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
export const required = (setting: Setting): Setting => ({ ...setting, isRequired: true })

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Several texts as JSON writes them: `"a", "b"`. */
export const quotedList = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(', ')

/** One of some names. */
export const oneOf = (...names: readonly string[]): Setting => ({
  expected: quotedList(names),
  isFine: (value) => typeof value === 'string' && names.includes(value),
})

/** Either of two. */
export const either = (first: Setting, second: Setting): Setting => ({
  expected: `${first.expected}, ${second.expected}`,
  isFine: (value) => first.isFine(value) || second.isFine(value),
})
