import { describe, expect, it } from 'vitest'
import { shapes } from '../../samples/made.ts'
import { thumbnail } from './thumbnail.ts'

describe('thumbnail', () => {
  it.each(shapes)('of %s lies within its stamp, and shows its classes', (shape) => {
    const dots = thumbnail(shape)
    expect(dots).toHaveLength(54)
    for (const { x, y } of dots) {
      expect(x).toBeGreaterThanOrEqual(0.08)
      expect(x).toBeLessThanOrEqual(0.92)
      expect(y).toBeGreaterThanOrEqual(0.08 - 1e-12)
      expect(y).toBeLessThanOrEqual(0.92 + 1e-12)
    }
    expect(new Set(dots.map(({ label }) => label)).size).toBe(shape === 'line' || shape === 'curve' ? 1 : shape === 'blobs' ? 3 : 2)
  })

  it('has up at the top', () => {
    const dots = thumbnail('line').toSorted((a, b) => a.x - b.x)
    expect(dots[0].y).toBeGreaterThan(dots.at(-1)!.y)
  })
})
