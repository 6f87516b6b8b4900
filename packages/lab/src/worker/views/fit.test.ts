import { describe, expect, it } from 'vitest'
import { body, momentOf, lastMoment, tableOf, talk } from '../testing/moments.ts'
import { fit } from './fit.ts'

const request = { axes: [], isFine: false }
/** The curve's value at x, which must lie on the grid. */
const at = ({ grid: [{ first, step }], values: [curve] }: ReturnType<typeof fit>, x: number): number => {
  const i = (x - first) / step
  const [left, right] = [Math.floor(i), Math.ceil(i)]
  return curve[left] + (i - left) * ((curve[right] ?? curve[left]) - curve[left])
}

describe('the fit of the talk', () => {
  it('begins with the line of w = (2, -1) on centred data', () => {
    const seen = fit(momentOf(body, talk), request)
    // yp = 2 - (x - 171), and 65.4 is the mean weight (slide 5).
    expect(at(seen, 171)).toBeCloseTo(65.4 + 2, 10)
    expect(at(seen, 176)).toBeCloseTo(65.4 + 2 - 5, 10)
    expect([...seen.train.axes[0]]).toEqual([166, 176, 171, 173, 169])
    expect([...seen.train.truth].map((value) => value.toFixed(6))).toEqual(['58.700000', '75.700000', '62.100000', '70.400000', '60.100000'])
    expect(seen.train.predicted[0]).toBeCloseTo(65.4 + 2 + 5, 10)
    expect(seen.held).toEqual([])
    expect(seen.axes).toEqual([{ column: 'height', kind: 'number', low: 165.2, high: 176.8 }])
  })

  it('ends with the line of slide 19', async () => {
    const seen = fit(await lastMoment(body, talk), request)
    expect(at(seen, 171)).toBeCloseTo(65.4 + 0.267959, 5)
    expect(at(seen, 175) - at(seen, 174)).toBeCloseTo(1.82069, 5)
  })

  it('keeps the axis of the target as the line moves', async () => {
    const { range } = fit(await lastMoment(body, talk), request)
    expect(range).toEqual(fit(momentOf(body, talk), request).range)
    expect(range![0]).toBeLessThan(58.7)
    expect(range![1]).toBeGreaterThan(75.7)
  })

  it('does not follow a first line that is far away', () => {
    const { range } = fit(momentOf(body, { ...talk, initial: [1e6, 0] }), request)
    expect(range![1]).toBeLessThan(75.7 + 17 * 1.2)
  })
})

/** Two classes apart in `b`, less so in `a`, not at all in `c`; k says the same as the class. */
const many = tableOf({
  a: [1, 2, 3, 4, 5, 6, 7, 8],
  b: [0, 0, 1, 0, 9, 9, 8, 9],
  c: [1, -1, 1, -1, 1, -1, 1, -1],
  k: ['x', 'x', 'x', 'y', 'z', 'z', 'z', 'z'],
  class: ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'B'],
})
const classify = { target: 'class', validation: 0, iterations: 50, learningRate: 1 }

describe('the fit along some of many inputs', () => {
  it('takes the two that tell most, and holds the others at the mean or the most frequent', () => {
    const seen = fit(momentOf(many, classify), request)
    expect(seen.axes.map(({ column }) => column)).toEqual(['a', 'b'])
    expect(seen.choices).toEqual(['a', 'b', 'c'])
    expect(seen.held).toEqual([{ column: 'c', kind: 'number', value: 0 }, { column: 'k', kind: 'category', value: 'z' }])
  })

  it('asks the model on a grid that goes a step beyond the axes', async () => {
    const seen = fit(await lastMoment(many, classify), request)
    const [x, y] = seen.grid
    expect([x.count, y.count]).toEqual([43, 43])
    const { low, high } = seen.axes[0] as { low: number; high: number }
    expect(x.first + x.step).toBeCloseTo(low, 10)
    expect(x.first + x.step * 41).toBeCloseTo(high, 10)
    // The model is logistic: the second class where a and b are large.
    const [p] = seen.values
    expect(p).toHaveLength(43 * 43)
    expect(p[0]).toBeLessThan(0.5)
    expect(p.at(-1)).toBeGreaterThan(0.5)
    expect([...seen.train.predicted]).toEqual([...seen.train.truth])
    expect(fit(momentOf(many, classify), { ...request, isFine: true }).grid[0].count).toBe(103)
  })

  it('takes the axes that are asked for, in their order, and passes over names that there are not', () => {
    const axes = (names: string[]) => fit(momentOf(many, classify), { axes: names, isFine: false }).axes.map(({ column }) => column)
    expect(axes(['c', 'a'])).toEqual(['c', 'a'])
    expect(axes(['c'])).toEqual(['c'])
    expect(axes(['other', 'b'])).toEqual(['b'])
    expect(axes(['k'])).toEqual(['a', 'b'])
  })

  it('has the probabilities of three classes', () => {
    const three = tableOf({ a: [1, 2, 3, 4, 5, 6], class: ['A', 'A', 'B', 'B', 'C', 'C'] })
    const seen = fit(momentOf(three, { target: 'class', validation: 0 }), request)
    expect(seen.values).toHaveLength(3)
    expect(seen.values[2][60]).toBeCloseTo(1 / 3, 12)
    expect(seen.range).toBeUndefined()
  })
})

describe('the fit of categories', () => {
  const shops = tableOf({ day: ['mon', 'sun', 'mon', 'tue', 'sun'], sales: [1, 9, 3, 5, 11] })

  it('has an answer for each, the mean of its rows in the end', async () => {
    const seen = fit(await lastMoment(shops, { target: 'sales', learningRate: 0.5, iterations: 3000 }), request)
    expect(seen.axes).toEqual([{ column: 'day', kind: 'category', categories: ['mon', 'sun', 'tue'] }])
    expect([...seen.train.axes[0]]).toEqual([0, 1, 0, 2, 1])
    expect(seen.values[0].map((value) => Math.round(value * 1e6) / 1e6)).toEqual(Float64Array.of(2, 10, 5))
  })

  it('knows the first of two, which has no column of its own', () => {
    const two = tableOf({ day: ['mon', 'sun', 'mon'], sales: [1, 9, 3] })
    expect([...fit(momentOf(two, { target: 'sales' }), request).train.axes[0]]).toEqual([0, 1, 0])
  })
})
