import { describe, expect, it } from 'vitest'
import { heightAt, lowestOf } from './heights.ts'

const box = { a: [-1, 3], b: [0, 2] } as const

/** A grid of a function on the box. */
function gridOf(of: (a: number, b: number) => number, columns = 9, rows = 5) {
  const heights = Float64Array.from({ length: columns * rows }, (_, k) => of(-1 + (4 * (k % columns)) / (columns - 1), (2 * Math.floor(k / columns)) / (rows - 1)))
  return { columns, rows, heights }
}

describe('heightAt', () => {
  it('is exact where the surface is a plane', () => {
    const grid = gridOf((a, b) => 1 + 2 * a - 3 * b)
    for (const [a, b] of [[-1, 0], [3, 2], [0.3, 1.7], [2.99, 0.01]] as const) expect(heightAt(grid, box, [a, b])).toBeCloseTo(1 + 2 * a - 3 * b, 12)
  })

  it('is nothing outside', () => {
    expect(heightAt(gridOf(() => 1), box, [3.01, 1])).toBeUndefined()
    expect(heightAt(gridOf(() => 1), box, [Number.NaN, 1])).toBeUndefined()
  })

  it('reads curves', () => {
    expect(heightAt({ columns: 3, rows: 1, heights: Float64Array.of(0, 10, 0) }, { a: [0, 2], b: [0, 0] }, [0.5, 0])).toBe(5)
  })
})

describe('lowestOf', () => {
  it('finds the bottom of a bowl between the points', () => {
    const [a, b] = lowestOf(gridOf((a, b) => (a - 0.83) ** 2 + 4 * (b - 1.21) ** 2), box)!
    expect(a).toBeCloseTo(0.83, 10)
    expect(b).toBeCloseTo(1.21, 10)
  })

  it('finds none at the edge, or where there are no numbers', () => {
    expect(lowestOf(gridOf((a) => a), box)).toBeUndefined()
    expect(lowestOf(gridOf(() => Number.NaN), box)).toBeUndefined()
  })
})
