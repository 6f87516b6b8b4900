import { KudariError } from 'kudari'
import { describe, expect, it } from 'vitest'
import { type PngParts, colourJpeg, colourPng, greyJpeg, greyPng, pngBytes } from '../testing/images.ts'
import { readPicture } from './picture.ts'

const read = async (bytes: Uint8Array) => {
  const { pixels, ...picture } = await readPicture(bytes, 'a.png')
  return { ...picture, pixels: [...pixels] }
}
const pixels = async (parts: PngParts) => (await read(pngBytes(parts))).pixels

describe('PNG', () => {
  it('grey and RGB are what they are', async () => {
    expect(await read(greyPng([0, 128, 255], [1, 2, 3]))).toEqual({ height: 2, width: 3, channels: 1, format: 'png', pixels: [0, 128, 255, 1, 2, 3] })
    expect(await read(colourPng([1, 2, 3, 4, 5, 6]))).toEqual({ height: 1, width: 2, channels: 3, format: 'png', pixels: [1, 2, 3, 4, 5, 6] })
  })

  it('16 bits are rounded to 8: 65535 / 257 = 255', async () => {
    // 0x0101 = 257, 0x0180 = 384 (1.49), 0x0182 = 386 (1.50), 0xffff.
    const rows = [[0x01, 0x01, 0x01, 0x80, 0x01, 0x82, 0xff, 0xff]]
    expect(await pixels({ width: 4, height: 1, depth: 16, colour: 0, rows })).toEqual([1, 1, 2, 255])
  })

  it('fewer bits are spread over 0..255, each row from a byte of its own', async () => {
    expect(await pixels({ width: 3, height: 2, depth: 1, colour: 0, rows: [[0b10100000], [0b01000000]] })).toEqual([255, 0, 255, 0, 255, 0])
    expect(await pixels({ width: 5, height: 1, depth: 2, colour: 0, rows: [[0b00011011, 0b11000000]] })).toEqual([0, 85, 170, 255, 255])
    expect(await pixels({ width: 2, height: 1, depth: 4, colour: 0, rows: [[0x0f]] })).toEqual([0, 255])
  })

  it('alpha: what is opaque stays, the rest is laid on white', async () => {
    expect(await pixels({ width: 3, height: 1, depth: 8, colour: 4, rows: [[100, 255, 100, 0, 100, 51]] })).toEqual([100, 255, 224])
    const rows = [[10, 20, 30, 255, 0, 0, 0, 128]]
    expect(await pixels({ width: 2, height: 1, depth: 8, colour: 6, rows })).toEqual([10, 20, 30, 127, 127, 127])
  })

  it('a transparent colour, and a palette with and without alpha', async () => {
    expect(await pixels({ width: 2, height: 1, depth: 8, colour: 0, rows: [[7, 8]], transparency: [0, 7] })).toEqual([255, 8])
    const rows = [[1, 2, 3, 1, 2, 4, 1, 9, 3]]
    expect(await pixels({ width: 3, height: 1, depth: 8, colour: 2, rows, transparency: [0, 1, 0, 2, 0, 3] }))
      .toEqual([255, 255, 255, 1, 2, 4, 1, 9, 3])
    const palette = [10, 20, 30, 40, 50, 60]
    expect(await read(pngBytes({ width: 3, height: 1, depth: 1, colour: 3, rows: [[0b01000000]], palette })))
      .toEqual({ height: 1, width: 3, channels: 3, format: 'png', pixels: [10, 20, 30, 40, 50, 60, 10, 20, 30] })
    expect(await pixels({ width: 2, height: 1, depth: 8, colour: 3, rows: [[0, 1]], palette, transparency: [0] })).toEqual([255, 255, 255, 40, 50, 60])
  })

  it('an RGB picture that suggests a palette is RGB', async () => {
    expect(await pixels({ width: 1, height: 1, depth: 8, colour: 2, rows: [[1, 2, 3]], palette: [9, 9, 9] })).toEqual([1, 2, 3])
  })

  it('interlaced', async () => {
    // 2 x 2: pass 1 holds (0, 0), pass 6 (0, 1), pass 7 the second row.
    const rows = [[1], [2], [3, 4]]
    expect(await pixels({ width: 2, height: 2, depth: 8, colour: 0, rows, interlaced: true })).toEqual([1, 2, 3, 4])
    await expect(pixels({ width: 2, height: 2, depth: 1, colour: 0, rows, interlaced: true })).rejects.toThrow(/interlaced with less than 8 bits/)
  })
})

describe('JPEG', () => {
  it('grey', async () => {
    expect(await read(greyJpeg(200))).toEqual({ height: 8, width: 8, channels: 1, format: 'jpeg', pixels: Array.from({ length: 64 }, () => 200) })
  })

  it('in colour, as Chromium shows it', async () => {
    const picture = await read(colourJpeg())
    expect(picture).toMatchObject({ height: 6, width: 10, channels: 3, format: 'jpeg' })
    const at = (i: number, j: number) => picture.pixels.slice(3 * (10 * i + j), 3 * (10 * i + j) + 3)
    const chromium = [[0, 0, 1, 0, 200], [0, 9, 0, 225, 155], [5, 0, 200, 0, 99], [3, 4, 119, 100, 120], [5, 9, 199, 225, 54]]
    for (const [i, j, ...expected] of chromium)
      for (const [c, value] of at(i, j).entries()) expect(Math.abs(value - expected[c]), `${i}, ${j}`).toBeLessThanOrEqual(1)
  })
})

describe('what is no picture', () => {
  const whole = {
    png: pngBytes({ width: 9, height: 5, depth: 8, colour: 2, rows: Array.from({ length: 5 }, (_, i) => Array.from({ length: 27 }, (_, j) => (i * j * 7) % 256)) }),
    jpeg: colourJpeg(),
  }
  const problem = (bytes: Uint8Array): Promise<unknown> => readPicture(bytes, 'a.png').then(() => undefined, (thrown: unknown) => thrown)

  it.each(['png', 'jpeg'] as const)('%s cut off anywhere', async (kind) => {
    for (let length = 0; length < whole[kind].length; length++) {
      const error = await problem(whole[kind].subarray(0, length))
      expect(error, `${length} bytes`).toBeInstanceOf(KudariError)
      expect((error as KudariError).message).toMatch(/^a\.png: /)
    }
  })

  it('png with a wrong byte anywhere is named, jpeg is or is read as something', async () => {
    for (const kind of ['png', 'jpeg'] as const)
      for (let at = 8; at < whole[kind].length; at++) {
        const bytes = whole[kind].slice()
        bytes[at] ^= 0x41
        const error = await problem(bytes)
        const isFine = error instanceof KudariError || (kind === 'jpeg' && error === undefined)
        expect([kind, at, isFine]).toEqual([kind, at, true])
      }
  })

  it('fewer rows than the header says', async () => {
    expect(await problem(pngBytes({ width: 2, height: 3, depth: 8, colour: 0, rows: [[1, 2], [3, 4]] }))).toBeInstanceOf(KudariError)
  })

  it('another file under the name of an image', async () => {
    expect(String(await problem(Buffer.from('GIF89a')))).toMatch(/neither a PNG nor a JPEG/)
  })
})
