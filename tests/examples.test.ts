import { readFileSync } from 'node:fs'
import { applyPipeline, encodeTarget, fitPipeline, typeTable } from 'kudari'
import { describe, expect, it } from 'vitest'
import { exampleFiles, salesByRule, salesRule } from '../scripts/make-examples.ts'

const files = exampleFiles()

describe('examples/', () => {
  it.each(Object.keys(files))('%s is what scripts/make-examples.ts makes', (name) => {
    expect(readFileSync(new URL(`../examples/${name}`, import.meta.url), 'utf8')).toBe(files[name])
  })

  it("body.csv holds the talk's five rows", () => {
    expect(files['body.csv']).toBe('height,weight\n166,58.7\n176,75.7\n171,62.1\n173,70.4\n169,60.1\n')
  })
})

describe('sales.csv', () => {
  const [names, ...rows] = files['sales.csv'].trim().split('\n').map((line) => line.split(','))
  const columns = names.map((_, j) => rows.map((row) => row[j]))
  const table = typeTable({ names, columns, rows: rows.length, source: 'sales.csv' })

  it("has the talk's two days on its rule", () => {
    expect(salesByRule('snow', 3, 'Monday')).toBe(10_000)
    expect(salesByRule('fine', 20, 'Sunday')).toBe(200_000)
  })

  it('is the rule of examples/README.md plus noise', () => {
    const pipeline = fitPipeline(table, { target: 'sales', scale: 'none' })
    const { x } = applyPipeline(pipeline, table)
    const { y } = encodeTarget(pipeline, table)
    const { weather, day } = salesRule
    const ofWeather = [weather.cloudy, weather.fine, weather.rain, weather.snow]
    const ofDay = [day.Friday, day.Monday, day.Saturday, day.Sunday, day.Thursday, day.Tuesday, day.Wednesday]
    const weights = [...ofWeather, salesRule.perDegree, ...ofDay]
    const noise = Array.from(y.data, (sales, row) =>
      weights.reduce((rest, weight, j) => rest - weight * x.data[row * weights.length + j], sales - salesRule.base),
    )
    const mean = noise.reduce((sum, each) => sum + each, 0) / rows.length
    const deviation = Math.sqrt(noise.reduce((sum, each) => sum + (each - mean) ** 2, 0) / rows.length)
    expect(x.shape).toEqual([365, 12])
    expect(Math.abs(mean)).toBeLessThan(300)
    expect(Math.abs(deviation - salesRule.noise)).toBeLessThan(200)
    expect(Math.min(...y.data)).toBeGreaterThan(0)
  })
})
