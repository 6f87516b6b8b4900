/** Convolutions held to PyTorch, patches to the way back of them, and both to their NumPy spelling. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPython } from '../../../../tests/python.ts'
import {
  type Tensor,
  conv2d,
  foldPatches,
  generator,
  grad,
  ones,
  patches,
  printProgram,
  randomNormal,
  run,
  sum,
  tensor,
  trace,
  writeTex,
  zeros,
} from '../index.ts'
import { readGolden } from './testing/encoded.ts'
import { runNumpy } from './testing/numpy-program.ts'
import { type TorchCase, expectAsTorch, expectNear } from './testing/torch.ts'

const { source, cases } = readGolden<TorchCase>(new URL('testing/convolution.json', import.meta.url))
const convolutions = cases.filter((entry) => entry.function === 'conv2d').map((entry) => [entry.name, entry] as const)

describe(`convolutions agree with ${source}`, () => {
  it.each(convolutions)('%s', (_name, entry) => expectAsTorch(entry, ({ x, w }) => conv2d(x, w, entry.options)))
  it.each(convolutions)('%s, in float32', (_name, entry) =>
    expectAsTorch(entry, ({ x, w }) => conv2d(x, w, entry.options), { dtype: 'float32', within: 1e-5 }),
  )
})

const pair = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }))

/** Images and windows of all kinds that fit: what the windows span at most is added to the smallest image. */
const windowed = fc
  .record({
    images: fc.integer({ min: 0, max: 2 }),
    channels: fc.integer({ min: 0, max: 3 }),
    size: pair(1, 3),
    stride: pair(1, 3),
    padding: pair(0, 3),
    dilation: pair(1, 3),
    larger: pair(0, 4),
    seed: fc.nat(),
  })
  .map(({ images, channels, larger, seed, ...windows }) => {
    const length = (axis: 0 | 1) =>
      Math.max(1, windows.dilation[axis] * (windows.size[axis] - 1) + 1 - 2 * windows.padding[axis]) + larger[axis]
    return { shape: [images, length(0), length(1), channels], windows, random: generator(seed) }
  })

describe('patches', () => {
  it('and foldPatches are transposes of each other: <patches(x), y> = <x, foldPatches(y)>', () => {
    fc.assert(
      fc.property(windowed, ({ shape, windows, random }) => {
        const x = randomNormal(random, shape)
        const rows = patches(x, windows)
        const y = randomNormal(random, rows.shape)
        const folded = foldPatches(y, { ...windows, shape })
        expect(folded.shape).toEqual(shape)
        const [left, right] = [rows.multiply(y), x.multiply(folded)].map((products) => products.sum().item())
        expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-12 * (1 + rows.multiply(y).abs().sum().item()))
      }),
      { numRuns: 300 },
    )
  })

  it('have the pixels that lie under the window, each held to its place', () => {
    fc.assert(
      fc.property(windowed, ({ shape, windows: { size, stride, padding, dilation }, random }) => {
        const [images, height, width, channels] = shape
        const x = randomNormal(random, shape)
        const rows: number[][] = []
        for (let n = 0; n < images; n++)
          for (let top = -padding[0]; top + dilation[0] * (size[0] - 1) < height + padding[0]; top += stride[0])
            for (let left = -padding[1]; left + dilation[1] * (size[1] - 1) < width + padding[1]; left += stride[1]) {
              const row: number[] = []
              for (let i = 0; i < size[0]; i++)
                for (let j = 0; j < size[1]; j++)
                  for (let c = 0; c < channels; c++) {
                    const [y, z] = [top + i * dilation[0], left + j * dilation[1]]
                    const isInside = y >= 0 && y < height && z >= 0 && z < width
                    row.push(isInside ? x.data[((n * height + y) * width + z) * channels + c] : 0)
                  }
              rows.push(row)
            }
        const found = patches(x, { size, stride, padding, dilation })
        expect(found.shape).toEqual([rows.length, size[0] * size[1] * channels])
        expect(found.toArray()).toEqual(rows)
      }),
      { numRuns: 200 },
    )
  })

  it('keep the dtype, and fold whole numbers to whole numbers', () => {
    for (const dtype of ['float64', 'float32', 'int32', 'bool'] as const)
      expect(patches(ones([1, 2, 2, 1], { dtype }), { size: 2, padding: 1 }).dtype).toBe(dtype)
    const counts = foldPatches(ones([4, 4], { dtype: 'int32' }), { size: 2, shape: [1, 3, 3, 1] })
    expect(counts.dtype).toBe('int32')
    expect(counts.reshape([3, 3]).toArray()).toEqual([[1, 2, 1], [2, 4, 2], [1, 2, 1]])
    expect(foldPatches(tensor([[true], [true]]), { size: 1, shape: [2, 1, 1, 1] }).dtype).toBe('int32')
  })

  it('of no images are none, and gradients of nothing are zeros', () => {
    const weights = ones([2, 2, 3, 4])
    expect(conv2d(zeros([0, 5, 6, 3]), weights).shape).toEqual([0, 4, 5, 4])
    const slopes = grad((w: Tensor) => sum(conv2d(zeros([0, 5, 6, 3]), w)))(weights)
    expect(slopes.toArray()).toEqual(zeros([2, 2, 3, 4]).toArray())
    expect(conv2d(ones([1, 2, 2, 0]), ones([2, 2, 0, 1])).toArray()).toEqual([[[[0]]]])
    expect(conv2d(ones([1, 2, 2, 1]), ones([2, 2, 1, 0])).shape).toEqual([1, 1, 1, 0])
  })
})

