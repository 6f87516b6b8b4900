/** What each column of the table is to the model. */
import type { Dropped, FitOptions, Pipeline } from 'kudari'

export type Role =
  | { readonly kind: 'target' }
  | { readonly kind: 'input' }
  /** Left out by Kudari. */
  | { readonly kind: 'dropped'; readonly dropped: Dropped }
  /** Left out by the user. */
  | { readonly kind: 'unused' }

export function roleOf(name: string, { target, features, dropped }: Pick<Pipeline, 'target' | 'features' | 'dropped'>): Role {
  if (name === target.column) return { kind: 'target' }
  if (features.some(({ column }) => column === name)) return { kind: 'input' }
  const found = dropped.find(({ column }) => column === name)
  return found ? { kind: 'dropped', dropped: found } : { kind: 'unused' }
}

/** The inputs with one more or one less, in the order of the table. */
export function toggledInputs(names: readonly string[], { features }: Pick<Pipeline, 'features'>, name: string): string[] {
  const inputs = new Set(features.map(({ column }) => column))
  if (!inputs.delete(name)) inputs.add(name)
  return names.filter((each) => inputs.has(each))
}

/** Another target: what was an input and is now predicted is an input no more, and the old target does not become one. */
export function withTarget({ features }: Pick<FitOptions, 'features'>, target: string): { readonly target: string; readonly features: readonly string[] | undefined } {
  const left = features?.filter((name) => name !== target)
  return { target, features: left && left.length > 0 ? left : undefined }
}
