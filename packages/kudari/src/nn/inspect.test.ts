/** Counts held to numbers that were worked out by hand. */
import { describe, expect, it } from 'vitest'
import { type LayerSpecification, type ModelSpecification, initializeParameters, inspectNetwork, logistic } from '../index.ts'
import { generator } from '../tensor/random.ts'

const network = (layers: readonly LayerSpecification[]): ModelSpecification => ({ layers, loss: 'mean-square' })
const inspect = (layers: readonly LayerSpecification[], features: number) => inspectNetwork(network(layers), features)

describe('a network like LeNet-5', () => {
  const layers: readonly LayerSpecification[] = [
    { type: 'reshape', shape: [28, 28, 1] },
    { type: 'conv2d', units: 6, kernel: 5, padding: 'same' },
    { type: 'relu' },
    { type: 'average-pool', size: 2 },
    { type: 'conv2d', units: 16, kernel: 5 },
    { type: 'relu' },
    { type: 'average-pool', size: 2 },
    { type: 'flatten' },
    { type: 'dense', units: 120 },
    { type: 'relu' },
    { type: 'dense', units: 84 },
    { type: 'relu' },
    { type: 'dense', units: 10 },
    { type: 'softmax' },
  ]
  const found = inspect(layers, 784)

  it('has its 61,706 parameters', () => {
    // (5 * 5 + 1) * 6, (5 * 5 * 6 + 1) * 16, (400 + 1) * 120, (120 + 1) * 84, (84 + 1) * 10.
    expect(found.layers.map(({ parameters }) => parameters).filter((count) => count > 0)).toEqual([156, 2416, 48_120, 10_164, 850])
    expect([found.parameters, found.statistics]).toEqual([61_706, 0])
    const parameters = initializeParameters(network(layers), 784, { dtype: 'float32', random: generator(0) })
    expect(Object.values(parameters).reduce((total, { size }) => total + size, 0)).toBe(61_706)
  })

  it('computes, with a multiplication and an addition as two', () => {
    // Convolutions: numbers that come out, times 2 * 25 * channels. Pools: 3 additions and a division. Softmax: 10 + 9 + 10.
    expect(found.layers.map(({ operations }) => operations)).toEqual([
      0, 28 * 28 * 6 * 50, 4704, 14 * 14 * 6 * 4, 10 * 10 * 16 * 300, 1600, 5 * 5 * 16 * 4, 0, 120 * 800, 120, 84 * 240, 84, 10 * 168, 29,
    ])
    expect(found.operations).toBe(845_881)
  })

  it('keeps what its layers give, but views', () => {
    expect(found.activations).toBe(2 * 4704 + 1176 + 2 * 1600 + 400 + 2 * 120 + 2 * 84 + 2 * 10)
  })
})

describe('layers inside of layers', () => {
  const found = inspect(
    [
      { type: 'reshape', shape: [4, 4, 2] },
      {
        type: 'residual',
        layers: [
          { type: 'conv2d', units: 3, kernel: 3, padding: 1, bias: false },
          { type: 'batch-normalization' },
          { type: 'relu' },
          { type: 'conv2d', units: 3, kernel: 3, padding: 1, bias: false },
          { type: 'batch-normalization' },
        ],
        shortcut: [{ type: 'conv2d', units: 3, kernel: 1 }],
      },
      { type: 'relu' },
      { type: 'max-pool', size: [2, 4] },
      { type: 'branch', branches: [[], [{ type: 'conv2d', units: 3, kernel: 1 }]], join: 'add' },
      { type: 'global-average-pool' },
      { type: 'layer-normalization' },
      { type: 'dropout', rate: 0.5 },
      { type: 'dense', bias: false },
    ],
    32,
  )

  it('stand after the one that they lie in, each with its place', () => {
    expect(found.layers.map(({ place, depth }) => [place, depth])).toEqual([
      ['layers[0]', 0],
      ['layers[1]', 0],
      ['layers[1].layers[0]', 1],
      ['layers[1].layers[1]', 1],
      ['layers[1].layers[2]', 1],
      ['layers[1].layers[3]', 1],
      ['layers[1].layers[4]', 1],
      ['layers[1].shortcut[0]', 1],
      ['layers[2]', 0],
      ['layers[3]', 0],
      ['layers[4]', 0],
      ['layers[4].branches[1][0]', 1],
      ['layers[5]', 0],
      ['layers[6]', 0],
      ['layers[7]', 0],
      ['layers[8]', 0],
    ])
  })

  it('count for it', () => {
    // Without a bias, n products are 2 n - 1 operations: n multiplications, n - 1 additions. 48 numbers come out.
    const convolutions = [48 * (2 * 18 - 1), 48 * (2 * 27 - 1), 48 * 2 * 2] as const
    const normalisation = 48 * 4
    const residual = convolutions[0] + convolutions[1] + convolutions[2] + 2 * normalisation + 48 + 48
    // 2 x 1 x 3 = 6 numbers: 7 comparisons each; in the branch 2 * 3 operations and the addition of both; the mean of 2.
    const rest = [48, 6 * 7, 6 * 6 + 6, 6, 7 * 3 + 2, 0, 2 * 3 - 1]
    expect(found.layers.filter(({ depth }) => depth === 0).map(({ operations }) => operations)).toEqual([0, residual, ...rest])
    expect(found.operations).toBe(residual + rest.reduce((a, b) => a + b))
  })

  it('have statistics apart from parameters', () => {
    const [, residual] = found.layers
    // Kernels of 3 x 3 x 2 x 3, 3 x 3 x 3 x 3 and 1 x 1 x 2 x 3 with 3 biases; gamma and beta, mean and variance of 3 channels.
    expect([residual.parameters, residual.statistics]).toEqual([54 + 81 + 9 + 2 * 6, 2 * 6])
    // The draws of dropout are one number more.
    expect([found.parameters, found.statistics]).toEqual([156 + 12 + 6 + 3, 12 + 1])
  })
})

it('counts the dummy column as an input', () => {
  const { layers, parameters, operations } = inspectNetwork(logistic(), 4)
  expect(layers.map(({ input, output }) => [input, output])).toEqual([[[4], [5]], [[5], []], [[], []]])
  // Five products and their sum, the sigmoid.
  expect([parameters, operations]).toEqual([5, 5 + 4 + 1])
})
