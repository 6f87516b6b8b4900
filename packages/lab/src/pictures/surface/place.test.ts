import { expect, it } from 'vitest'
import { fromScreen, hasSameScale, isInside, shifted, toScreen, zoomed } from './place.ts'

const place = { left: 50, top: 20, width: 260, height: 200, box: { a: [-1, 1], b: [0, 10] } } as const

it('goes to the screen and back, upwards being up', () => {
  expect(toScreen(place, [-1, 0])).toEqual([50, 220])
  expect(toScreen(place, [1, 10])).toEqual([310, 20])
  const [a, b] = fromScreen(place, toScreen(place, [0.3, 7]))
  expect(a).toBeCloseTo(0.3, 12)
  expect(b).toBeCloseTo(7, 12)
})

it('knows what is inside', () => {
  expect(isInside(place, [60, 30])).toBe(true)
  expect(isInside(place, [60, 30], 15)).toBe(false)
})

it('zooms around a point that stays, and shifts', () => {
  expect(zoomed(place.box, [0.5, 5], 0.5)).toEqual({ a: [-0.25, 0.75], b: [2.5, 7.5] })
  expect(shifted(place.box, [1, -1])).toEqual({ a: [0, 2], b: [-1, 9] })
})

it('sees whether both axes have one scale', () => {
  expect(hasSameScale(place.box)).toBe(false)
  expect(hasSameScale({ a: [0, 13], b: [5, 15] })).toBe(true)
})
