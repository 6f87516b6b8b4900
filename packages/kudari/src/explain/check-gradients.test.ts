import { describe, expect, it } from 'vitest'
import {
  type LayerSpecification,
  type LossSpecification,
  type ModelSpecification,
  type Parameters,
  checkGradients,
  compareGradients,
  generator,
  grad,
  initializeParameters,
  initializeStatistics,
  linear,
  logistic,
  oneHot,
  prepareInputs,
  randomNormal,
  tensor,
  zeros,
} from '../index.ts'

const FEATURES = 16
const ROWS = 12

const image: LayerSpecification = { type: 'reshape', shape: [4, 4, 1] }

async function check(layers: readonly LayerSpecification[], loss: LossSpecification, dtype: 'float64' | 'float32' = 'float64', blankRows = 0) {
  const random = generator(4)
  const specification: ModelSpecification = { layers, loss }
  const x = randomNormal(random, [ROWS, FEATURES], 0, 1, { dtype })
  const blank = tensor(Array.from(x.data, (value, i) => (i < blankRows * FEATURES ? 0 : value))).reshape(x.shape).astype(dtype)
  const isCategorical = (typeof loss === 'string' ? loss : loss.type) === 'categorical-cross-entropy'
  const labels = tensor(Array.from({ length: ROWS }, (_, i) => i % 2))
  const yt = isCategorical ? oneHot(labels.astype('int32'), 2).astype(dtype) : labels.astype(dtype)
  const parameters = initializeParameters(specification, FEATURES, { dtype, random })
  const statistics = initializeStatistics(specification, FEATURES, dtype, random)
  return (await checkGradients(specification, parameters, statistics, { x: prepareInputs(specification, blank), yt }))!
}

describe('the gradients of layers and losses', () => {
  const softmax: readonly LayerSpecification[] = [{ type: 'dense', units: 2 }, { type: 'softmax' }]
  const networks: readonly (readonly [string, readonly LayerSpecification[], LossSpecification])[] = [
    ['linear', linear().layers, 'half-mean-square'],
    ['logistic', logistic().layers, 'binary-cross-entropy'],
    ['dense layers of every activation', (['sigmoid', 'tanh', 'relu', 'leaky-relu', 'elu', 'gelu', 'silu', 'softplus'] as const)
      .flatMap((type): LayerSpecification[] => [{ type: 'dense', units: 5 }, { type }]).concat({ type: 'dense' }), 'mean-square'],
    ['dropout: the same units every time', [{ type: 'dense', units: 30 }, { type: 'relu' }, { type: 'dropout', rate: 0.5 }, ...softmax], 'categorical-cross-entropy'],
    ['normalisation', [{ type: 'dense', units: 6 }, { type: 'batch-normalization' }, { type: 'tanh' }, { type: 'layer-normalization' }, ...softmax],
      { type: 'categorical-cross-entropy', labelSmoothing: 0.1, classWeights: [1, 3] }],
    ['convolution, pooling, residual blocks and branches', [
      image,
      { type: 'conv2d', units: 3, kernel: 3, padding: 'same' },
      { type: 'max-pool', size: 2 },
      { type: 'residual', layers: [{ type: 'conv2d', units: 3, kernel: 3, padding: 1, bias: false }, { type: 'batch-normalization' }, { type: 'relu' }] },
      { type: 'branch', branches: [[{ type: 'conv2d', units: 2, kernel: 1 }], []] },
      { type: 'average-pool', size: [2, 1] },
      { type: 'global-average-pool' },
      ...softmax,
    ], 'categorical-cross-entropy'],
  ]
  it.each(networks)('%s: are right, to six digits and better', async (_, layers, loss) => {
    const { tensors, isFine, rows } = await check(layers, loss)
    expect([isFine, rows]).toEqual([true, ROWS])
    expect(Math.max(...tensors.map(({ worst }) => worst?.relative ?? 0))).toBeLessThan(2e-6)
    expect(tensors.every(({ checked, shape }) => checked === Math.min(100, shape.reduce((a, b) => a * b, 1)))).toBe(true)
  })

  it('are those of training: batches are normalised by themselves, so that a bias in front changes nothing', async () => {
    const { tensors } = await check([{ type: 'dense', units: 4 }, { type: 'batch-normalization' }, { type: 'tanh' }, ...softmax], 'categorical-cross-entropy')
    const bias = tensors.find(({ name }) => name === 'b1')!
    expect([bias.isFine, bias.worst!.derived]).toEqual([true, expect.closeTo(0, 14)])
  })

  it('are checked in float64, also those of a model in float32', async () => {
    const { tensors } = await check([{ type: 'dense', units: 8 }, { type: 'tanh' }, ...softmax], 'categorical-cross-entropy', 'float32')
    // In float32, differences would agree to two digits only.
    expect(Math.max(...tensors.map(({ worst }) => worst!.relative))).toBeLessThan(1e-6)
  })

  it('have kinks where a row is blank and biases are 0: they are counted, and no failure', async () => {
    const { tensors, isFine } = await check([{ type: 'dense', units: 8 }, { type: 'relu' }, ...softmax], 'categorical-cross-entropy', 'float64', 3)
    expect(isFine).toBe(true)
    expect(Object.fromEntries(tensors.map(({ name, kinks }) => [name, kinks]))).toEqual({ W1: 0, b1: 8, W2: 0, b2: 0 })
  })
})

