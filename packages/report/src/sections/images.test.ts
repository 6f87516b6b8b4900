import { describe, expect, it } from 'vitest'
import { gallery, largestShown, mistakeGallery, weightGallery, weightPixels } from './images.ts'

const picture = { height: 2, width: 2, channels: 1, pixels: [0, 255, 128, 1] }
const count = (text: string, part: string): number => text.split(part).length - 1

describe('a gallery', () => {
  it('shows every image with its label, in both languages, and tells of all pixels in one line', () => {
    const preparation = { en: 'divided by 255', ja: ' 255 で割ります' }
    const { text } = gallery({ height: 28, width: 28, channels: 1, preparation, samples: [{ picture, label: '7' }, { picture, label: '<b>' }] })
    expect(count(text, '<img ')).toBe(2)
    expect(text).toContain('Each row is an image of 28 × 28: 784 pixels, divided by 255.')
    expect(text).toContain('ピクセルの値は 255 で割ります。')
    expect(text).toMatch(/A training image of “\u20687\u2069”/)
    expect(text).not.toContain('<b>')
  })
})

describe('mistaken images', () => {
  it('have the classes and what the model gave to them', () => {
    const worst = [{ picture, truth: '4', predicted: '9', probability: 0.998, truthProbability: 0.001 }]
    const { text } = mistakeGallery({ count: 77, rows: 2000, worst })
    expect(text).toContain('77 of 2,000 images were mistaken. These 1 are')
    expect(text).toContain('99.8%')
    expect(text).toContain('予測')
  })

  it('may be all of them, or none', () => {
    expect(mistakeGallery({ count: 1, rows: 9, worst: [{ picture, truth: 'a', predicted: 'b', probability: 0.6, truthProbability: 0.4 }] }).text)
      .not.toContain('the surest')
    expect(mistakeGallery({ count: 0, rows: 9, worst: [] }).text).toContain('間違えた画像はありませんでした')
  })
})

describe('weights as pictures', () => {
  it('are blue above 0, orange below, and the page at 0', () => {
    const pixels = weightPixels([1, -0.5, 0, 9], 1)
    expect([3, 7, 11, 15].map((i) => pixels[i])).toEqual([255, 128, 0, 255])
    expect(pixels[2]).toBeGreaterThan(pixels[0])
    expect(pixels[4]).toBeGreaterThan(pixels[6])
    expect(weightPixels([0], 0)[3]).toBe(0)
  })

  it('are as strong as all but a few of them', () => {
    expect(largestShown([...Array.from({ length: 999 }, (_, i) => (i % 2 === 0 ? 1 : -1)), 1e6])).toBe(1)
    expect(largestShown([NaN, 2])).toBe(2)
    expect(largestShown([])).toBe(0)
  })

  it('say how many there are', () => {
    const weights = { label: '3', height: 1, width: 2, weights: [1, -1] }
    expect(weightGallery({ of: 'unit', count: 128, channels: 3, pictures: [weights] }).text).toContain('These 1 of 128 have the largest weights. A pixel is the mean of its 3 channels.')
    expect(weightGallery({ of: 'filter', count: 1, channels: 1, pictures: [weights] }).text).not.toContain('largest weights')
  })
})
