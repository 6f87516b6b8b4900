/** Networks on images: every kernel gives what the reference gives, and whole steps of training the same bits on any number of threads. */
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { foldPatches } from '../../ops/convolution.ts'
import { maxPoolGradient, takeMaxima } from '../../ops/pooling.ts'
import { randomUniformLike } from '../../ops/random.ts'
import '../../ops/methods.ts'
import { valueAndGrad } from '../../program/differentiate.ts'
import type { Program } from '../../program/program.ts'
import { simplify } from '../../program/simplify/simplify.ts'
import { trace } from '../../program/trace.ts'
import type { Shape } from '../../tensor/shape.ts'
import { Tensor } from '../../tensor/tensor.ts'
import { run } from '../reference.ts'
import { useThreads } from '../threads.ts'
import { prepareOnMachine } from './executable.ts'
import { planProgram } from './plan.ts'
import { compare, differences, outside, randomTensor, tasksOf } from './testing/machines.ts'

afterAll(() => useThreads(undefined))

const pair = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }))

/** Images and windows of all kinds that fit, with few channels and many. */
const windowed = fc
  .record({
    images: fc.integer({ min: 0, max: 3 }),
    channels: fc.constantFrom(0, 1, 2, 3, 4, 5, 8, 16, 19, 36),
    size: pair(1, 4),
    stride: pair(1, 3),
    padding: pair(0, 3),
    dilation: pair(1, 3),
    larger: pair(0, 5),
  })
  .map(({ images, channels, larger, ...windows }) => {
    const length = (axis: 0 | 1) =>
      Math.max(1, windows.dilation[axis] * (windows.size[axis] - 1) + 1 - 2 * windows.padding[axis]) + larger[axis]
    return { shape: [images, length(0), length(1), channels], windows }
  })

/** Windows of which no more than half may be padding. */
const pooled = windowed.map(({ shape: [images, height, width, channels], windows: { size, stride, padding } }) => ({
  shape: [images, Math.max(height, size[0]), Math.max(width, size[1]), channels],
  pooling: { size, stride, padding: [Math.min(padding[0], size[0] >> 1), Math.min(padding[1], size[1] >> 1)] as const },
}))

const places = (length: number, axis: 0 | 1, { size, stride, padding }: { [Key in 'size' | 'stride' | 'padding']: readonly [number, number] }): number =>
  Math.floor((length + 2 * padding[axis] - size[axis]) / stride[axis]) + 1

describe('kernels', () => {
  it('of patches and the way back, for windows of all kinds', () => {
    fc.assert(
      fc.property(windowed, ({ shape, windows }) => {
        compare((x) => x.patches(windows), shape)
        compare((x) => foldPatches(x.patches(windows).multiply(2), { ...windows, shape }), shape)
      }),
      { numRuns: 150 },
    )
  })

  it('of the largest pixels, their places, and the way back', () => {
    fc.assert(
      fc.property(pooled, ({ shape, pooling }) => {
        const [images, height, width, channels] = shape
        compare((x) => x.maxPool(pooling), shape)
        compare((x, values) => takeMaxima(x, values, pooling), shape, shape)
        compare((x, g) => maxPoolGradient(x, g, pooling), shape, [images, places(height, 0, pooling), places(width, 1, pooling), channels])
      }),
      { numRuns: 100 },
    )
  })

  it('where pixels are equal: the first counts, as in the reference', () => {
    const x = new Tensor({ shape: [1, 4, 4, 6], dtype: 'float32' }, Float32Array.from({ length: 96 }, (_, i) => (i * 7) % 3))
    for (const pooling of [{ size: [2, 2], stride: [2, 2], padding: [0, 0] }, { size: [3, 3], stride: [1, 1], padding: [1, 1] }] as const) {
      const { program } = trace((images) => maxPoolGradient(images, images.maxPool(pooling).add(1), pooling), [{ ...x, name: 'x' }])
      expect(prepareOnMachine(program)!([x])[0].data).toEqual(run(program, [x])[0].data)
      expect(outside(program)).toEqual([])
    }
  })

  it('of means over windows, pixels and batches, and what is spread over them again', () => {
    for (const channels of [1, 3, 4, 17]) {
      const shape = [5, 4, 6, channels]
      compare((x) => x.averagePool({ size: 2 }), shape)
      compare((x) => valueAndGrad((y: Tensor) => y.averagePool({ size: 2 }).square().sum())(x).gradient, shape)
      for (const axis of [[1, 2], [0, 1, 2], [1], [0, 1], [2, 3]])
        for (const keepdims of [false, true])
          for (const name of ['sum', 'mean'] as const) compare((x) => x[name]({ axis, keepdims }), shape)
      compare((x) => x.subtract(x.mean({ axis: [1, 2], keepdims: true })).square(), shape)
      compare((x, gate) => x.multiply(gate).add(x.sum({ axis: 3, keepdims: true })), shape, [5, 1, 1, channels])
      compare((x) => x.subtract(x.mean({ axis: [0, 1, 2], keepdims: true })).square(), shape)
    }
  })

  it('of random numbers: those of the reference, wherever a tile begins', () => {
    for (const dtype of ['float32', 'float64'] as const)
      for (const shape of [[], [1], [7], [0, 3], [1001, 7], [65, 9, 5, 3]]) {
        const { program } = trace(
          (x, seed) => [randomUniformLike(x, seed), x.add(randomUniformLike(x, seed)).multiply(2)],
          [{ shape, dtype, name: 'x' }, { shape: [], dtype: 'int32', name: 'seed' }],
        )
        for (const seed of [0, 1, -123456789]) {
          const inputs = [randomTensor(shape, dtype, 1, false), new Tensor({ shape: [], dtype: 'int32' }, Int32Array.of(seed))]
          expect(prepareOnMachine(program)!(inputs).map(({ data }) => data)).toEqual(run(program, inputs).map(({ data }) => data))
          expect(outside(program)).toEqual([])
        }
      }
  })
})

