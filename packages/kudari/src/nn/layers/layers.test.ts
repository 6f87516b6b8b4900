/** Layers and losses held to PyTorch: the cases that scripts/golden-convolution.py writes. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type LayerSpecification,
  type LossSettings,
  type ModelSpecification,
  type Parameters,
  type Tensor,
  forward,
  generator,
  initializeParameters,
  initializeStatistics,
  lossOf,
  oneHot,
  placeLayers,
  readSpecification,
  tensor,
} from '../../index.ts'
import { type EncodedTensor, decodeTensor } from '../../ops/testing/encoded.ts'
import { type TorchCase, expectAsTorch, expectNear } from '../../ops/testing/torch.ts'
import { activations } from './activations.ts'
import type { Pass } from './layer.ts'
import { definitionOf } from './table.ts'

interface LayerCase extends TorchCase {
  readonly running?: Readonly<Record<'meanBefore' | 'varianceBefore' | 'meanAfter' | 'varianceAfter', EncodedTensor>>
}

const { cases } = JSON.parse(readFileSync(new URL('../testing/layers.json', import.meta.url), 'utf8')) as { cases: readonly LayerCase[] }
const casesOf = (name: string): LayerCase[] => cases.filter((one) => one.function === name)

const predicting: Pass = { isTraining: false, remember: () => undefined }

describe('normalisation', () => {
  it.each(casesOf('batchNorm').map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { training, momentum, epsilon } = one.options as { training: boolean; momentum: number; epsilon: number }
    const layer: LayerSpecification = { type: 'batch-normalization', momentum, epsilon }
    const running = one.running!
    const statistics = { mean: decodeTensor(running.meanBefore), variance: decodeTensor(running.varianceBefore) }
    const remembered: Record<string, Tensor> = {}
    const pass: Pass = { isTraining: training, remember: (role, value) => void (remembered[role] = value) }
    const apply = ({ x, gamma, beta }: Parameters) => definitionOf(layer.type).apply(layer, x, { gamma, beta, ...statistics }, pass, [])
    expectAsTorch(one, apply)
    apply(Object.fromEntries(Object.entries(one.inputs).map(([name, encoded]) => [name, decodeTensor(encoded)])))
    const { mean, variance } = { ...statistics, ...remembered }
    expectNear(mean, decodeTensor(running.meanAfter), 1e-9)
    expectNear(variance, decodeTensor(running.varianceAfter), 1e-9)
    expect(Object.keys(remembered)).toEqual(training ? ['mean', 'variance'] : [])
  })

  it.each(casesOf('layerNorm').map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const layer: LayerSpecification = { type: 'layer-normalization', epsilon: one.options.epsilon as number }
    expectAsTorch(one, ({ x, gamma, beta }) => definitionOf(layer.type).apply(layer, x, { gamma, beta }, predicting, []))
  })
})

describe('activations', () => {
  const names = { gelu: 'gelu', silu: 'silu', elu: 'elu', leakyRelu: 'leaky-relu', softplus: 'softplus' } as const
  it.each(Object.entries(names))('%s', (name, own) => {
    const found = casesOf(name)
    expect(found).not.toEqual([])
    for (const one of found) expectAsTorch(one, ({ u }) => activations[own](u))
  })
})

describe('losses', () => {
  const loss = (settings: LossSettings, yp: Tensor, yt: Tensor): Tensor => lossOf(settings).compute({ u: yp, yp }, yt)

  it.each(casesOf('huber'))('$name', (one) =>
    expectAsTorch(one, ({ yp, yt }) => loss({ type: 'huber', delta: one.options.delta as number }, yp, yt)))
  it.each(casesOf('l1'))('$name', (one) => expectAsTorch(one, ({ yp, yt }) => loss({ type: 'absolute-error' }, yp, yt)))
  it.each(casesOf('crossEntropy'))('$name', (one) =>
    expectAsTorch(one, ({ u, labels }) => {
      const { compute } = lossOf({ type: 'categorical-cross-entropy', ...(one.options as Partial<LossSettings>) })
      return compute({ u, yp: u.softmax() }, oneHot(labels, u.shape[1]).astype(u.dtype))
    }))

  it.each([{ labelSmoothing: 0.2 }, { classWeights: [0.5, 3] }])('binary cross-entropy with %j is that of two classes', (settings) => {
    const u = tensor([-2, -0.5, 0.3, 1.7])
    const labels = [0, 1, 1, 0]
    const both = tensor(Array.from(u.data, (value) => [0, value]))
    const binary = lossOf({ type: 'binary-cross-entropy', ...settings }).compute({ u, yp: u.sigmoid() }, tensor(labels))
    const categorical = lossOf({ type: 'categorical-cross-entropy', ...settings })
    const two = categorical.compute({ u: both, yp: both.softmax() }, oneHot(labels, 2).astype('float64'))
    expect(binary.item()).toBeCloseTo(two.item(), 14)
  })
})

describe('dropout', () => {
  const layer: LayerSpecification = { type: 'dropout', rate: 0.25 }
  const specification: ModelSpecification = { layers: [{ type: 'dense', units: 1000, initializer: 'ones' }, layer, { type: 'dense' }], loss: 'mean-square' }
  const x = tensor([[1], [1], [1]])
  const parameters = initializeParameters(specification, 1, { dtype: 'float64', random: generator(0) })
  const statisticsOf = (seed: number) => initializeStatistics(specification, 1, 'float64', generator(seed))
  const dropped = (statistics: Parameters): Tensor => {
    const pass: Pass = { isTraining: true, remember: () => undefined }
    return definitionOf('dropout').apply(layer, x.matmul(parameters.W1), { draws: statistics.draws1 }, pass, [])
  }

  it('leaves out a quarter, and multiplies the others by 4/3', () => {
    const { data } = dropped(statisticsOf(0))
    const kept = data.filter((value) => value !== 0)
    expect(new Set(kept)).toEqual(new Set([1 / 0.75]))
    // 3000 units: within four standard deviations of 2250.
    expect(Math.abs(kept.length - 2250)).toBeLessThan(4 * Math.sqrt(3000 * 0.25 * 0.75))
  })

  it('leaves out others at the next step and with another seed, the same with the same', () => {
    const first = statisticsOf(0)
    const { statistics: second } = forward(specification, { ...parameters, ...first }, x, true)
    expect(second.draws1.item()).toBe(first.draws1.item() + 1)
    const [a, b, c, again] = [first, second, statisticsOf(1), statisticsOf(0)].map((statistics) => [...dropped(statistics).data])
    expect(again).toEqual(a)
    const shared = (other: readonly number[]) => other.filter((value, i) => (value === 0) === (a[i] === 0)).length
    // Independent draws agree in 0.75^2 + 0.25^2 = 62.5 % of the units; 3000 units, four standard deviations: 106.
    for (const other of [b, c]) expect(Math.abs(shared(other) - 1875)).toBeLessThan(106)
  })

  it('leaves out nothing when predicting', () => {
    const { statistics } = forward(specification, { ...parameters, ...statisticsOf(0) }, x, false)
    expect(statistics).toEqual({})
  })
})

describe('shapes', () => {
  const shapesOf = (layers: readonly LayerSpecification[], features: number) =>
    placeLayers({ layers, loss: 'mean-square' }, features).map(({ output }) => output)

  it('follow the layers', () => {
    const layers: LayerSpecification[] = [
      { type: 'reshape', shape: [28, 28, 1] },
      { type: 'conv2d', units: 16, kernel: 5, padding: 'same' },
      { type: 'max-pool', size: 2 },
      { type: 'conv2d', units: 8, kernel: [3, 5], stride: [2, 1], dilation: [1, 2] },
      { type: 'batch-normalization' },
      { type: 'average-pool', size: 2, stride: 1 },
      { type: 'branch', branches: [[{ type: 'conv2d', units: 4, kernel: 1 }], []] },
      { type: 'residual', layers: [{ type: 'conv2d', units: 12, kernel: 3, padding: 1 }] },
      { type: 'global-average-pool' },
      { type: 'dense', units: 10 },
    ]
    // By hand: 14 -> floor((14 - 3) / 2) + 1 = 6; 14 - 2 (5 - 1) = 6.
    expect(shapesOf(layers, 784)).toEqual([
      [28, 28, 1], [28, 28, 16], [14, 14, 16], [6, 6, 8], [6, 6, 8], [5, 5, 8], [5, 5, 12], [5, 5, 12], [12], [10],
    ])
  })

  const wrong: readonly (readonly [string, readonly LayerSpecification[], string])[] = [
    ['an image for a dense layer', [{ type: 'reshape', shape: [2, 2, 1] }, { type: 'dense' }], 'layers[1] (dense) takes rows of shape (columns); {"type": "flatten"} makes a row of (2, 2, 1), but is given (2, 2, 1)'],
    ['a row for a convolution', [{ type: 'conv2d', units: 1, kernel: 1 }], 'layers[0] (conv2d) takes rows of shape (height, width, channels)'],
    ['too large a kernel', [{ type: 'reshape', shape: [2, 2, 1] }, { type: 'conv2d', units: 1, kernel: 3 }], 'layers[1] (conv2d)'],
    ['another size', [{ type: 'reshape', shape: [3, 3, 1] }], 'layers[0] (reshape) takes rows of shape 9 numbers for (3, 3, 1), but is given (4,)'],
    ['a sum of different shapes', [{ type: 'residual', layers: [{ type: 'dense', units: 3 }] }], 'layers[0] (residual) takes rows of shape (3,) = (4,), but is given (4,)'],
  ]
  it.each(wrong)('%s is refused', (_name, layers, message) => {
    expect(() => shapesOf(layers, 4)).toThrow(message)
  })
})

describe('a specification in JSON', () => {
  const read = (layers: unknown, loss: unknown = 'mean-square') => readSpecification({ layers, loss })

  it('may hold layers inside of layers', () => {
    const layers = [{ type: 'residual', layers: [{ type: 'dense', units: 4, initializer: 'normal:0.1' }, { type: 'relu' }] }, { type: 'dense' }]
    expect(read(layers).layers).toEqual(layers)
  })

  const wrong: readonly (readonly [unknown, unknown, string])[] = [
    [[{ type: 'dropout' }, { type: 'dense' }], 'mean-square', 'layers[0].rate must be >= 0, < 1, but is missing'],
    [[{ type: 'dropout', rate: 1 }, { type: 'dense' }], 'mean-square', 'layers[0].rate must be >= 0, < 1, but is 1'],
    [[{ type: 'conv2d', units: 4, kernel: 0 }], 'mean-square', 'layers[0].kernel must be >= 1, [>= 1, >= 1], but is 0'],
    [[{ type: 'residual', layers: [{ type: 'dence' }] }], 'mean-square', 'layers[0].layers[0].type must be'],
    [[{ type: 'branch', branches: [[{ type: 'dense', unit: 3 }]] }], 'mean-square', 'layers[0].branches[0][0] has the key "unit"'],
    [[{ type: 'dense', initializer: 'normal' }], 'mean-square', 'layers[0].initializer must be'],
    [[{ type: 'relu' }], 'mean-square', 'the specification has no layer with parameters'],
    [[{ type: 'dense' }, { type: 'dummy' }], 'mean-square', 'layers[1]: the dummy column can only be inserted once'],
    [[{ type: 'dense' }], { type: 'huber', delta: 0 }, 'loss.delta must be > 0, but is 0'],
    [[{ type: 'dense' }], { type: 'mean-square', delta: 1 }, 'loss has the key "delta"'],
  ]
  it.each(wrong)('is refused: %j, %j', (layers, loss, message) => {
    expect(() => read(layers, loss)).toThrow(message)
  })
})
