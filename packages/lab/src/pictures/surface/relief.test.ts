import { describe, expect, it } from 'vitest'
import { crossings, firstGaze, projection, shareAmong, turned, upright } from './relief.ts'

const screen = { width: 400, height: 320 }

describe('projection', () => {
  it('has the vertical upright, what is higher above, and what is nearer larger', () => {
    const project = projection({ yaw: 0, pitch: 0.5 }, screen)
    const [low, high] = [project([0, 0, 0]).at, project([0, 0, 1]).at]
    expect(high[0]).toBeCloseTo(low[0], 10)
    expect(high[1]).toBeLessThan(low[1])
    const width = (y: number) => project([1, y, 0]).at[0] - project([-1, y, 0]).at[0]
    expect(width(-1)).toBeGreaterThan(width(1))
    expect(project([0, -1, 0]).depth).toBeLessThan(project([0, 1, 0]).depth)
  })

  it('turns by a half to its mirror image', () => {
    const [there, back] = [projection({ yaw: 0, pitch: 0.5 }, screen), projection({ yaw: Math.PI, pitch: 0.5 }, screen)]
    expect(back([-0.4, -0.3, 0.2]).at[0]).toBeCloseTo(there([0.4, 0.3, 0.2]).at[0], 10)
  })
})

describe('the gaze', () => {
  it('has the highest corner at the back', () => {
    const grid = { columns: 2, rows: 2, heights: Float64Array.of(1, 2, 1, 0) }
    const project = projection(firstGaze(grid), screen)
    const depths = ([[1, -1], [-1, -1], [1, 1], [-1, 1]] as const).map(([x, y]) => project([x, y, 0]).depth)
    expect(Math.max(...depths)).toBe(depths[0])
  })

  it('goes around, and neither below the ground nor over the top', () => {
    expect(turned({ yaw: 0.1, pitch: 0.5 }, -0.2, 9)).toEqual({ yaw: expect.closeTo(2 * Math.PI - 0.1, 10), pitch: 1.45 })
    expect(turned({ yaw: 0, pitch: 0.5 }, 0, -9).pitch).toBe(0.12)
  })
})

describe('heights in the body', () => {
  it('are in proportion, or in powers where they span many', () => {
    expect(upright(2, 4)).toMatchObject({ isLogarithmic: false, low: 2 })
    expect(upright(2, 4).of(2.5)).toBe(0.25)
    const far = upright(0.01, 100)
    expect(far.isLogarithmic).toBe(true)
    expect(far.of(1)).toBeCloseTo(0.5, 12)
    expect(upright(3, 3).of(3)).toBe(0)
  })

  it('have their share among the levels', () => {
    expect([1, 2, 3, 6, 9].map((height) => shareAmong([2, 4, 8], 0, height))).toEqual([0.125, 0.25, 0.375, 0.625, 1])
  })
})

describe('crossings', () => {
  const along = (side: number, share: number) => side + share
  it('come in pairs, in proportion', () => {
    expect(crossings([0, 4, 4, 0], 1, along)).toEqual([0.25, 2.75])
    expect(crossings([0, 4, 0, 4], 2, along)).toHaveLength(4)
    expect(crossings([1, 2, 3, 4], 9, along)).toEqual([])
  })
})
