/** Fewer points that draw the same picture. */

export type Point = readonly [x: number, y: number]

/**
 * At most `limit` points of a curve that still show its every extreme: the curve is cut into stretches of equal length,
 * and of each stretch the first, the lowest, the highest and the last point stay, in their order (the M4 aggregation of
 * U. Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", 2014).
 */
export function thinCurve(points: readonly Point[], limit = 1000): readonly Point[] {
  if (points.length <= limit) return points
  const stretches = Math.floor(limit / 4)
  const result: Point[] = []
  for (let s = 0; s < stretches; s++) {
    const start = Math.floor((s * points.length) / stretches)
    const end = Math.floor(((s + 1) * points.length) / stretches)
    let low = start
    let high = start
    for (let i = start; i < end; i++) {
      if (points[i][1] < points[low][1]) low = i
      if (points[i][1] > points[high][1]) high = i
    }
    const kept = new Set([start, low, high, end - 1].sort((a, b) => a - b))
    for (const i of kept) result.push(points[i])
  }
  return result
}

/** At most `limit` items, evenly spread over the list, the first and the last among them. */
export function thinEvenly<Item>(items: readonly Item[], limit: number): readonly Item[] {
  if (items.length <= limit) return items
  return Array.from({ length: limit }, (_, i) => items[Math.round((i * (items.length - 1)) / (limit - 1))])
}
