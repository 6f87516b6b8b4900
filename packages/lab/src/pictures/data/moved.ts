/** How axes move when data are scaled: points stay where they are, and what is read off for them changes. */
import type { NumericFeature, Pipeline } from 'kudari'

/** An axis before and after: what stood at `offset` is 0, and a step of `divisor` is 1. */
export interface Axis {
  readonly name: string
  readonly offset: number
  readonly divisor: number
}

/** The inputs that are amounts, which axes can be drawn for. */
export const amounts = ({ features }: Pick<Pipeline, 'features'>): readonly NumericFeature[] =>
  features.filter((feature): feature is NumericFeature => feature.kind === 'numeric' && (feature.type === 'number' || feature.type === 'integer'))

export const inputAxis = ({ column, columns: [{ offset, divisor }] }: NumericFeature): Axis => ({ name: column, offset, divisor })

export const targetAxis = ({ target }: Pick<Pipeline, 'target'>): Axis =>
  ({ name: target.column, offset: target.task === 'regression' ? target.offset : 0, divisor: 1 })

export const isMoved = ({ offset, divisor }: Axis): boolean => offset !== 0 || divisor !== 1

/** Whether there is an axis that moves. */
export const movesAxes = ({ pipeline }: { readonly pipeline: Pick<Pipeline, 'features' | 'target' | 'image'> }): boolean =>
  pipeline.image === undefined && amounts(pipeline).length > 0 && [targetAxis(pipeline), ...amounts(pipeline).map(inputAxis)].some(isMoved)

/** A stretch of numbers with some room around them. */
export function roomy(values: ArrayLike<number>): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue
    low = Math.min(low, values[i])
    high = Math.max(high, values[i])
  }
  if (low > high) return [0, 1]
  const room = high > low ? (high - low) * 0.12 : 1
  return [low - room, high + room]
}

export const scaled = (value: number, { offset, divisor }: Axis): number => (value - offset) / divisor
export const unscaled = (value: number, { offset, divisor }: Axis): number => value * divisor + offset
