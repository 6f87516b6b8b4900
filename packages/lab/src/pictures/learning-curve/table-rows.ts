/** Which steps a table of a long history shows: the first and the last ones, and some between. */
const FIRST = 10
const LAST = 5
const BETWEEN = 30

export function shownSteps(length: number): number[] {
  if (length <= FIRST + LAST + BETWEEN) return Array.from({ length }, (_, i) => i)
  const [from, to] = [FIRST, length - LAST]
  const between = Array.from({ length: BETWEEN }, (_, i) => from + Math.floor(((i + 0.5) * (to - from)) / BETWEEN))
  return [...Array.from({ length: FIRST }, (_, i) => i), ...between, ...Array.from({ length: LAST }, (_, i) => to + i)]
}
