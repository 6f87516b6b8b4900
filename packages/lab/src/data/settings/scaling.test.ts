import { formatNumber } from 'kudari'
import { describe, expect, it } from 'vitest'
import { fitOfScaling, scaledText, scalingOf, scalings } from './scaling.ts'

describe('scaling', () => {
  it('is the same on the way to the library and back', () => {
    for (const scaling of scalings) {
      const { center, scale } = fitOfScaling(scaling)
      // As `planFit` settles it: without a scale, but with `center`, nothing is scaled.
      expect(scalingOf({ scale: scale ?? (center ? 'none' : 'standard'), fit: center ? { center } : {} })).toBe(scaling)
    }
  })

  it.each([
    [{ offset: 171, divisor: 1 }, 'x = height − 171'],
    [{ offset: -3, divisor: 1 }, 'x = height + 3'],
    [{ offset: 0, divisor: 255 }, 'x = height / 255'],
    [{ offset: 171, divisor: 3.40588 }, 'x = (height − 171) / 3.406'],
    [{ offset: 0, divisor: 1 }, 'x = height'],
  ])('%j is written %j', (column, text) => expect(scaledText('x', 'height', column, (value) => formatNumber(value, 4))).toBe(text))
})
