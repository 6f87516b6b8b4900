import { describe, expect, it } from 'vitest'
import { type Motion, imageMover, turn } from './move-image.ts'
import type { ImageSize } from './images.ts'

const still: Motion = { down: 0, right: 0, degrees: 0, isMirrored: false }

/** An image as rows of numbers, moved; the memory around it must stay as it is. */
function moved(rows: readonly (readonly number[])[], motion: Partial<Motion>, channels = 1): number[][] {
  const image: ImageSize = { height: rows.length, width: rows[0].length / channels, channels }
  const from = Float64Array.of(-1, ...rows.flat(), -1)
  const to = new Float64Array(from.length).fill(-2)
  imageMover(image)(from, to, 1, { ...still, ...motion })
  expect([to[0], to.at(-1)]).toEqual([-2, -2])
  return rows.map((row, i) => Array.from(to.subarray(1 + i * row.length, 1 + (i + 1) * row.length)))
}

const image = [
  [1, 2, 3],
  [4, 5, 6],
]

describe('shifting', () => {
  it.each([
    [{}, [[1, 2, 3], [4, 5, 6]]],
    [{ right: 1 }, [[0, 1, 2], [0, 4, 5]]],
    [{ right: -1 }, [[2, 3, 0], [5, 6, 0]]],
    [{ down: 1 }, [[0, 0, 0], [1, 2, 3]]],
    [{ down: -1 }, [[4, 5, 6], [0, 0, 0]]],
    [{ down: 1, right: -2 }, [[0, 0, 0], [3, 0, 0]]],
    [{ isMirrored: true }, [[3, 2, 1], [6, 5, 4]]],
    [{ isMirrored: true, right: 1 }, [[0, 3, 2], [0, 6, 5]]],
    [{ isMirrored: true, right: -1, down: -1 }, [[5, 4, 0], [0, 0, 0]]],
  ])('%j', (motion, expected) => {
    expect(moved(image, motion)).toEqual(expected)
  })

  it('moves the channels of a pixel together', () => {
    const colours = [[1, 10, 2, 20, 3, 30]]
    expect(moved(colours, { right: 1 }, 2)).toEqual([[0, 0, 1, 10, 2, 20]])
    expect(moved(colours, { isMirrored: true }, 2)).toEqual([[3, 30, 2, 20, 1, 10]])
    expect(moved(colours, { isMirrored: true, right: 1 }, 2)).toEqual([[0, 0, 3, 30, 2, 20]])
  })
})

describe('turning', () => {
  const square = [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]

  it.each([
    // Counterclockwise: what is on the right goes up.
    [{ degrees: 90 }, [[3, 6, 9], [2, 5, 8], [1, 4, 7]]],
    [{ degrees: -90 }, [[7, 4, 1], [8, 5, 2], [9, 6, 3]]],
    [{ degrees: 180 }, [[9, 8, 7], [6, 5, 4], [3, 2, 1]]],
    // Mirrored first: 3 2 1 / 6 5 4 / 9 8 7, then turned.
    [{ degrees: 90, isMirrored: true }, [[1, 4, 7], [2, 5, 8], [3, 6, 9]]],
    // Turned first, then shifted.
    [{ degrees: 90, down: 1, right: -1 }, [[0, 0, 0], [6, 9, 0], [5, 8, 0]]],
    [{ degrees: 360 }, square],
  ])('%j by quarter turns is exact', (motion, expected) => {
    expect(moved(square, motion)).toEqual(expected)
  })

  it('turns an even number of pixels about the corner in their middle', () => {
    expect(moved([[1, 2], [3, 4]], { degrees: 90 })).toEqual([[2, 4], [1, 3]])
  })

  it('takes a point between four pixels in shares of how near they are', () => {
    // At 45 degrees the pixel above the centre was at (1 + s, 1 - s), s = sqrt(1/2), counted from the left and the top.
    const s = Math.SQRT1_2
    const [row] = moved(square, { degrees: 45 })
    expect(row[1]).toBeCloseTo((1 - s) * (1 - s) * 5 + s * (1 - s) * 6 + s * (1 - s) * 2 + s * s * 3, 12)
    // The corner at the top left was at (1, 1 - sqrt(2)), beyond the edge: between 2 and black.
    expect(row[0]).toBeCloseTo((2 - Math.SQRT2) * 2, 12)
  })

  it('turns every channel', () => {
    const colours = square.map((row) => row.flatMap((value) => [value, 10 * value]))
    const [grey, both] = [moved(square, { degrees: 30, right: 1, isMirrored: true }), moved(colours, { degrees: 30, right: 1, isMirrored: true }, 2)]
    for (const [i, row] of both.entries()) {
      expect(row.filter((_, j) => j % 2 === 0)).toEqual(grey[i])
      for (const [j, value] of grey[i].entries()) expect(row[2 * j + 1]).toBeCloseTo(10 * value, 12)
    }
  })
})

describe('cosine and sine', () => {
  it('are near those of the engine, and exact for quarter turns', () => {
    for (let degrees = -400; degrees <= 400; degrees += 0.37) {
      const { cosine, sine } = turn(degrees)
      expect(Math.abs(cosine - Math.cos((degrees / 180) * Math.PI))).toBeLessThan(2e-15)
      expect(Math.abs(sine - Math.sin((degrees / 180) * Math.PI))).toBeLessThan(2e-15)
    }
    expect([0, 90, 180, -90].map((degrees) => turn(degrees).cosine + 0)).toEqual([1, 0, -1, 0])
    expect([0, 90, 180, -90].map((degrees) => turn(degrees).sine + 0)).toEqual([0, 1, 0, -1])
  })
})
