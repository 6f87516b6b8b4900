import { type Table, planFit } from 'kudari'
import { describe, expect, it } from 'vitest'
import { samples } from '../../samples/samples.ts'
import type { Moment } from '../moment.ts'
import { readData } from '../read.ts'
import { axes } from './axes.ts'

/** The answer looks at table and plan alone. */
const momentOf = (table: Table, fit: Moment['fit']): Moment => ({ table, fit, plan: planFit(table, fit) }) as Moment

describe('axes', () => {
  it("has the talk's points as they stand in the table", async () => {
    const { table } = await readData({ kind: 'sample', name: 'body' })
    expect(axes(momentOf(table, samples.body.fit), { x: 'height', y: 'weight' })).toEqual({
      rows: Int32Array.of(0, 1, 2, 3, 4),
      x: Float64Array.of(166, 176, 171, 173, 169),
      y: Float64Array.of(58.7, 75.7, 62.1, 70.4, 60.1),
    })
  })

  it('has classes by their places, and some of many rows', async () => {
    const { table } = await readData({ kind: 'made', made: { shape: 'moons', rows: 1000, noise: 0, seed: 1 } })
    const moment = momentOf(table, { target: 'class' })
    const { rows, x, y, labels } = axes(moment, { x: 'x1' })
    expect(rows.length).toBe(Math.ceil(800 / 3))
    expect(y).toBeUndefined()
    const classes = table.columns[2].values
    for (const [i, row] of rows.entries()) {
      expect(moment.plan.split.train).toContain(row)
      expect(x[i]).toBe(table.columns[0].values[row])
      expect(['A', 'B'][labels![i]]).toBe(classes[row])
    }
  })

  it('wants numbers', async () => {
    const { table } = await readData({ kind: 'sample', name: 'sales' })
    expect(() => axes(momentOf(table, samples.sales.fit), { x: 'weather' })).toThrow(/`weather` holds no numbers/)
  })
})