it('the examples of the documentation', () => {
  const x = [[[[1], [2], [3]], [[4], [5], [6]]]]
  expect(patches(x, { size: 2 }).toArray()).toEqual([[1, 2, 4, 5], [2, 3, 5, 6]])
  const folded = foldPatches([[1, 2, 4, 5], [2, 3, 5, 6]], { size: 2, shape: [1, 2, 3, 1] })
  expect(folded.reshape([2, 3]).toArray()).toEqual([[1, 4, 3], [4, 10, 6]])
  const differences = conv2d([[[[1], [3], [6], [10]]]], tensor([-1, 1]).reshape([1, 2, 1, 1]))
  expect(differences.reshape([3]).toArray()).toEqual([2, 3, 4])
})

/** A convolution with its gradients, and the gradients of one of them, as one Program. */
const withGradients = (options: Parameters<typeof conv2d>[2]) =>
  trace(
    (x, w) => {
      const loss = ([x, w]: readonly Tensor[]) => conv2d(x, w, options).square().sum()
      const slopes = (both: readonly Tensor[]) => grad(loss)(both)
      return [loss([x, w]), ...slopes([x, w]), ...grad((both: readonly Tensor[]) => slopes(both)[0].square().sum())([x, w])]
    },
    [
      { shape: [2, 6, 5, 2], dtype: 'float64', name: 'x' },
      { shape: [3, 2, 2, 3], dtype: 'float64', name: 'w' },
    ],
  ).program

describe('in writing', () => {
  it('a convolution is a product of patches', () => {
    const { program } = trace(
      (x, w) => conv2d(x, w, { stride: 2, padding: [1, 0] }).named('h'),
      [
        { shape: [4, 6, 5, 2], dtype: 'float64', name: 'x' },
        { shape: [3, 3, 2, 8], dtype: 'float64', name: 'w' },
      ],
    )
    expect(`\n${printProgram(program)}\n`).toBe(`
program(x: float64[4, 6, 5, 2], w: float64[3, 3, 2, 8])
  t1 = patches(x, size=[3, 3], stride=[2, 2], padding=[1, 0], dilation=[1, 1])  : float64[24, 18]
  t2 = reshape(w, shape=[18, 8])  : float64[18, 8]
  t3 = matmul(t1, t2)  : float64[24, 8]
  h = reshape(t3, shape=[4, 3, 2, 8])  : float64[4, 3, 2, 8]
  return result = h
`)
    expect(writeTex(program)[0].expression).toBe(String.raw`\operatorname{patches}\left(x\right) w`)
  })

  const python = findPython('numpy')
  it.skipIf(!python).each([
    {},
    { stride: 2, padding: 1 },
    { stride: [2, 3], padding: [2, 1] },
    { dilation: [2, 3] },
    { stride: [1, 2], padding: [3, 1], dilation: [3, 2] },
  ] as const)('its NumPy program gives the same numbers: %o', (options) => {
    const random = generator(3)
    const inputs = [randomNormal(random, [2, 6, 5, 2]), randomNormal(random, [3, 2, 2, 3])]
    const derived = withGradients(options)
    const found = runNumpy(python!, derived, inputs)
    for (const [i, wanted] of run(derived, inputs).entries()) expectNear(found[i], wanted, 1e-12)
  })
})
