/** The planned executor gives the bits of the reference, on every kernel and on random Programs. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trace } from '../../program/trace.ts'
import { inputsOf, programOf, recipes } from '../../program/testing/random-programs.ts'
import { generator } from '../../tensor/random.ts'
import { type Shape, sizeOf } from '../../tensor/shape.ts'
import { Tensor } from '../../tensor/tensor.ts'
import { allocate } from '../../tensor/dtype.ts'
import { compile } from '../compile.ts'
import { run } from '../reference.ts'
import { tensor } from '../../tensor/create.ts'
import { planMemory } from './memory.ts'
import { prepare } from './planned.ts'

type Float = 'float64' | 'float32'

/** Every bit of the numbers: NaN equals NaN, and -0 is not 0. */
const same = (found: readonly Tensor[], expected: readonly Tensor[]): boolean =>
  found.length === expected.length &&
  found.every(({ dtype, shape, data }, i) => {
    const other = expected[i]
    return dtype === other.dtype && shape.join() === other.shape.join() && data.every((value, j) => Object.is(value, other.data[j]))
  })

const special = [NaN, Infinity, -Infinity, 0, -0, 5e-324, 1e-40, -1e308]

function randomTensor(shape: Shape, dtype: Float, seed: number, withSpecial: boolean): Tensor {
  const random = generator(seed)
  const data = allocate(dtype, sizeOf(shape))
  for (let i = 0; i < data.length; i++)
    data[i] = withSpecial && random.uniform() < 0.1 ? special[random.integer(special.length)] : random.normal() * 3
  return new Tensor({ shape, dtype }, data)
}

/** Runs a function by both executors, twice with the same memory. */
function compare(fn: (...inputs: Tensor[]) => Tensor, shapes: readonly Shape[]): void {
  for (const dtype of ['float64', 'float32'] as const)
    for (const withSpecial of [false, true]) {
      const { program } = trace(fn, shapes.map((shape, i) => ({ shape, dtype, name: `x${i}` })))
      const executable = prepare(program)
      for (const seed of [1, 2]) {
        const inputs = shapes.map((shape, i) => randomTensor(shape, dtype, seed * 100 + i, withSpecial))
        expect(same(executable(inputs), run(program, inputs))).toBe(true)
      }
    }
}

const sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 17]

describe('kernels', () => {
  it.each(['add', 'subtract', 'multiply', 'divide'] as const)('%s in every layout', (name) => {
    for (const n of sizes) {
      compare((a, b) => a[name](b), [[n], [n]])
      compare((a, b) => a[name](b), [[n, 3], []])
      compare((a, b) => a[name](b), [[], [n, 3]])
      compare((a, b) => a[name](b), [[n, 3], [3]])
      compare((a, b) => a[name](b), [[n, 3], [n, 1]])
      compare((a, b) => a[name](b), [[n, 3], [1, 1]])
    }
    compare((a, b) => a[name](b), [[1, 4], [3, 1]])
  })

  it.each(['square', 'negative', 'exp', 'tanh', 'sigmoid', 'softplus', 'relu', 'log'] as const)('%s', (name) => {
    for (const n of sizes) compare((x) => x[name](), [[n, 2]])
  })

  it('matmul of matrices and vectors, each way round', () => {
    for (const m of sizes)
      for (const k of sizes)
        for (const n of [1, 3, 4]) {
          compare((a, b) => a.matmul(b), [[m, k], [k, n]])
          compare((a, b) => a.matmul(b, { transposeA: true }), [[k, m], [k, n]])
          compare((a, b) => a.matmul(b, { transposeB: true }), [[m, k], [n, k]])
        }
    for (const m of sizes)
      for (const k of sizes) {
        compare((a, v) => a.matmul(v), [[m, k], [k]])
        compare((a, v) => a.matmul(v, { transposeA: true }), [[k, m], [k]])
        compare((v, b) => v.matmul(b), [[k], [k, m]])
        compare((v, b) => v.matmul(b, { transposeB: true }), [[k], [m, k]])
        compare((a, b) => a.matmul(b, { transposeA: true, transposeB: true }), [[k, m], [3, k]])
      }
    for (const k of sizes) compare((v, w) => v.matmul(w), [[k], [k]])
    compare((a, b) => a.matmul(b), [[2, 3, 4], [4, 5]])
  })

  it('sums, means, softmax and logSumExp along each axis', () => {
    for (const n of sizes.slice(1))
      for (const name of ['sum', 'mean'] as const) {
        compare((x) => x[name](), [[n]])
        compare((x) => x[name](), [[n, 3]])
        compare((x) => x[name]({ axis: 0 }), [[n, 3]])
        compare((x) => x[name]({ axis: 1 }), [[n, 3]])
        compare((x) => x[name]({ axis: 0, keepdims: true }), [[n, 3]])
        compare((x) => x.softmax({ axis: 1 }), [[n, 3]])
        compare((x) => x.softmax({ axis: 0 }), [[n, 3]])
        compare((x) => x.logSumExp({ axis: 1 }), [[n, 3]])
        compare((x) => x.logSumExp({ axis: 0 }), [[n]])
      }
  })
})

describe('random Programs', () => {
  it.each(['exact', 'smooth'] as const)('of %s moves', (kind) => {
    const options = kind === 'exact' ? { kind, dtypes: ['float64', 'float32', 'int32'] as const } : { kind, dtypes: ['float64', 'float32'] as const }
    fc.assert(
      fc.property(recipes(options), (recipe) => {
        const program = programOf(recipe)
        const inputs = inputsOf(recipe)
        const executable = prepare(program)
        const expected = run(program, inputs)
        // Twice: nothing may be left over from the first run.
        return same(executable(inputs), expected) && same(executable(inputs), expected)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('memory', () => {
  it('is used again when it is needed no more', () => {
    const { program } = trace((x) => x.add(1).multiply(2).add(3).multiply(4).add(5), [{ shape: [100], dtype: 'float64', name: 'x' }])
    const { memory } = planMemory(program)
    // Four values stay inside; two pieces of memory take turns.
    expect(new Set(memory.filter((own) => own !== undefined)).size).toBe(2)
  })

  it('of results is not written again by later runs', () => {
    const double = compile((x: Tensor) => ({ twice: x.add(x), same: x.add(x).reshape([1, 2]) }))
    const first = double(tensor([1, 2]))
    double(tensor([10, 20]))
    expect([first.twice.toArray(), first.same.toArray()]).toEqual([[2, 4], [[2, 4]]])
  })
})

describe('compile', () => {
  it('tells arguments of another kind from those before', () => {
    const total = compile((parts: Record<string, Tensor>, factor: number) =>
      Object.values(parts).reduce((sum, part) => sum.add(part.sum())).mul(factor).sum())
    const [a, b] = [tensor([1, 2]), tensor([10, 20, 30])]
    const results = [
      total({ a }, 1), total({ a }, 1), total({ a }, 2), total({ a, b }, 2), total({ a: b }, 2), total({ a }, 2),
      total({ a: a.astype('float32') }, 2),
    ]
    expect(results.map((result) => result.item())).toEqual([3, 3, 6, 246, 120, 6, 6])
    expect(results[6].dtype).toBe('float32')
  })
})
