/** What is different between the choices of two runs. */
import type { FitOptions } from 'kudari'

export interface Difference {
  readonly setting: keyof FitOptions
  /** What the first of the runs has; undefined: it was left to Kudari. */
  readonly value: unknown
}

/** The settings in which the first run differs from the second, in alphabetical order. */
export function differences(one: FitOptions, other: FitOptions): Difference[] {
  const settings = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort() as (keyof FitOptions)[]
  return settings
    .filter((setting) => JSON.stringify(one[setting]) !== JSON.stringify(other[setting]))
    .map((setting) => ({ setting, value: one[setting] }))
}
