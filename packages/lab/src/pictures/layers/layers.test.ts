/** What is said of weights and gradients: sizes, names, and which matter most. */
import { describe, expect, it } from 'vitest'
import { planView } from '../../worker/plan-view.ts'
import { spreadOf } from '../../worker/inside/spread.ts'
import { madeTable } from '../../samples/made.ts'
import { barTable, momentAfter } from '../../worker/testing/moments.ts'
import { setLanguage } from '../../language.ts'
import { largestPlaces } from './largest.ts'
import { cellNames, inputNames, learningLayers } from './names.ts'
import { logarithmicShare, summaryOf, vanishingFactor } from './words.ts'

describe('sizes', () => {
  it('are shown on a scale of six powers of ten', () => {
    expect([logarithmicShare(5, 5), logarithmicShare(0.005, 5), logarithmicShare(1e-9, 5), logarithmicShare(0, 5), logarithmicShare(NaN, 5)]).toEqual([1, expect.closeTo(0.5, 12), 0, 0, 0])
  })

  it('tell that a gradient vanishes, from a hundredth on', () => {
    expect(vanishingFactor([1e-5, 1e-3, 1e-2])).toBeCloseTo(1000, 6)
    expect(vanishingFactor([1e-3, 1e-2, 1e-2])).toBeUndefined()
    expect(vanishingFactor([1e-5, 1e-2])).toBeUndefined()
    expect(vanishingFactor([0, 1, 1])).toBeUndefined()
  })

  it('are told in words, in both languages', () => {
    setLanguage('en')
    expect(summaryOf(spreadOf([-1, 0, 0, 3]))).toBe('-1 to 3, mean size 1, 50% zeros')
    expect(summaryOf(spreadOf([NaN, 1]))).toBe('1 to 1, mean size 1, 0% zeros; 1 of them NaN or infinite')
    expect(summaryOf(spreadOf([NaN]))).toBe('1 of them NaN or infinite')
    setLanguage('ja')
    expect(summaryOf(spreadOf([-1, 0, 0, 3]))).toBe('-1 〜 3、平均の大きさ 1、ゼロ 50%')
    setLanguage('en')
  })
})

describe('the largest numbers', () => {
  it('stay in their order', () => {
    expect(largestPlaces(Float32Array.of(1, -5, 0, 3), 2)).toEqual([1, 3])
    expect(largestPlaces(Float32Array.of(1, 2), 2)).toEqual([0, 1])
  })
})

describe('names of cells', () => {
  const viewOf = ({ plan, fit, table }: ReturnType<typeof momentAfter>) => planView(plan, fit, table.rows)

  it('are the inputs, units and classes', () => {
    const plan = viewOf(momentAfter(0, madeTable({ shape: 'blobs', rows: 40, noise: 0, seed: 1 }), { target: 'class', model: 'mlp:4' }))
    const [first, last] = learningLayers(plan)
    expect([first.number, first.tensors.map(({ name }) => name), last.number]).toEqual([1, ['W1', 'b1'], 2])
    const names = cellNames(plan, first, first.tensors[0], true, false)
    expect([names.row(1), names.column(0), names.shortRow(1), names.shortColumn(3)]).toEqual(['x2', 'unit 1', 'x2', '4'])
    const outputs = cellNames(plan, last, last.tensors[0], false, true)
    expect([outputs.row(1), outputs.column(2), outputs.shortColumn(2)]).toEqual(['input 2', 'C', 'C'])
  })

  it('are the dummy column and what is predicted', () => {
    const plan = viewOf(momentAfter(0, madeTable({ shape: 'line', rows: 40, noise: 0, seed: 1 }), { target: 'y' }))
    expect(inputNames(plan)).toEqual(['1 (bias)', 'x'])
    const [layer] = learningLayers(plan)
    expect(cellNames(plan, layer, layer.tensors[0], true, true).column(0)).toBe('y')
  })

  it('are the pixels of filters', () => {
    const plan = viewOf(momentAfter(0, barTable(6), { target: 'label', model: 'cnn' }))
    const [layer] = learningLayers(plan)
    // W1 has the shape (3, 3, 1, 16).
    expect(cellNames(plan, layer, layer.tensors[0], true, false).row(5)).toBe('pixel (2, 3) of channel 1')
  })
})
