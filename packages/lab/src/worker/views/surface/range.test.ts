import { describe, expect, it } from 'vitest'
import { type Point, boxFor, lowestPlace } from './range.ts'

describe('lowestPlace', () => {
  it('is found at once in a bowl, however long and tilted', () => {
    const [a, b] = lowestPlace((a, b) => 100 * (a + b - 3) ** 2 + (a - b - 1) ** 2, [20, -7], 0.3, false)
    expect(a).toBeCloseTo(2, 5)
    expect(b).toBeCloseTo(1, 5)
  })

  it('stays near on a slope without end', () => {
    const [a] = lowestPlace((a) => Math.log(1 + Math.exp(-a)), [0, 0], 0.1, true)
    expect(a).toBeGreaterThan(1)
    expect(a).toBeLessThan(30)
  })

  it('stays where it is when there is nothing lower, or there are no numbers', () => {
    expect(lowestPlace(() => 1, [3, 4], 1, false)).toEqual([3, 4])
    expect(lowestPlace(() => Number.NaN, [3, 4], 1, false)).toEqual([3, 4])
  })
})

describe('boxFor', () => {
  const wanted = (...points: Point[]) => ({ points, aspect: 1.3, isCurve: false, isDistance: false })

  it('holds the points with a margin, at one scale', () => {
    const { a, b } = boxFor(wanted([0, 0], [2, 1], [Number.NaN, 9], [1, Infinity]), undefined)
    expect([a[0] < 0, a[1] > 2, b[0] < 0, b[1] > 1]).toEqual([true, true, true, true])
    expect(a[1] - a[0]).toBeLessThan(4)
    expect((a[1] - a[0]) / (b[1] - b[0])).toBeCloseTo(1.3, 10)
  })

  it('has scales of their own where one would hide an axis', () => {
    const { a, b } = boxFor(wanted([0, 0], [1000, 1]), undefined)
    expect(b[1] - b[0]).toBeLessThan(2)
    expect(a[1] - a[0]).toBeGreaterThan(1000)
    const distances = boxFor({ ...wanted([0, 0], [1000, 1]), isDistance: true }, undefined)
    expect((distances.a[1] - distances.a[0]) / (distances.b[1] - distances.b[0])).toBeCloseTo(1.3, 10)
  })

  it('stays as long as everything is in it, then grows with room for more', () => {
    const first = boxFor(wanted([0, 0], [2, 1]), undefined)
    expect(boxFor(wanted([0, 0], [1.9, 1.05]), first)).toBe(first)
    const second = boxFor(wanted([0, 0], [6, 1]), first)
    expect(second.a[1]).toBeGreaterThan(7)
    expect(boxFor(wanted([0, 0], [7, 1]), second)).toBe(second)
  })

  it('is no point, though all points are one', () => {
    const { a, b } = boxFor(wanted([3, -2]), undefined)
    expect(a[1] - a[0]).toBeGreaterThan(1)
    expect(b[1] - b[0]).toBeGreaterThan(1)
  })
})
