import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { pngUri } from './png.ts'

describe('a picture in a data URI', () => {
  it.each([
    ['grey', 1, [0, 64, 128, 255, 7, 9]],
    ['colours', 3, Array.from({ length: 18 }, (_, i) => i * 13)],
    ['colours with opacity', 4, Array.from({ length: 24 }, (_, i) => i * 10)],
  ])('of %s is a PNG with the same bytes', (_, channels, pixels) => {
    const [head, text] = pngUri({ width: 3, height: 2, channels, pixels }).split(',')
    expect(head).toBe('data:image/png;base64')
    const png = decode(Buffer.from(text, 'base64'))
    expect([png.width, png.height, png.channels, png.depth]).toEqual([3, 2, channels, 8])
    expect([...png.data]).toEqual(pixels)
  })
})
