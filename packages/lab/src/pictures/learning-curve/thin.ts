/** Long curves in few points: of every stretch its lowest and highest, so that no spike is lost. */
export interface CurvePoint {
  readonly x: number
  readonly y: number
}

/** @param most how many points at most, about. */
export function thinned(values: ArrayLike<number>, length: number, most: number): CurvePoint[] {
  const points: CurvePoint[] = []
  const stretch = Math.max(1, Math.ceil((2 * length) / most))
  for (let from = 0; from < length; from += stretch) {
    let low = -1
    let high = -1
    for (let i = from; i < Math.min(from + stretch, length); i++) {
      if (!Number.isFinite(values[i])) continue
      if (low < 0 || values[i] < values[low]) low = i
      if (high < 0 || values[i] > values[high]) high = i
    }
    if (low < 0) continue
    const [first, second] = low <= high ? [low, high] : [high, low]
    points.push({ x: first, y: values[first] })
    if (second !== first) points.push({ x: second, y: values[second] })
  }
  return points
}
