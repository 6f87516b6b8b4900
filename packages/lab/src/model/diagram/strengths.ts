/** How thick the lines of a structure are: the weights beside the largest of them. */
import type { WeightsView } from '../../worker/views/weights.ts'
import type { DrawnEdge } from './layout.ts'

export interface Strength {
  readonly weight: number
  /** Beside the largest weight of the same tensor, from 0 to 1. */
  readonly share: number
}

/** The strength of every line. A weight that is not in view is none. */
export function strengthsOf(edges: readonly DrawnEdge[], weights: WeightsView): readonly (Strength | undefined)[] {
  const largest = new Map(Object.entries(weights).map(([name, { values }]) => [name, values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)]))
  return edges.map(({ tensor, row, column }) => {
    const corner = weights[tensor]
    if (!corner || row >= corner.rows || column >= corner.columns) return undefined
    const weight = corner.values[row * corner.columns + column]
    const most = largest.get(tensor)!
    return { weight, share: most > 0 ? Math.abs(weight) / most : 0 }
  })
}
