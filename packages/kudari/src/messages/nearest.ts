/** "Did you mean ...?": the known name that is nearest to a mistyped one. */

/**
 * The number of single-character insertions, deletions, replacements and swaps of neighbours that turn one text into
 * the other (optimal string alignment; Damerau 1964).
 */
export function editDistance(from: string, to: string): number {
  const a = [...from]
  const b = [...to]
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(replaced, last[j] + 1, row[j - 1] + 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]
}

/**
 * The nearest of the known names, if one is near enough to be meant: at most a third of its letters differ (one
 * in short names, but not the only one). Case counts for nothing.
 *
 * @example
 * nearest('wieght', ['height', 'weight']) // 'weight'
 * nearest('colour', ['height', 'weight']) // undefined
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Infinity
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    const longer = Math.max(name.length, candidate.length)
    const isNear = distance <= Math.max(1, longer / 3) && distance < longer
    if (isNear && distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
