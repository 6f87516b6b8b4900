/** Small networks learn what no line can tell apart: spiral, moons, circles and xor, by the command's own defaults. */
import { type Samples, type Table, fit, makeCircles, makeMoons, makeSpiral, makeXor } from 'kudari'
import { describe, expect, it } from 'vitest'

const tableOf = ({ x, y }: Samples): Table => ({
  columns: [
    { name: 'x1', type: 'number', values: Float64Array.from(y.data, (_, i) => x.data[2 * i]) },
    { name: 'x2', type: 'number', values: Float64Array.from(y.data, (_, i) => x.data[2 * i + 1]) },
    { name: 'class', type: 'integer', values: Float64Array.from(y.data) },
  ],
  rows: y.size,
  source: 'samples',
  missing: [],
})

/** Points, the accuracy that a line reaches on them at most, and what the network must reach on points it has not seen. */
const sets: readonly (readonly [string, Samples, number, number])[] = [
  ['spiral', makeSpiral({ rows: 400, seed: 1, noise: 0.02 }), 0.7, 0.95],
  ['three arms of a spiral', makeSpiral({ rows: 450, seed: 1, noise: 0.02, classes: 3, turns: 1 }), 0.75, 0.95],
  ['moons', makeMoons({ rows: 400, seed: 1, noise: 0.1 }), 0.93, 0.97],
  ['circles', makeCircles({ rows: 400, seed: 1, noise: 0.05, factor: 0.5 }), 0.7, 0.97],
  ['xor', makeXor({ rows: 400, seed: 1, noise: 0.02 }), 0.7, 0.95],
]

describe.each(sets)('%s', (_name, samples, most, least) => {
  it('is learned by a network, and not by a line', async () => {
    const table = tableOf(samples)
    const [line, network] = [
      await fit(table, { target: 'class', task: 'classification' }),
      await fit(table, { target: 'class', task: 'classification', model: 'mlp:32,32', learningRate: 0.01 }),
    ]
    const [low, high] = [line, network].map(({ metrics }) => (metrics.validation?.task === 'classification' ? metrics.validation.accuracy : Number.NaN))
    expect(low).toBeLessThan(most)
    expect(high).toBeGreaterThanOrEqual(least)
  })
})
