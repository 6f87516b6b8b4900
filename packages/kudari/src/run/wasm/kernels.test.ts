/** Kernels called directly: products can be cut in any way, and memory is handed out without overlaps and does not grow. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { train } from '../../train/train.ts'
import { initializeParameters, initializeStatistics } from '../../nn/parameters.ts'
import { type ModelSpecification, linear } from '../../nn/specification.ts'
import { optimizerNamed } from '../../optim/optimizers.ts'
import { randomNormal, tensor } from '../../tensor/create.ts'
import { generator } from '../../tensor/random.ts'
import { allocate, commonArena, createArena, release, view } from './arena.ts'
import { packIntervals } from './intervals.ts'
import { commonKernels, kernelKind } from './kernels.ts'

describe.each(['fma', 'simd'] as const)('products of the build %s', (kind) => {
  const arena = createArena({ kernels: kind })
  const kernels = commonKernels(arena)!

  it('is the build that runs', () => expect(kernelKind(arena)).toBe(kind))

  it.each(['float32', 'float64'] as const)('of %s have the same bits however the result is cut', (dtype) => {
    const [t, bytes] = dtype === 'float32' ? (['f32', 4] as const) : (['f64', 8] as const)
    const gemm = kernels[`${t}_gemm`]
    const random = generator(1)
    for (const [m, n, k] of [[50, 37, 300], [7, 300, 10], [64, 8, 513], [33, 9, 1]])
      for (const [aDown, aAcross] of [[k, 1], [1, m], [2 * k, 2]])
        for (const [bDown, bAcross] of [[n, 1], [1, k]]) {
          const counts = [2 * m * k, n * k, m * n, m * n]
          const addresses = counts.map((count) => allocate(arena, count * bytes)!)
          const scratch = allocate(arena, kernels[`${t}_gemm_scratch`]())!
          const [a, b, c, pieces] = addresses.map(({ address }, i) => view(arena, dtype, address, counts[i]))
          for (const operand of [a, b]) for (let i = 0; i < operand.length; i++) operand[i] = random.normal()
          const product = (to: Float32Array | Float64Array, i: number, j: number, rows: number, columns: number): void =>
            gemm(
              a.byteOffset + i * aDown * bytes, aDown, aAcross, b.byteOffset + j * bAcross * bytes, bDown, bAcross,
              to.byteOffset + (i * n + j) * bytes, n, rows, columns, k, 0, scratch.address,
            )
          product(c as Float32Array, 0, 0, m, n)
          for (const [i, rows] of [[0, 1], [1, 16], [17, m - 17]].filter(([first, count]) => count > 0 && first + count <= m))
            for (const [j, columns] of [[0, 5], [5, n - 5]]) product(pieces as Float32Array, i, j, rows, columns)
          const whole = m > 17 ? m : 0
          expect(pieces.subarray(0, whole * n)).toEqual(c.subarray(0, whole * n))
          let sum = 0
          for (let l = 0; l < k; l++) sum += a[3 * aDown + l * aAcross] * b[l * bDown + 4 * bAcross]
          expect(Math.abs(c[3 * n + 4] - sum)).toBeLessThan(dtype === 'float32' ? 1e-4 : 1e-12)
          for (const block of [...addresses, scratch]) release(arena, block)
        }
  })
})

describe('memory', () => {
  it('is handed out without overlaps, and taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(300), fc.boolean()), { maxLength: 40 }), (moves) => {
        const arena = createArena()
        const held: { address: number; bytes: number }[] = []
        for (const [size, isRelease] of moves)
          if (isRelease && held.length > 0) release(arena, held.splice(size % held.length, 1)[0])
          else held.push(allocate(arena, size)!)
        const sorted = held.toSorted((a, b) => a.address - b.address)
        const apart = sorted.every(({ address }, i) => i === 0 || sorted[i - 1].address + sorted[i - 1].bytes <= address)
        for (const block of held) release(arena, block)
        return apart && arena.free.length === 0 && arena.top === 64
      }),
    )
  })

  it('of values that are needed at the same time does not overlap, and is shared by those that are not', () => {
    const interval = fc.record({ bytes: fc.nat(1000), from: fc.nat(10), length: fc.nat(4) }).map(({ bytes, from, length }) => ({ bytes, from, to: from + length }))
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 20 }), (intervals) => {
        const { offsets, bytes } = packIntervals(intervals)
        return intervals.every((a, i) =>
          offsets[i] + a.bytes <= bytes &&
          intervals.every((b, j) => j <= i || a.to < b.from || b.to < a.from || offsets[i] + a.bytes <= offsets[j] || offsets[j] + b.bytes <= offsets[i]),
        )
      }),
    )
    expect(packIntervals([0, 1, 2, 3].map((at) => ({ bytes: 640, from: at, to: at + 1 }))).bytes).toBe(1280)
  })

  it('stays as it is over a million steps', async () => {
    const problem = {
      specification: linear(),
      rows: { x: tensor([[1, -5], [1, 5], [1, 0], [1, 2], [1, -2]]), yt: tensor([-6.7, 10.3, -3.3, 5, -5.3]) },
      parameters: { w: tensor([2, -1]) },
      inputs: ['height'],
    }
    const run = (iterations: number) => train(problem, { learningRate: 0.01, iterations })
    await run(5000)
    const { top } = commonArena()!
    const { history } = await run(1_000_000)
    expect(history.loss).toHaveLength(1_000_000)
    // How many steps are recorded at one go depends on their speed; at most 4,096, of three numbers each, with their rows.
    expect(commonArena()!.top - top).toBeLessThan(4096 * 64)
  })

  it('stays as it is over 100,000 steps of a network with Adam, dropout and normalisation', async () => {
    const specification: ModelSpecification = {
      layers: [
        { type: 'dense', units: 8 }, { type: 'batch-normalization' }, { type: 'tanh' }, { type: 'dropout', rate: 0.1 }, { type: 'dense', units: 8 },
        { type: 'relu' }, { type: 'dense' },
      ],
      loss: 'mean-square',
    }
    const random = generator(0)
    const rows = { x: randomNormal(random, [100, 2], 0, 1, { dtype: 'float32' }), yt: randomNormal(random, [100], 0, 1, { dtype: 'float32' }) }
    const parameters = initializeParameters(specification, 2, { dtype: 'float32', random })
    const statistics = initializeStatistics(specification, 2, 'float32', random)
    const problem = { specification, rows, parameters, statistics, inputs: ['a', 'b'] }
    const run = (iterations: number) => train(problem, { learningRate: 0.001, iterations, batch: 10, optimizer: optimizerNamed('adam') })
    await run(5000)
    const { top } = commonArena()!
    const { history } = await run(100_000)
    expect(history.loss).toHaveLength(100_000)
    expect(commonArena()!.top - top).toBeLessThan(4096 * 128)
  })
})
