import { describe, expect, it } from 'vitest'
import { KudariError } from '../messages/error.ts'
import { Tensor } from '../tensor/tensor.ts'
import { tensor } from '../tensor/create.ts'
import { type Augmentation, augmentImages, checkAugmentation } from './augmentation.ts'
import { parseAugmentation, formatAugmentation } from './augmentation-text.ts'

const image = { height: 5, width: 5, channels: 1 }

/** So many images, black but for the pixel in the middle. */
function dots(rows: number, before: readonly number[] = []): Tensor {
  const columns = before.length + 25
  const data = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    data.set(before, row * columns)
    data[row * columns + before.length + 12] = 1
  }
  return new Tensor({ shape: [rows, columns], dtype: 'float32' }, data)
}

/** How often the dot is where, by row and column. */
function places(x: Tensor): Map<string, number> {
  const counts = new Map<string, number>()
  for (let start = 0; start < x.size; start += 25) {
    const at = x.data.subarray(start, start + 25).indexOf(1)
    const place = `${Math.floor(at / 5) - 2} ${(at % 5) - 2}`
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

describe('augmented images', () => {
  it('are shifted by each whole number of pixels equally often, in each direction', () => {
    const rows = 90_000
    const counts = places(augmentImages(dots(rows), image, { shift: 1 }, 3, 0))
    expect([...counts.keys()].sort()).toEqual(['-1 -1', '-1 0', '-1 1', '0 -1', '0 0', '0 1', '1 -1', '1 0', '1 1'])
    // Of nine places each gets 10,000 with a standard deviation of 94.
    for (const count of counts.values()) expect(Math.abs(count - rows / 9)).toBeLessThan(4 * 94.3)
  })

  it('are mirrored half of the time', () => {
    const x = tensor(Array.from({ length: 10_000 }, () => [1, 2, 3]), { dtype: 'float32' })
    const { data } = augmentImages(x, { height: 1, width: 3, channels: 1 }, { flip: true }, 5, 2)
    const images = Array.from({ length: 10_000 }, (_, i) => data.slice(3 * i, 3 * i + 3).join(' '))
    expect(new Set(images)).toEqual(new Set(['1 2 3', '3 2 1']))
    expect(Math.abs(images.filter((text) => text === '3 2 1').length - 5000)).toBeLessThan(4 * 50)
  })

  it('are turned by every angle up to the largest, either way', () => {
    // A dot two columns right of the centre: where its mass is tells the angle.
    const rows = 4000
    const data = new Float64Array(rows * 25)
    for (let row = 0; row < rows; row++) data[row * 25 + 14] = 1
    const turned = augmentImages(new Tensor({ shape: [rows, 25], dtype: 'float64' }, data), image, { rotate: 20 }, 1, 0)
    const heights = Array.from({ length: rows }, (_, row) => {
      const own = Array.from(turned.data.subarray(row * 25, (row + 1) * 25))
      const mass = own.reduce((a, b) => a + b, 0)
      return own.reduce((sum, value, i) => sum + value * (2 - Math.floor(i / 5)), 0) / mass
    })
    const [lowest, highest] = [Math.min(...heights), Math.max(...heights)]
    expect(lowest).toBeCloseTo(-highest, 1)
    expect(highest).toBeGreaterThan(0.5)
    expect(highest).toBeLessThan(1)
    expect(Math.abs(heights.filter((height) => height > 0).length - rows / 2)).toBeLessThan(4 * 31.6)
  })

  const all: Augmentation = { shift: 2, rotate: 15, flip: true }

  it('have the same bits for the same seed and epoch, and others for others', () => {
    const x = dots(50)
    const [one, again] = [augmentImages(x, image, all, 42, 3), augmentImages(x, image, all, 42, 3)]
    expect(again.data).toEqual(one.data)
    for (const [seed, epoch] of [[42, 4], [43, 3], [42, 0]]) expect(augmentImages(x, image, all, seed, epoch).data).not.toEqual(one.data)
    expect(x.data).toEqual(dots(50).data)
  })

  it('are the same in float32 as in float64, but for the rounding', () => {
    const x = dots(50)
    const wide = new Tensor({ shape: x.shape, dtype: 'float64' }, Float64Array.from(x.data))
    expect(augmentImages(x, image, all, 1, 0).data).toEqual(Float32Array.from(augmentImages(wide, image, all, 1, 0).data))
  })

  it('have the bits that the same arithmetic gives in Python', () => {
    const { data } = augmentImages(dots(200), image, all, 7, 1)
    let hash = 0
    for (const bits of new Int32Array(data.buffer)) hash = (Math.imul(hash, 31) + bits) | 0
    expect(hash).toBe(1769786209)
  })

  it('leave the dummy column as it is', () => {
    const [plain, withOnes] = [augmentImages(dots(20), image, all, 1, 0), augmentImages(dots(20, [1]), image, all, 1, 0)]
    for (let row = 0; row < 20; row++)
      expect(Array.from(withOnes.data.subarray(26 * row, 26 * (row + 1)))).toEqual([1, ...plain.data.subarray(25 * row, 25 * (row + 1))])
  })

  it('are of no rows where there are none', () => {
    expect(augmentImages(dots(0), image, all, 1, 0).shape).toEqual([0, 25])
  })

  it('must be images', () => {
    expect(() => augmentImages(dots(2, [1, 2]), image, all, 1, 0)).toThrow(
      'the rows are no images of 5 x 5: those have 25 columns, one for each pixel and channel, but there are 27',
    )
  })
})

describe('augmentation as text', () => {
  it.each([
    ['shift:2,rotate:10,flip', { shift: 2, rotate: 10, flip: true }],
    ['shift:1', { shift: 1 }],
    ['rotate:7.5,flip', { rotate: 7.5, flip: true }],
    ['flip', { flip: true }],
  ])('%s', (text, augmentation) => {
    expect(parseAugmentation(text)).toEqual(augmentation)
    expect(formatAugmentation(augmentation)).toBe(text)
  })

  it('may come in another order, with spaces', () => {
    expect(parseAugmentation('flip, shift:3')).toEqual({ shift: 3, flip: true })
  })

  it.each([
    ['shft:2', 'augmentation "shft:2": "shft:2" has no place there; did you mean "shift"?; write', 'データ拡張 "shft:2": "shft:2" はここには書けません。"shift" のことでしょうか。'],
    ['', 'augmentation "": "" has no place there', 'データ拡張 "": "" はここには書けません。shift:PIXELS,rotate:DEGREES,flip と書いてください（例: shift:2,rotate:10,flip）'],
    ['shift:2,shift:3', '"shift:3" has no place there', '"shift:3" はここには書けません'],
    ['shift:2:3', '"shift:2:3" has no place there', '"shift:2:3" はここには書けません'],
    ['flip:1', '"flip:1" has no place there', '"flip:1" はここには書けません'],
    ['shift', 'augmentation: shift must be 1, 2, 3, ..., but is missing', 'データ拡張: shift には 1, 2, 3, ... が必要ですが、ありません'],
    ['shift:1.5', 'augmentation: shift must be 1, 2, 3, ..., but is "1.5"', 'データ拡張: shift には 1, 2, 3, ... が必要ですが、"1.5" です'],
    ['rotate:181', 'augmentation: rotate must be > 0, <= 180, but is "181"', 'データ拡張: rotate には > 0, <= 180 が必要ですが、"181" です'],
    ['rotate:ten', 'augmentation: rotate must be > 0, <= 180, but is "ten"', '"ten" です'],
  ])('%s is refused', (text, en, ja) => {
    const error = refusal(() => parseAugmentation(text))
    expect([error.kind, error.message, error.in('ja')]).toEqual(['usage', expect.stringContaining(en), expect.stringContaining(ja)])
  })
})

describe('augmentation for images of a size', () => {
  it.each([
    [{ shift: 5 }, 'a shift by 5 pixels moves images of 5 x 5 out of sight; at most 4 leave something to see'],
    [{ shift: 0 }, 'augmentation: shift must be 1, 2, 3, ..., but is 0'],
    [{ rotate: NaN }, 'augmentation: rotate must be > 0, <= 180, but is NaN'],
  ])('%j is refused', (augmentation, expected) => {
    expect(() => checkAugmentation(augmentation, image)).toThrow(expected)
  })

  it('may shift until one row of pixels is left', () => {
    expect(() => checkAugmentation({ shift: 4, rotate: 180, flip: false }, image)).not.toThrow()
  })
})

function refusal(act: () => unknown): KudariError {
  try {
    act()
  } catch (error) {
    if (error instanceof KudariError) return error
    throw error
  }
  throw new Error('it was not refused')
}
