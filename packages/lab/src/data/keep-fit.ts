/** The choices that go on when the data change: those that still mean something. */
import type { FitOptions } from 'kudari'

/**
 * What was chosen for other data, without the columns that are gone; where the target is gone, nothing but a new target.
 *
 * @param found the names of the new table's columns, and what is likeliest to be predicted of them.
 */
export function keptFit(fit: FitOptions | undefined, found: { readonly names: readonly string[]; readonly target: string }): FitOptions {
  if (!fit || !found.names.includes(fit.target)) return { target: found.target }
  const { features, ...rest } = fit
  const left = features?.filter((name) => found.names.includes(name)) ?? []
  return left.length > 0 ? { ...rest, features: left } : rest
}
