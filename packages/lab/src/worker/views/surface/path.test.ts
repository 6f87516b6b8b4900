import { expect, it } from 'vitest'
import { drawnIterations } from './path.ts'

it('draws short paths step by step', () => {
  expect(drawnIterations(0)).toEqual([0])
  expect(drawnIterations(3)).toEqual([0, 1, 2, 3])
})

it('draws the first steps of long paths one by one, then some, and the last', () => {
  const drawn = drawnIterations(100_000)
  expect(drawn.slice(0, 300)).toEqual(Array.from({ length: 300 }, (_, k) => k))
  expect(drawn.length).toBeLessThan(620)
  expect(drawn.at(-1)).toBe(100_000)
  expect(drawn.every((k, i) => i === 0 || k > drawn[i - 1])).toBe(true)
})

it('keeps its points as the path grows, and sees steps to and fro from both sides', () => {
  const [before, after] = [drawnIterations(5000), drawnIterations(50_000)]
  const known = new Set(before)
  const common = after.slice(0, -1).filter((k) => k < 5000)
  expect(common.every((k) => known.has(k))).toBe(true)
  expect(new Set(after.slice(300, -1).map((k) => k % 2)).size).toBe(2)
})
