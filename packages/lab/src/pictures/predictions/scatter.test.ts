import { describe, expect, it } from 'vitest'
import { cornersOf } from './corners.ts'
import { countOutside, rangeOf } from './range.ts'

describe('the axes of predicted against true', () => {
  const pairs = { train: { truth: Float64Array.of(0, 10), predicted: Float64Array.of(-4, 1e9) }, validation: { truth: Float64Array.of(5), predicted: Float64Array.of(Number.NaN) } }

  it('hold the truth and what is predicted near it', () => expect(rangeOf(pairs)).toEqual([-4.4, 10.4]))

  it('count what lies outside, and what is no number', () => expect(countOutside(pairs, rangeOf(pairs))).toBe(2))
})

it('draws a ROC curve by its corners', () =>
  expect(cornersOf({ falseAlarms: Float64Array.of(0, 0, 0, 0.5, 1), hits: Float64Array.of(0, 0.5, 1, 1, 1) })).toEqual([{ x: 0, y: 0 }, { x: 0, y: 1 }, { x: 1, y: 1 }]))
