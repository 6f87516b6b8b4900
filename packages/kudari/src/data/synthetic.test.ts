import { describe, expect, it } from 'vitest'
import type { Tensor } from '../tensor/tensor.ts'
import { makeBlobs, makeCircles, makeMoons, makePolynomial, makeSpiral, makeXor } from './synthetic.ts'

const pointsOf = (x: Tensor): [number, number][] =>
  Array.from({ length: x.shape[0] }, (_, i) => [x.data[2 * i], x.data[2 * i + 1]])

const near = (points: readonly (readonly number[])[]) =>
  points.map((point) => point.map((value): unknown => expect.closeTo(value, 14)))

describe('without noise the points lie where scikit-learn puts them', () => {
  it('moons', () => {
    // make_moons(6, shuffle=False) of scikit-learn 1.9
    const { x, y } = makeMoons({ rows: 6, seed: 0 })
    const points = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, 0.5],
      [1, -0.5],
      [2, 0.5],
    ]
    expect(pointsOf(x)).toEqual(near(points))
    expect(y.toArray()).toEqual([0, 0, 0, 1, 1, 1])
  })

  it('circles', () => {
    // make_circles(8, shuffle=False, factor=0.5)
    const circle = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ]
    const { x } = makeCircles({ rows: 8, seed: 0, factor: 0.5 })
    expect(pointsOf(x)).toEqual(near([...circle, ...circle.map(([a, b]) => [a / 2, b / 2])]))
  })
})

describe('spiral', () => {
  it('turns outward, the arms opposite each other', () => {
    const { x, y } = makeSpiral({ rows: 200, seed: 0 })
    const points = pointsOf(x)
    for (let i = 0; i < 100; i++) {
      expect(Math.hypot(...points[i])).toBeCloseTo(i / 100, 14)
      expect(points[100 + i][0]).toBeCloseTo(-points[i][0], 14)
    }
    expect(new Set(y.data)).toEqual(new Set([0, 1]))
  })
})

describe('xor', () => {
  it('is class 1 where exactly one coordinate is positive', () => {
    const { x, y } = makeXor({ rows: 101, seed: 5 })
    expect(pointsOf(x).map(([a, b]) => Number(a > 0 !== b > 0))).toEqual(y.toArray())
    expect(y.data.filter((label) => label === 0).length).toBe(51)
  })
})

describe('blobs', () => {
  it('scatter around their centres as the noise says', () => {
    const exact = makeBlobs({ rows: 3000, seed: 1, noise: 0 })
    const { x } = makeBlobs({ rows: 3000, seed: 1, noise: 2 })
    const squares = Array.from(x.data, (value, i) => (value - exact.x.data[i]) ** 2)
    expect(Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / x.size)).toBeCloseTo(2, 1)
    expect(new Set(exact.x.data).size).toBe(6)
  })
})

describe('polynomial', () => {
  it('follows its coefficients', () => {
    const { x, y } = makePolynomial({ rows: 20, seed: 2, coefficients: [1, 0, -2] })
    x.data.forEach((value, i) => expect(y.data[i]).toBeCloseTo(1 - 2 * value ** 2, 14))
  })
})

describe('every set', () => {
  it.each([
    ['moons', makeMoons],
    ['circles', makeCircles],
    ['blobs', makeBlobs],
    ['xor', makeXor],
    ['spiral', makeSpiral],
  ])('%s is decided by its seed', (_, make) => {
    const options = { rows: 50, noise: 0.1 }
    expect(make({ ...options, seed: 1 })).toEqual(make({ ...options, seed: 1 }))
    expect(make({ ...options, seed: 1 }).x.data).not.toEqual(make({ ...options, seed: 2 }).x.data)
  })
})