/** What a network of two convolutions is made of. */
interface Network {
  readonly batch: number
  readonly pixels: Shape
  readonly first: { readonly size: readonly [number, number]; readonly options: object; readonly outputs: number }
  readonly second: Network['first']
}

/** The loss of a network on images, and its gradients: convolution, ReLU, pooling, twice; then softmax cross-entropy. */
function stepOf({ batch, pixels: [height, width, channels], first, second }: Network, dtype: 'float32' | 'float64'): { program: Program; inputs: Tensor[] } {
  const hidden = (x: Tensor, w: Tensor, b: Tensor, options: object): Tensor => x.conv2d(w, options).add(b).relu().maxPool({ size: [2, 2], stride: [2, 1] })
  const features = (x: Tensor, p: readonly Tensor[]): Tensor => {
    const h = hidden(hidden(x, p[0], p[1], first.options), p[2], p[3], second.options)
    return h.reshape([batch, h.size / batch])
  }
  const shapes = [
    [...first.size, channels, first.outputs],
    [first.outputs],
    [...second.size, first.outputs, second.outputs],
    [second.outputs],
  ]
  const images = { shape: [batch, height, width, channels], dtype, name: 'x' }
  const probe = trace((x, ...p) => features(x, p), [images, ...shapes.map((shape, i) => ({ shape, dtype, name: `p${i}` }))]).program
  const columns = probe.values[probe.outputs[0].value].shape[1]
  const all = [...shapes, [columns, 5], [5]]
  const loss = (p: readonly Tensor[], x: Tensor, t: Tensor): Tensor => {
    const z = features(x, p).matmul(p[4]).add(p[5])
    return z.logSumExp({ axis: 1 }).subtract(z.multiply(t).sum({ axis: 1 })).mean()
  }
  const { program } = trace((x, t, ...p) => {
    const { value, gradient } = valueAndGrad(loss)(p, x, t)
    return [value, ...p.map((w, i) => w.subtract(gradient[i].multiply(0.1)))]
  }, [images, { shape: [batch, 5], dtype, name: 't' }, ...all.map((shape, i) => ({ shape, dtype, name: `p${i}` }))])
  const targets = randomTensor([batch, 5], dtype, 2, false).softmax()
  const inputs = [randomTensor(images.shape, dtype, 1, false), targets, ...all.map((shape, i) => randomTensor(shape, dtype, 3 + i, false).multiply(0.3))]
  return { program: simplify(program), inputs }
}

const networks: readonly Network[] = [
  {
    batch: 37,
    pixels: [15, 13, 3],
    first: { size: [3, 3], options: { padding: 1 }, outputs: 9 },
    second: { size: [3, 2], options: { stride: [2, 1], padding: [0, 1] }, outputs: 6 },
  },
  {
    batch: 64,
    pixels: [20, 20, 1],
    first: { size: [5, 5], options: {}, outputs: 16 },
    second: { size: [3, 3], options: { dilation: 2, padding: 2 }, outputs: 32 },
  },
  {
    // As many rows of patches in one convolution as images times something else in the other, and a batch that is no multiple of its tiles.
    batch: 9,
    pixels: [24, 18, 4],
    first: { size: [4, 4], options: { stride: 2, padding: 1, dilation: [1, 2] }, outputs: 20 },
    second: { size: [1, 1], options: {}, outputs: 70 },
  },
]

