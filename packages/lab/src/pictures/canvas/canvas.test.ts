/** Colours of numbers, and the shapes of pictures. */
import { describe, expect, it } from 'vitest'
import { blockOf, pictureHeight, pixelsOfColours, pixelsOfImage } from '../images/paint.ts'
import { pixelsOfSteps } from './cells.ts'
import { outputNames } from './output-names.ts'
import { rgbOf } from '../colors.ts'
import { rampOf } from './palette.ts'

describe('colours', () => {
  const ramp = rampOf(rgbOf('#ff0000'), rgbOf('#ffffff'), rgbOf('#0000ff'))

  it('go from negative over nothing to positive', () => {
    expect(rgbOf('#d55e00')).toEqual([213, 94, 0])
    const pixels = pixelsOfSteps([-127, 0, 127, 64], ramp, [1, 2, 3])
    expect([...pixels.subarray(0, 12)]).toEqual([255, 0, 0, 255, 255, 255, 255, 255, 0, 0, 255, 255])
    // 64 / 127 of the way from white to blue.
    expect([...pixels.subarray(12)]).toEqual([126, 126, 255, 255])
  })

  it('have one of their own for what is no number', () => {
    expect([...pixelsOfSteps([-128], ramp, [1, 2, 3])]).toEqual([1, 2, 3, 255])
  })

  it('of images are grey, or theirs; of filters in colour, grey is nothing', () => {
    expect([...pixelsOfImage(Uint8Array.of(7, 200), 1)]).toEqual([7, 7, 7, 255, 200, 200, 200, 255])
    expect([...pixelsOfImage(Uint8Array.of(1, 2, 3), 3)]).toEqual([1, 2, 3, 255])
    expect([...pixelsOfColours(Int8Array.of(0, 127, -127))]).toEqual([128, 255, 1, 255])
  })
})

describe('parts of a picture', () => {
  it('stand in a block', () => {
    expect([blockOf(1), blockOf(3), blockOf(16)]).toEqual([{ down: 1, across: 1 }, { down: 2, across: 2 }, { down: 4, across: 4 }])
    expect(pictureHeight(90, { height: 3, width: 3, channels: 1, parts: 1 })).toBe(90)
    // Two across with a gap of 2: parts of 44, two below each other.
    expect(pictureHeight(90, { height: 3, width: 3, channels: 1, parts: 4 })).toBe(90)
    expect(pictureHeight(90, { height: 6, width: 3, channels: 1, parts: 2 })).toBe(88)
  })
})

describe('outputs', () => {
  it('are called by classes, or by what is predicted', () => {
    const target = { column: 'kind', type: 'category', task: 'classification', classes: ['A', 'B'] } as const
    expect([outputNames({ target }, 2), outputNames({ target }, 1)]).toEqual([['A', 'B'], ['kind = B']])
    expect(outputNames({ target: { column: 'y', type: 'number', task: 'regression', offset: 0 } }, 1)).toEqual(['y'])
  })
})
