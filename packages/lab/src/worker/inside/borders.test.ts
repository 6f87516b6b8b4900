/** Borders of figures whose outline is known. */
import { describe, expect, it } from 'vitest'
import { borderLines } from './borders.ts'

const grid = (height: number, width: number, value: (x: number, y: number) => number): number[] =>
  Array.from({ length: height * width }, (_, i) => value(i % width, Math.floor(i / width)))

const lengthOf = (lines: Float32Array): number => {
  let sum = 0
  for (let i = 0; i < lines.length; i += 4) sum += Math.hypot(lines[i] - lines[i + 2], lines[i + 1] - lines[i + 3])
  return sum
}

describe('borders', () => {
  it('of a plane is a straight line, exactly', () => {
    const lines = borderLines(grid(5, 6, (x, y) => 2 * x - y - 1.5), 5, 6)
    for (let i = 0; i < lines.length; i += 2) expect(2 * lines[i] - lines[i + 1]).toBeCloseTo(1.5, 6)
    // From (0.75, 0) to (2.75, 4).
    expect(lengthOf(lines)).toBeCloseTo(Math.hypot(2, 4), 5)
  })

  it('of a cone is a circle', () => {
    const lines = borderLines(grid(41, 41, (x, y) => 15 - Math.hypot(x - 20, y - 20)), 41, 41)
    expect(lengthOf(lines)).toBeCloseTo(2 * Math.PI * 15, 0)
  })

  it('cut off two corners across, or the other two, as the middle is', () => {
    expect([...borderLines([1, -3, -3, 1], 2, 2)].map((v) => Math.round(v * 100) / 100)).toEqual([0, 0.25, 0.25, 0, 1, 0.75, 0.75, 1])
    expect([...borderLines([3, -1, -1, 3], 2, 2)]).toEqual([0, 0.75, 0.25, 1, 0.75, 0, 1, 0.25])
  })

  it('are not where nothing changes, nor where numbers are not finite', () => {
    expect(borderLines([1, 1, 1, 2], 2, 2)).toHaveLength(0)
    expect(borderLines([1, -1, NaN, 2], 2, 2)).toHaveLength(0)
  })
})
