/** What the shape of a curve tells: its level, how it falls, whether it grows or zigzags, when it was lowest. */

export const mean = (values: readonly number[], from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i]
  return sum / (to - from)
}

/** The lowest of the first values. */
export function lowestOf(values: readonly number[], count: number): number {
  let lowest = Infinity
  for (let i = 0; i < count; i++) lowest = Math.min(lowest, values[i])
  return lowest
}

/** Steps that are averaged to tell a level: an epoch of mini-batches, or a few steps. */
export const stretchOf = (steps: number, stepsPerEpoch: number): number =>
  Math.max(1, Math.min(Math.max(10, Math.min(stepsPerEpoch, 200)), Math.floor(steps / 2)))

/** By how much the loss has lately fallen in a step; negative where it rises. The means of two stretches are as far apart as one is long. */
export function fallOfStep(loss: readonly number[], steps: number, stepsPerEpoch: number): number {
  const stretch = stretchOf(steps, stepsPerEpoch)
  if (steps < 2 * stretch) return Number.NaN
  return (mean(loss, steps - 2 * stretch, steps - stretch) - mean(loss, steps - stretch, steps)) / stretch
}

/** The present level of the loss. */
export const levelOf = (loss: readonly number[], steps: number, stepsPerEpoch: number): number =>
  mean(loss, steps - (stepsPerEpoch === 1 ? 1 : stretchOf(steps, stepsPerEpoch)), steps)

/** Whether hardly anything happens any more: over the last fifth of the run, the loss has changed by less than 2 %. */
export function hasSettled(loss: readonly number[], steps: number): boolean {
  const fifth = Math.floor(steps / 5)
  return fifth >= 10 && Math.abs(mean(loss, steps - fifth, steps) / mean(loss, steps - 2 * fifth, steps - fifth) - 1) < 0.02
}

/** So many losses that each are above the one before, and by a tenth in all, are no accident: of slow growth more are looked at. */
const GROWING = [5, 20]
const ZIGZAG = 20

/** Whether the loss of full-batch steps has just grown step after step. */
export function grows(loss: readonly number[], steps: number): boolean {
  return GROWING.some((count) => {
    if (steps <= count) return false
    for (let i = steps - count; i < steps; i++) if (!(loss[i] > loss[i - 1])) return false
    return loss[steps - 1] > 1.1 * loss[steps - 1 - count]
  })
}

/** Whether the loss of full-batch steps goes up and down: it turns at one step in three, moves by a hundredth a step, and gets nowhere. */
export function zigzags(loss: readonly number[], steps: number): boolean {
  if (steps <= ZIGZAG) return false
  let [turns, way] = [0, 0]
  for (let i = steps - ZIGZAG; i < steps; i++) {
    way += Math.abs(loss[i] - loss[i - 1])
    if (i > steps - ZIGZAG && (loss[i] - loss[i - 1]) * (loss[i - 1] - loss[i - 2]) < 0) turns++
  }
  const gained = Math.abs(loss[steps - 1 - ZIGZAG] - loss[steps - 1])
  return turns >= ZIGZAG / 3 && gained < way / 3 && way / ZIGZAG > 0.01 * mean(loss, steps - ZIGZAG, steps)
}

/** Whether the losses of mini-batches differ by more than a third of their level, which hardly falls. */
export function isRestless(loss: readonly number[], steps: number, stepsPerEpoch: number): boolean {
  const stretch = stretchOf(steps, stepsPerEpoch)
  const level = mean(loss, steps - stretch, steps)
  const squares = mean(loss.slice(steps - stretch, steps).map((value) => (value - level) ** 2), 0, stretch)
  return fallOfStep(loss, steps, stepsPerEpoch) * stretch < level / 10 && Math.sqrt(squares) > level / 3
}

/** Whether the loss is above where it began: ten times, or by half and stays there. */
export function isAboveStart(loss: readonly number[], steps: number, stepsPerEpoch: number): boolean {
  const stretch = stretchOf(steps, stepsPerEpoch)
  const start = stepsPerEpoch === 1 ? loss[0] : mean(loss, 0, stretch)
  if (steps > 2 && loss[steps - 1] > 10 * start) return true
  if (steps < Math.max(20, 3 * stretch)) return false
  const last = loss.slice(steps - stretch, steps).toSorted((a, b) => a - b)
  return last[Math.floor(last.length / 2)] > 1.5 * start
}

/** A curve in at most so many stretches of equal length: the mean of each, over where it is known. */
const STRETCHES = 100

export function stretches(values: readonly number[], steps: number): { readonly means: number[]; readonly length: number } {
  const measured: number[] = []
  for (let i = 0; i < steps; i++) if (Number.isFinite(values[i])) measured.push(i)
  const count = Math.min(STRETCHES, measured.length)
  const length = steps / count
  const [sums, counts] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)]
  for (const i of measured) {
    const k = Math.min(count - 1, Math.floor(i / length))
    sums[k] += values[i]
    counts[k]++
  }
  return { means: sums.map((sum, k) => sum / counts[k]), length }
}

/** So many stretches must lie behind the lowest one. */
const SINCE_LOWEST = 4

/**
 * Where a curve was lowest, if it has clearly been rising since: by a tenth of its lowest value, by a twentieth of what it had fallen
 * by before, and by three times what it wavers from stretch to stretch.
 */
export function risenSince(means: readonly number[]): number | undefined {
  const now = means.length - 1
  let lowest = 0
  for (let k = 1; k <= now; k++) if (means[k] < means[lowest]) lowest = k
  if (now - lowest < Math.max(SINCE_LOWEST, means.length / 10)) return undefined
  const bends: number[] = []
  for (let k = lowest + 1; k < now; k++) bends.push(Math.abs(means[k + 1] - 2 * means[k] + means[k - 1]))
  const wavers = bends.toSorted((a, b) => a - b)[Math.floor(bends.length / 2)]
  // The last stretches together, so that a single high one is not taken for a rise.
  const last = mean(means, Math.max(lowest + 1, now - 2), now + 1)
  const rise = last - means[lowest]
  const isClear = rise > 0.1 * Math.abs(means[lowest]) && rise > 0.05 * (means[0] - means[lowest]) && rise > 3 * wavers
  return isClear ? lowest : undefined
}
