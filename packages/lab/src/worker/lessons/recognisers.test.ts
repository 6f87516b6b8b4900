/** Parts of recognisers whose results are known beforehand. */
import { type FitOptions, generator, planFit, predictions } from 'kudari'
import { describe, expect, it } from 'vitest'
import { madeTable } from '../../samples/made.ts'
import { readData } from '../read.ts'
import { lossOfIgnorance } from './ignorance.ts'
import { errorOfShare } from './predictions.ts'
import { scaledRows, scaledWeights, columnsOf } from './scaling.ts'
import { neighboursOf } from './simplicity.ts'
import { rowsFor, steepest, tryStep } from './trial.ts'

const table = madeTable({ shape: 'circles', rows: 100, noise: 0.05, seed: 1 })
const moment = (fit: FitOptions, of = table) => ({ plan: planFit(of, { validation: 0, ...fit }), table: of })

describe('scaled columns', () => {
  it('give the same predictions with weights to match', async () => {
    const { table: body } = await readData({ kind: 'sample', name: 'body' })
    const { plan } = moment({ target: 'weight', scale: 'none', initial: [2, -1] }, body)
    const columns = columnsOf(plan.rows, plan.inputs)
    expect(columns).toEqual([{ name: 'height', mean: 171, deviation: expect.closeTo(Math.sqrt(11.6), 12) }])
    const scaled = scaledRows(plan.rows, columns)
    const before = predictions(plan.specification, plan.parameters, plan.rows.x)
    const after = predictions(plan.specification, { w: scaledWeights(plan.parameters.w, columns) }, scaled.x)
    for (let i = 0; i < 5; i++) expect(after.data[i]).toBeCloseTo(before.data[i], 10)
  })
})

describe('a step that is tried out', () => {
  it('is the first step of the talk', async () => {
    const { table: body } = await readData({ kind: 'sample', name: 'body' })
    const { plan } = moment({ target: 'weight', center: true, initial: [2, -1] }, body)
    const start = { parameters: plan.parameters, statistics: {} }
    const { loss, after } = tryStep(plan.specification, start, plan.rows, 0.01)
    expect([loss, after]).toEqual([expect.closeTo(50.416, 6), expect.closeTo(40.291163, 6)])
    // The mean of the squared centred heights: 58 / 5.
    expect(steepest(plan.specification, start, plan.rows)).toBeCloseTo(11.6, 1)
  })
  it('is left out where it would take too long', () => {
    expect([rowsFor(2), rowsFor(2000), rowsFor(100_000)]).toEqual([256, 100, 0])
  })
})

describe('the nearest rows', () => {
  it('know which circle a row is of', () => {
    expect(neighboursOf(moment({ target: 'class' }))).toEqual({ rows: 100, score: 1, ignorant: 0.5 })
  })
  it('know nothing of classes that were drawn by lot', () => {
    const random = generator(1)
    const [x1, x2] = table.columns
    const lots = { ...table, columns: [x1, x2, { name: 'class', type: 'category' as const, values: Array.from({ length: 100 }, () => (random.uniform() < 0.5 ? 'A' : 'B')) }] }
    expect(Math.abs(neighboursOf(moment({ target: 'class' }, lots))!.score - 0.5)).toBeLessThan(0.15)
  })
})

describe('knowing nothing', () => {
  it('costs ln 2 for two classes, and half the variance for numbers', async () => {
    expect(lossOfIgnorance(moment({ target: 'class' }))).toBe(Math.LN2)
    const { table: body } = await readData({ kind: 'sample', name: 'body' })
    // Weights less their mean of 65.4: squares 44.89 + 106.09 + 10.89 + 25 + 28.09 = 214.96.
    expect(lossOfIgnorance(moment({ target: 'weight' }, body))).toBeCloseTo(214.96 / 5 / 2, 9)
  })
  it('makes a share of a few rows uncertain, even where all are right', () => {
    expect(errorOfShare(0.5, 100)).toBeCloseTo(0.05, 12)
    expect(errorOfShare(1, 10)).toBeGreaterThan(0.08)
  })
})
