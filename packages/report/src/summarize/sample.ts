/** Some of many: evenly taken, so that pictures stay quick to draw and files small. */

/** At most `most` of the indices 0 ... count - 1, the first and the last among them. */
export function evenly(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i)
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)))
}
