/** Where numbers on a grid change their sign: the border as short lines (marching squares; Lorensen and Cline 1987, in the plane). */

/**
 * @param values numbers at the points of a grid, row by row.
 * @returns `[x1, y1, x2, y2]` of one line after the other, in steps of the grid from its first point.
 */
export function borderLines(values: ArrayLike<number>, height: number, width: number): Float32Array {
  const lines: number[] = []
  /** How far the border lies from one number to another of the other sign. */
  const share = (from: number, to: number): number => from / (from - to)
  for (let i = 0; i + 1 < height; i++) {
    for (let j = 0; j + 1 < width; j++) {
      const at = i * width + j
      const [a, b, c, d] = [values[at], values[at + 1], values[at + width + 1], values[at + width]]
      const kind = (a > 0 ? 1 : 0) | (b > 0 ? 2 : 0) | (c > 0 ? 4 : 0) | (d > 0 ? 8 : 0)
      if (kind === 0 || kind === 15 || !Number.isFinite(a + b + c + d)) continue
      const top = () => [j + share(a, b), i]
      const right = () => [j + 1, i + share(b, c)]
      const bottom = () => [j + share(d, c), i + 1]
      const left = () => [j, i + share(a, d)]
      // Of two corners across, each is cut off by itself, unless the middle is like them.
      const isJoined = (a + b + c + d > 0) === (a > 0)
      if (kind === 1 || kind === 14) lines.push(...left(), ...top())
      else if (kind === 2 || kind === 13) lines.push(...top(), ...right())
      else if (kind === 4 || kind === 11) lines.push(...right(), ...bottom())
      else if (kind === 8 || kind === 7) lines.push(...bottom(), ...left())
      else if (kind === 3 || kind === 12) lines.push(...left(), ...right())
      else if (kind === 6 || kind === 9) lines.push(...top(), ...bottom())
      else if (isJoined) lines.push(...left(), ...bottom(), ...top(), ...right())
      else lines.push(...left(), ...top(), ...right(), ...bottom())
    }
  }
  return Float32Array.from(lines)
}