describe('a step of training', () => {
  for (const [i, network] of networks.entries())
    for (const dtype of ['float32', 'float64'] as const)
      it(`of network ${i + 1} in ${dtype}: near the reference, and the same bits for 1, 2, 3 and 8 threads`, () => {
        const { program, inputs } = stepOf(network, dtype)
        const results = [1, 2, 3, 8].map((threads) => {
          useThreads(threads)
          const execute = prepareOnMachine(program)!
          execute(inputs)
          return execute(inputs)
        })
        expect(differences(results[0], run(program, inputs), 10)).toEqual([])
        for (const result of results.slice(1)) expect(result.map(({ data }) => data)).toEqual(results[0].map(({ data }) => data))
        expect(outside(program)).toEqual([])
      })

  it('whose windows see all of an image: rows of a table follow', () => {
    compare((x, w) => {
      const h = x.conv2d(w).reshape([64, 10])
      return [h.softmax(), foldPatches(h.softmax().matmul(w.reshape([147, 10]), { transposeB: true }), { size: 7, shape: x.shape })]
    }, [64, 7, 7, 3], [7, 7, 3, 10])
    const { program } = trace((x) => x.patches({ size: 16 }), [{ shape: [64, 16, 16, 3], dtype: 'float32', name: 'x' }])
    expect(planProgram(program).stages.map(({ tiles }) => tiles)).toEqual([8, 1])
  })

  it('that adds patches to what was begun before them', () => {
    compare((x, images) => {
      const begun = x.add(x.sum())
      return begun.add(images.patches({ size: 2 }))
    }, [16, 4], [4, 3, 3, 1])
  })

  it('on images of different numbers that have as many patches, and on patches that are images themselves', () => {
    const shapes = [[16, 20, 20, 3], [64, 10, 10, 3], [16, 24, 24, 4]]
    const { program } = trace((x, y, z) => {
      const both = x.patches({ size: 1 }).add(y.patches({ size: 1 }))
      const inner = z.patches({ size: 8, stride: 8 }).reshape([144, 8, 8, 4])
      const sums = inner.conv2d(z.slice(':3', ':2', ':4').reshape([3, 2, 4, 4]), { padding: 1 }).relu()
      return [both.square().mean(), foldPatches(both.exp(), { size: 1, shape: y.shape }), both.matmul(both, { transposeA: true }), sums, sums.sum({ axis: 0 })]
    }, shapes.map((shape, i) => ({ shape, dtype: 'float32', name: `x${i}` })))
    const inputs = shapes.map((shape, i) => randomTensor(shape, 'float32', i, false))
    const results = [1, 2, 8].map((threads) => {
      useThreads(threads)
      return prepareOnMachine(program)!(inputs)
    })
    expect(differences(results[0], run(program, inputs), 100)).toEqual([])
    for (const result of results.slice(1)) expect(result.map(({ data }) => data)).toEqual(results[0].map(({ data }) => data))
  })

  it('cuts by images whatever belongs to them, keeps patches for a tile only, and sees no gradient of the images', () => {
    const { program } = stepOf(networks[1], 'float32')
    const tasks = tasksOf(program)
    const kernels = tasks.flatMap(({ task }) => (task.kind === 'kernel' ? [task] : []))
    const byName = (name: string) => kernels.filter(({ call }) => call.kernel === `f32_${name}`)
    // Two convolutions there, two on the way back; the gradient of the second goes back to its images, that of the first does not.
    expect([byName('patches').length, byName('fold_patches').length, byName('max_pool').length, byName('max_pool_gradient').length]).toEqual([4, 1, 2, 2])
    for (const { tiling } of [...byName('patches'), ...byName('fold_patches')]) expect(tiling.samples).toBe(64)
    // Of each hidden layer one value is kept: relu's, from which the way back sees where it was above 0.
    const chains = tasks.flatMap(({ task }) => (task.kind === 'chain' ? [task] : []))
    expect(chains.filter(({ chain }) => chain.members.some(({ operation }) => operation === 'relu')).map(({ writes }) => writes.length)).toEqual([1, 1])
    const taken = tasks.filter(({ task }) => task.kind === 'kernel' && task.call.kernel === 'f32_patches')
    expect(taken.map(({ task, place }) => place(task.writes[0]))).toEqual(['thread', 'thread', 'thread', 'thread'])
  })
})