describe('a gradient that is wrong', () => {
  const loss = (at: Parameters) => at.W.tanh().square().sum().add(at.b.exp().sum())
  const parameters: Parameters = { W: randomNormal(generator(1), [3, 4]), b: randomNormal(generator(2), [2]) }
  const derived = grad(loss)(parameters)
  const numbers = (at: Parameters): number => loss(at).item()

  it('is found, with its place and how wrong it is', async () => {
    const right = (await compareGradients(numbers, parameters, derived))!
    expect([right.isFine, right.tensors.every(({ isFine }) => isFine)]).toEqual([true, true])
    const value = derived.W.data[6]
    const spoilt = { ...derived, W: tensor(Array.from(derived.W.data.with(6, value * 1.001))).reshape([3, 4]) }
    const { tensors, isFine } = (await compareGradients(numbers, parameters, spoilt))!
    expect([isFine, ...tensors.map((one) => [one.name, one.isFine, one.kinks])]).toEqual([false, ['W', false, 0], ['b', true, 0]])
    expect(tensors[0].worst).toEqual({ index: [1, 2], derived: value * 1.001, difference: expect.closeTo(value, 8), relative: expect.closeTo(0.001 / 1.001, 6) })
  })

  it('is found where it has another sign, is 0, or no number', async () => {
    for (const wrong of [derived.b.multiply(-1), zeros([2]), tensor([Number.NaN, 1])]) {
      const { tensors } = (await compareGradients(numbers, parameters, { ...derived, b: wrong }))!
      expect(tensors.map(({ isFine }) => isFine)).toEqual([true, false])
    }
  })

  it('is found in the gradient of a whole model, one element of which is exchanged for another', async () => {
    const w = { w: tensor([2, -1, 0.5]) }
    const x = tensor([[1, 2, 3], [4, 1, -2]])
    const squares = (at: Parameters) => x.matmul(at.w).square().mean()
    const [a, b, c] = grad(squares)(w).w.data
    const { tensors } = (await compareGradients((at) => squares(at).item(), w, { w: tensor([b, a, c]) }))!
    expect(tensors[0].isFine).toBe(false)
  })
})

describe('kinks', () => {
  /** |w - at|, with a slope that is said to be. */
  const bent = async (at: number, slope: number) => {
    const loss = ({ w }: Parameters) => Math.abs(w.item() - at)
    const { tensors, isFine } = (await compareGradients(loss, { w: tensor(0) }, { w: tensor(slope) }))!
    return [isFine, tensors[0].kinks]
  }

  it('at the point itself allow any slope between those of both sides, and no other', async () => {
    // The mean of both is what central differences give: nobody looks further.
    expect(await Promise.all([-1, -0.5, 0, 1].map((slope) => bent(0, slope)))).toEqual([[true, 1], [true, 1], [true, 0], [true, 1]])
    expect(await bent(0, 1.01)).toEqual([false, 0])
  })

  it('beside it are stepped around, so that only one slope is right', async () => {
    expect(await bent(3e-6, -1)).toEqual([true, 1])
    expect(await bent(3e-6, 1)).toEqual([false, 0])
    expect(await bent(3e-6, 0)).toEqual([false, 0])
    expect(await bent(1e-3, -1)).toEqual([true, 0])
  })
})

describe('a check', () => {
  const loss = ({ w }: Parameters) => w.square().sum().item()
  const w = randomNormal(generator(3), [40, 50])

  it('looks at a hundred elements of a large tensor, the same for the same seed', async () => {
    const looked = async (seed: number) => {
      const seen: number[] = []
      const watching = (at: Parameters) => {
        const element = at.w.data.findIndex((value, i) => value !== w.data[i])
        if (element >= 0 && seen.at(-1) !== element) seen.push(element)
        return loss(at)
      }
      const { tensors } = (await compareGradients(watching, { w }, { w: w.multiply(2) }, { seed }))!
      return [tensors[0].checked, ...seen]
    }
    const first = await looked(0)
    expect([first[0], new Set(first.slice(1)).size]).toEqual([100, 100])
    expect(await looked(0)).toEqual(first)
    expect(await looked(1)).not.toEqual(first)
  })

  it('tells how far it is, and can be ended', async () => {
    const controller = new AbortController()
    const told: (readonly [number, number])[] = []
    const onElement = (done: number, total: number): void => {
      told.push([done, total])
      if (done === 3) controller.abort()
    }
    expect(await compareGradients(loss, { w }, { w: w.multiply(2) }, { signal: controller.signal, onElement })).toBeUndefined()
    expect(told).toEqual([[1, 100], [2, 100], [3, 100]])
  })
})
