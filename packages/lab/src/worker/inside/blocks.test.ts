/** Means of blocks, worked out by hand. */
import { describe, expect, it } from 'vitest'
import { blockMeans } from './blocks.ts'

describe('blocks of a matrix', () => {
  it('are its numbers where there are few', () => {
    expect(blockMeans([1, 2, 3, 4, 5, 6], 2, 3, 100)).toEqual({ height: 2, width: 3, rowsPerCell: 1, columnsPerCell: 1, cells: Float32Array.of(1, 2, 3, 4, 5, 6) })
  })

  it('are means, also of the smaller ones at the edges', () => {
    // Rows 0 1 | 2, columns 0 1 | 2 of 3 x 3.
    const found = blockMeans([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 3, 4)
    expect(found).toEqual({ height: 2, width: 2, rowsPerCell: 2, columnsPerCell: 2, cells: Float32Array.of(3, 4.5, 7.5, 9) })
  })

  it('are at most 128 to a side, and as many as there may be', () => {
    const ones = new Float32Array(784 * 300).fill(1)
    const whole = blockMeans(ones, 784, 300, 1e6)
    expect([whole.height, whole.width, whole.rowsPerCell, whole.columnsPerCell]).toEqual([112, 100, 7, 3])
    const few = blockMeans(ones, 784, 300, 2000)
    expect(few.height * few.width).toBeLessThanOrEqual(2000)
    expect(few.cells.every((value) => value === 1)).toBe(true)
  })

  it('leave a column as it is', () => {
    expect(blockMeans(new Float32Array(785), 785, 1, 16_384)).toMatchObject({ height: 785, rowsPerCell: 1 })
  })

  it('show a number that is not finite', () => {
    expect(blockMeans([1, NaN, 1, 1], 2, 2, 100).cells[1]).toBeNaN()
  })
})
