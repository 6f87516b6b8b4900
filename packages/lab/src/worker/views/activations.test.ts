/** What units give as it is seen, against the same computed by hand. */
import { tensor } from 'kudari'
import { describe, expect, it } from 'vitest'
import { madeTable } from '../../samples/made.ts'
import { barTable, momentAfter } from '../testing/moments.ts'
import { activations } from './activations.ts'

describe('units over the plane', () => {
  const moment = momentAfter(20, madeTable({ shape: 'spiral', rows: 90, noise: 0.1, seed: 1 }), { target: 'class', model: 'mlp:5,20', activation: 'tanh', dtype: 'float64' })
  const view = activations(moment, { isPlaying: true })
  if (view.kind !== 'plane') throw new TypeError(view.kind)
  const [first, second, output] = view.layers
  const { W1, b1 } = moment.state.parameters
  const [x1, x2] = moment.plan.pipeline.features.map(({ columns }) => columns[0])

  it('are those of the hidden layers, the first 16 of many, and the output', () => {
    expect(view.layers.map(({ name, type, count, units }) => [name, type, count, units.length])).toEqual([['h1', 'tanh', 5, 5], ['h2', 'tanh', 20, 16], ['yp', 'sigmoid', 1, 1]])
    expect([first.limit, second.centre, output.centre, output.limit]).toEqual([1, 0, 0.5, 0.5])
    expect(activations(moment, { isPlaying: false })).toMatchObject({ side: 64 })
  })

  /** What the first layer's activation is given, at a point of the table's own plane. */
  const given = (unit: number, at1: number, at2: number): number => {
    const inputs = [(at1 - x1.offset) / x1.divisor, (at2 - x2.offset) / x2.divisor]
    return inputs[0] * W1.data[unit] + inputs[1] * W1.data[5 + unit] + b1.data[unit]
  }

  it('give tanh(x @ W + b), from the top left corner on', () => {
    const [across, up] = view.spans
    for (const [unit, { cells }] of first.units.entries()) {
      expect(Math.abs(cells[0] / 127 - Math.tanh(given(unit, across.low, up.high)))).toBeLessThan(1 / 127)
      expect(Math.abs(cells[32 * 32 - 1] / 127 - Math.tanh(given(unit, across.high, up.low)))).toBeLessThan(1 / 127)
    }
  })

  it('change sides on a straight line where x @ W + b is 0', () => {
    const [across, up] = view.spans
    for (const [unit, { border }] of first.units.entries()) {
      for (let i = 0; i < border.length; i += 2) {
        const at = [across.low + ((across.high - across.low) * border[i]) / 31, up.high - ((up.high - up.low) * border[i + 1]) / 31]
        expect(given(unit, at[0], at[1])).toBeCloseTo(0, 5)
      }
    }
    expect(first.units.some(({ border }) => border.length > 0)).toBe(true)
  })

  it('have the rows as points', () => {
    const { at, truth } = view.points
    expect([at.length, truth.length]).toEqual([144, 72])
    expect(at.every((share) => share > 0 && share < 1)).toBe(true)
  })
})

describe('classes over the plane', () => {
  it('have a border each where they are likeliest', () => {
    const moment = momentAfter(50, madeTable({ shape: 'blobs', rows: 60, noise: 0.05, seed: 3 }), { target: 'class', model: 'mlp:6' })
    const view = activations(moment, { isPlaying: true })
    if (view.kind !== 'plane') throw new TypeError(view.kind)
    const { units, limit, centre } = view.layers.at(-1)!
    expect([units.length, limit, centre]).toEqual([3, 1, 0])
    const sums = [...units[0].cells].map((_, i) => units.reduce((sum, { cells }) => sum + cells[i], 0))
    expect(sums.every((sum) => Math.abs(sum - 127) <= 2)).toBe(true)
  })
})

describe('units along a line', () => {
  it('are curves, of relu with a bend', () => {
    const moment = momentAfter(0, madeTable({ shape: 'curve', rows: 40, noise: 0, seed: 1 }), { target: 'y', model: 'mlp:3' })
    const view = activations(moment, { isPlaying: false })
    if (view.kind !== 'line') throw new TypeError(view.kind)
    const { W1 } = moment.state.parameters
    const { offset, divisor } = moment.plan.pipeline.features[0].columns[0]
    const [{ low, high }] = view.spans
    for (const [unit, { values }] of view.layers[0].units.entries()) {
      expect(values[0]).toBeCloseTo(Math.max(0, ((low - offset) / divisor) * W1.data[unit]), 5)
      expect(values[127]).toBeCloseTo(Math.max(0, ((high - offset) / divisor) * W1.data[unit]), 5)
    }
  })
})

describe('units of many inputs', () => {
  it('are histograms, and dead ones are seen', () => {
    const moment = momentAfter(0, barTable(4), { target: 'label', model: 'mlp:6', validation: 0 })
    const { parameters } = moment.state
    const b1 = parameters.b1.subtract(tensor([100, 0, 0, 0, 0, 0], { dtype: 'float32' }))
    const view = activations({ ...moment, state: { ...moment.state, parameters: { ...parameters, b1 } } }, { isPlaying: false })
    if (view.kind !== 'spread') throw new TypeError(view.kind)
    const [{ units, low }, last] = view.layers
    expect([units[0].min, units[0].max, low]).toEqual([0, 0, 0])
    for (const { bars } of units) expect(bars.reduce((a, b) => a + b)).toBe(32)
    expect(last).toMatchObject({ name: 'yp', count: 1 })
  })
})
