/** What is drawn of a run: its loss, the means of its epochs before single steps, and what was measured on the rows held out. */
import type { RunHistory, Series } from '../../session/history.ts'
import { type CurvePoint, thinned } from './thin.ts'

/** So many points at most has a curve. */
const POINTS = 800
/** Of fewer epochs the means say little: the steps themselves are the curve. */
const LEAST_EPOCHS = 3
/** Single steps of mini-batches scatter widely; so large a share of them on either side does not stretch the axis. */
const OUTLIERS = 0.05

export interface Curves {
  readonly loss: readonly CurvePoint[]
  /** Single steps, where the loss is the means of epochs. */
  readonly behind: readonly CurvePoint[]
  readonly validation: readonly CurvePoint[]
}

function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i]
  return sum / (to - from)
}

/** Means of epochs that are known, by the numbers that they are of: they are not added up at every moment again. */
const known = new WeakMap<Float64Array, { readonly stepsPerEpoch: number; readonly means: number[] }>()

function knownMeans({ values, length }: Series, stepsPerEpoch: number): readonly number[] {
  const before = known.get(values)
  const own = before?.stepsPerEpoch === stepsPerEpoch ? before : { stepsPerEpoch, means: [] }
  known.set(values, own)
  for (let end = (own.means.length + 1) * stepsPerEpoch; end <= length; end += stepsPerEpoch) own.means.push(meanOf(values, end - stepsPerEpoch, end))
  return own.means
}

/** The mean of each epoch that is complete, in the middle of its steps; of many epochs fewer points, with every extreme. */
export function epochMeans(series: Series, stepsPerEpoch: number): CurvePoint[] {
  const count = Math.floor(series.length / stepsPerEpoch)
  return thinned(knownMeans(series, stepsPerEpoch), count, POINTS).map(({ x, y }) => ({ x: x * stepsPerEpoch + (stepsPerEpoch - 1) / 2, y }))
}

export function curvesOf({ loss, validation }: RunHistory, stepsPerEpoch: number): Curves {
  const steps = thinned(loss.values, loss.length, POINTS)
  const hasMeans = stepsPerEpoch > 1 && loss.length >= LEAST_EPOCHS * stepsPerEpoch
  return {
    loss: hasMeans ? epochMeans(loss, stepsPerEpoch) : steps,
    behind: hasMeans ? steps : [],
    validation: validation.loss ? thinned(validation.loss.values, validation.loss.length, POINTS) : [],
  }
}

/** Of a scale of logarithms, what it can show. */
export const positive = ({ loss, behind, validation }: Curves): Curves => {
  const some = (points: readonly CurvePoint[]) => points.filter(({ y }) => y > 0)
  return { loss: some(loss), behind: some(behind), validation: some(validation) }
}

/** The lowest and highest value to be seen: of all curves, and of single steps behind them all but a few. */
export function rangeOf(curves: readonly Curves[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  const add = (y: number): void => {
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  for (const { loss, behind, validation } of curves) {
    for (const { y } of loss) add(y)
    for (const { y } of validation) add(y)
    const sorted = Float64Array.from(behind, ({ y }) => y).sort()
    const outside = Math.floor(sorted.length * OUTLIERS)
    for (const y of sorted.subarray(outside, sorted.length - outside)) add(y)
  }
  return [low, high]
}

/** Every so many epochs a tick, so that there are at most six or so: 1, 2, 5, 10, 20, ... */
export function epochTicks(iterations: number, stepsPerEpoch: number): number[] {
  const epochs = iterations / stepsPerEpoch
  const power = 10 ** Math.floor(Math.log10(Math.max(1, epochs / 6)))
  const every = [1, 2, 5, 10].map((factor) => factor * power).find((step) => epochs / step <= 6)!
  return Array.from({ length: Math.floor(epochs / every) + 1 }, (_, i) => i * every)
}

/** The last number of a column that is one, at an index or before it; undefined where there is none. */
export function lastMeasured(values: ArrayLike<number>, from: number): number | undefined {
  for (let i = from; i >= 0; i--) if (!Number.isNaN(values[i])) return values[i]
  return undefined
}

/** What a run has come to. */
export function outcomeOf({ loss, validation }: RunHistory, stepsPerEpoch: number) {
  const last = loss.length - 1
  const hasEpoch = stepsPerEpoch > 1 && loss.length >= stepsPerEpoch
  return {
    iterations: loss.length,
    loss: hasEpoch ? meanOf(loss.values, loss.length - stepsPerEpoch, loss.length) : last >= 0 ? loss.values[last] : undefined,
    validation: validation.loss && lastMeasured(validation.loss.values, last),
  }
}
