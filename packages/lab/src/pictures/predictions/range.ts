/** What the axes of predicted against true hold, and what lies outside of them. */
import type { Pairs, PredictionsView } from '../../worker/views/predictions.ts'

export type Numbers = Extract<PredictionsView, { kind: 'numbers' }>

/** Predictions that lie this many times the range of the truth away from it are cut off: the truth must be seen. */
const FAR = 1

/** The range of both axes: of the true values, and of predictions that are not too far away. */
export function rangeOf({ train, validation }: Pick<Numbers, 'train' | 'validation'>): [number, number] {
  const both = [train, ...(validation ? [validation] : [])]
  const truth = both.flatMap((pairs) => [...pairs.truth])
  const [low, high] = [Math.min(...truth), Math.max(...truth)]
  const span = high - low || Math.abs(high) || 1
  const near = both.flatMap((pairs) => [...pairs.predicted]).filter((value) => value > low - FAR * span && value < high + FAR * span)
  const [bottom, top] = [Math.min(low, ...near), Math.max(high, ...near)]
  return [bottom - 0.04 * span, top + 0.04 * span]
}

/** Rows whose predictions lie outside of the axes. */
export function countOutside({ train, validation }: Pick<Numbers, 'train' | 'validation'>, [low, high]: readonly [number, number]): number {
  const of = (pairs: Pairs | undefined): number => pairs?.predicted.reduce((count, value) => count + (value >= low && value <= high ? 0 : 1), 0) ?? 0
  return of(train) + of(validation)
}
