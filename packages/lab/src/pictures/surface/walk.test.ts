import { expect, it } from 'vitest'
import { enlargement, walkedPoints } from './walk.ts'

const place = { left: 0, top: 0, width: 130, height: 100, box: { a: [0, 13], b: [0, 10] } } as const

it('draws short steps 30 pixels long, and tells by how much', () => {
  expect(enlargement(place, { point: [1, 1], step: [0.3, 0.4] })).toBeCloseTo(6, 10)
  expect(enlargement(place, { point: [1, 1], step: [3, 4] })).toBe(1)
  expect(enlargement(place, { point: [1, 1], step: [0, 0] })).toBe(1)
})

it('knows which points lie behind a moment', () => {
  const path = { iterations: [0, 1, 2, 5, 9], points: new Float64Array(10) }
  expect([0, 1, 4, 9].map((iteration) => walkedPoints(path, iteration))).toEqual([1, 2, 3, 5])
})
