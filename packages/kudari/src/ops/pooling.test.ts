/** Pooling held to PyTorch, to the maxima of patches, and to its NumPy spelling. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPython } from '../../../../tests/python.ts'
import {
  type Tensor,
  averagePool,
  compile,
  generator,
  grad,
  maxPool,
  maxPoolGradient,
  ones,
  printProgram,
  randomNormal,
  run,
  sum,
  takeMaxima,
  tensor,
  trace,
  writeTex,
  zeros,
} from '../index.ts'
import { readGolden } from './testing/encoded.ts'
import { runNumpy } from './testing/numpy-program.ts'
import { type TorchCase, expectAsTorch, expectNear } from './testing/torch.ts'

const { source, cases } = readGolden<TorchCase>(new URL('testing/convolution.json', import.meta.url))
const functions: Readonly<Record<string, typeof averagePool>> = { maxPool, averagePool }
const poolings = cases.filter((entry) => entry.function in functions).map((entry) => [entry.name, entry] as const)

/** The options as the script writes them: those of PyTorch are ours. */
const pool = ({ function: name, options }: TorchCase, x: Tensor): Tensor =>
  functions[name](x, options as unknown as Parameters<typeof averagePool>[1])

describe(`pooling agrees with ${source}`, () => {
  it.each(poolings)('%s', (_name, entry) => expectAsTorch(entry, ({ x }) => pool(entry, x)))
  it.each(poolings)('%s, in float32', (_name, entry) =>
    expectAsTorch(entry, ({ x }) => pool(entry, x), { dtype: 'float32', within: 1e-5 }),
  )
})

/** Images of small whole numbers, so that windows have ties, and poolings that fit them. */
const pooled = fc
  .record({
    shape: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: 6 }), fc.integer({ min: 3, max: 6 }), fc.integer({ min: 0, max: 3 })),
    size: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    isPadded: fc.tuple(fc.boolean(), fc.boolean()),
    seed: fc.nat(),
  })
  .map(({ shape, size, stride, isPadded, seed }) => {
    const padding = size.map((length, axis) => (isPadded[axis] ? Math.floor(length / 2) : 0)) as [number, number]
    return { shape, pooling: { size, stride, padding }, random: generator(seed) }
  })

describe('max pooling', () => {
  it('takes the maxima of patches of the image with -infinity around it', () => {
    fc.assert(
      fc.property(pooled, ({ shape, pooling, random }) => {
        // Adding 0 makes every -0 a 0.
        const x = randomNormal(random, shape).multiply(2).round().add(0)
        const found = maxPool(x, pooling)
        const [images, rows, columns, channels] = found.shape
        const isPixel = ones(shape).patches(pooling).greater(0)
        const candidates = isPixel.where(x.patches(pooling), -Infinity)
        const windows = candidates.reshape([images * rows * columns, pooling.size[0] * pooling.size[1], channels])
        expect(windows.max({ axis: 1 }).reshape(found.shape).toArray()).toEqual(found.toArray())
      }),
      { numRuns: 200 },
    )
  })

  it('its gradient and the way back of that are transposes of each other, and put back what was taken', () => {
    fc.assert(
      fc.property(pooled, ({ shape, pooling, random }) => {
        const x = randomNormal(random, shape).multiply(2).round()
        const values = randomNormal(random, shape)
        const taken = takeMaxima(x, values, pooling)
        const g = randomNormal(random, taken.shape)
        const put = maxPoolGradient(x, g, pooling)
        const [left, right] = [taken.multiply(g), values.multiply(put)].map((products) => products.sum().item())
        expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-12 * (1 + taken.multiply(g).abs().sum().item()))
        expect(takeMaxima(x, x, pooling).toArray()).toEqual(maxPool(x, pooling).toArray())
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the dtype: whole numbers, however small, are larger than the padding', () => {
    const x = tensor([-5, -7, -3, -9], { dtype: 'int32' }).reshape([1, 2, 2, 1])
    const found = maxPool(x, { size: 2, padding: 1 })
    expect(found.dtype).toBe('int32')
    expect(found.reshape([2, 2]).toArray()).toEqual([[-5, -7], [-3, -9]])
    expect(maxPool([[[[true], [false]]]], { size: [1, 2] }).toArray()).toEqual([[[[true]]]])
  })

  it('of no images is none', () => {
    for (const fn of [maxPool, averagePool]) {
      expect(fn(zeros([0, 4, 6, 3]), { size: 2 }).shape).toEqual([0, 2, 3, 3])
      const slope = grad((x: Tensor) => sum(fn(x, { size: 2 })))(zeros([0, 4, 6, 3]))
      expect(slope.shape).toEqual([0, 4, 6, 3])
    }
  })
})

it('windows lie side by side unless a stride says otherwise', () => {
  const x = tensor([1, 2, 3, 4, 5]).reshape([1, 1, 5, 1])
  expect(maxPool(x, { size: [1, 2] }).toArray()).toEqual([[[[2], [4]]]])
  expect(maxPool(x, { size: [1, 2], stride: 1 }).toArray()).toEqual([[[[2], [3], [4], [5]]]])
})

it('the examples of the documentation', () => {
  const x = [[[[1], [2], [3], [4]], [[5], [6], [7], [0]]]]
  expect(maxPool(x, { size: 2 }).toArray()).toEqual([[[[6], [7]]]])
  expect(averagePool(x, { size: 2 }).toArray()).toEqual([[[[3.5], [3.5]]]])
})

const images = { shape: [2, 6, 5, 2], dtype: 'float64', name: 'x' } as const

describe('in writing', () => {
  it('is one operation with a gradient of its own', () => {
    const slope = compile((x: Tensor) => grad((x: Tensor) => sum(maxPool(x, { size: 2 }).square()))(x).named('g'))
    const program = slope.program(zeros(images.shape))
    expect(`\n${printProgram(program)}\n`).toBe(`
program(x: float64[2, 6, 5, 2])
  t1 = maxPool(x, size=[2, 2], stride=[2, 2], padding=[0, 0])  : float64[2, 3, 2, 2]
  t2 = multiply(2, t1)  : float64[2, 3, 2, 2]
  g = maxPoolGradient(x, t2, size=[2, 2], stride=[2, 2], padding=[0, 0])  : float64[2, 6, 5, 2]
  return result = g
`)
    expect(writeTex(program).at(-1)!.expression).toBe(
      String.raw`\operatorname{maxPool}'\left(x, 2 \, \operatorname{maxPool}\left(x\right)\right)`,
    )
  })

  const python = findPython('numpy')
  it.skipIf(!python).each([{ size: 2 }, { size: 3, stride: 1 }, { size: [3, 2], stride: [2, 1], padding: 1 }] as const)(
    'its NumPy program gives the same numbers, with all its gradients: %o',
    (options) => {
      const slope = (fn: typeof averagePool) => grad((x: Tensor) => sum(fn(x, options).square()))
      const { program } = trace(
        (x) => [maxPool(x, options), slope(maxPool)(x), grad((x: Tensor) => sum(slope(maxPool)(x).square()))(x), slope(averagePool)(x)],
        [images],
      )
      const inputs = [randomNormal(generator(3), images.shape).multiply(2).round()]
      const found = runNumpy(python!, program, inputs)
      for (const [i, wanted] of run(program, inputs).entries()) expectNear(found[i], wanted, 1e-12)
    },
  )
})
