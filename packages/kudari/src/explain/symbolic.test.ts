import { describe, expect, it } from 'vitest'
import { linear, logistic } from '../nn/specification.ts'
import { symbolicStep } from './symbolic.ts'

const lines = (step: ReturnType<typeof symbolicStep>) => step.numpy.map(({ name, expression }) => `${name} = ${expression}`)

describe('a step in symbols', () => {
  it("is the talk's, with M for the number of rows", () => {
    const expected = ['yp = x @ w', 'yd = yp - yt', 'L = np.mean(yd ** 2) / 2', 'w = w - alpha * (x.T @ yd) / M']
    expect(lines(symbolicStep(linear(), 1, 0))).toEqual(expected)
    // However wide the table is: a matrix of 100,003 rows and so many columns would take 80 GB.
    expect(lines(symbolicStep(linear(), 100_000, 0))).toEqual(expected)
  })

  it('of a classifier ends in the same line', () => {
    expect(lines(symbolicStep(logistic(), 2, 2)).at(-1)).toBe('w = w - alpha * (x.T @ yd) / M')
  })
})
