/** Machines give what the reference gives: on every kernel, on odd and empty sizes, on special numbers, and on random Programs. */
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { KudariError } from '../../messages/error.ts'
import { inputsOf, programOf, recipes, spread } from '../../program/testing/random-programs.ts'
import type { Program } from '../../program/program.ts'
import { oneHot } from '../../ops/gather.ts'
import { trace } from '../../program/trace.ts'
import { Tensor } from '../../tensor/tensor.ts'
import { run } from '../reference.ts'
import { useThreads } from '../threads.ts'
import { prepareOnMachine } from './executable.ts'
import { type Float, compare, differences, outside, randomTensor } from './testing/machines.ts'

/** A Program that computes in float32 somewhere is as exact as that everywhere. */
const precisionOf = ({ values }: Program): Float => (values.some(({ dtype }) => dtype === 'float32') ? 'float32' : 'float64')

const sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 17]

afterAll(() => useThreads(undefined))

describe('kernels', () => {
  it.each(['add', 'subtract', 'multiply', 'divide', 'maximum', 'minimum'] as const)('%s in every layout', (name) => {
    for (const n of sizes) {
      compare((a, b) => a[name](b), [n], [n])
      compare((a, b) => a[name](b), [n, 3], [])
      compare((a, b) => a[name](b), [], [n, 3])
      compare((a, b) => a[name](b), [n, 3], [3])
      compare((a, b) => a[name](b), [3], [n, 3])
      compare((a, b) => a[name](b), [n, 3], [n, 1])
      compare((a, b) => a[name](b), [n, 5], [1, 1])
      compare((a, b) => a[name](b), [2, n, 3], [2, n, 1])
      compare((a, b) => a[name](b), [2, n, 3], [3])
    }
    compare((a, b) => a[name](b), [1, 4], [3, 1])
    compare((a, b) => a[name](b), [2, 3, 4], [3, 4])
  })

  it.each([
    'square', 'negative', 'abs', 'sign', 'floor', 'ceil', 'round', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'sqrt', 'tanh',
    'sigmoid', 'softplus', 'erf', 'relu', 'sin',
  ] as const)('%s', (name) => {
    for (const n of sizes) compare((x) => x[name](), [n, 2])
  })

  it('truth values inside of chains, in memory, and both', () => {
    for (const n of sizes) {
      compare((a, b) => a.greater(b).astype(a.dtype).multiply(a), [n], [n])
      compare((a, b) => a.lessEqual(b).where(a, b), [n, 2], [n, 2])
      compare((a, b) => a.isnan().logicalOr(b.isfinite().logicalNot()).where(a, b), [n], [n])
      compare((a, b) => a.equal(b).logicalAnd(a.notEqual(0)).astype('float64').sum(), [n], [n])
      compare((a, b) => {
        const isLess = a.less(b)
        return [isLess.where(a, b), isLess.astype('int32').sum()]
      }, [n], [n])
      compare((a, b) => a.greaterEqual(b).where(a, 1), [n, 3], [3])
      // As numbers: for one shape only, for another too, as a result, seen in another shape, for a comparison.
      compare((a, b) => a.greater(0).astype(a.dtype).multiply(b).add(a.greater(0).astype(a.dtype)), [n, 3], [n, 3])
      compare((a, b) => {
        const isPositive = a.greater(0).astype(a.dtype)
        return [isPositive.multiply(a), isPositive.multiply(b)]
      }, [3], [n, 3])
      compare((a) => {
        const isPositive = a.relu().add(a.greater(0).astype(a.dtype)).greater(1).astype(a.dtype)
        return [isPositive, isPositive.reshape([3 * n]).multiply(2), isPositive.sum({ axis: 0 })]
      }, [n, 3])
    }
  })

  it('one-hot rows, in float32 without leaving WebAssembly', () => {
    for (const dtype of ['float32', 'float64'] as const)
      for (const n of sizes) {
        const { program } = trace((labels) => oneHot(labels, 10, dtype).multiply(2), [{ shape: [n], dtype: 'int32', name: 'labels' }])
        const labels = new Tensor({ shape: [n], dtype: 'int32' }, Int32Array.from({ length: n }, (_, i) => (i * 7) % 10))
        expect(differences(prepareOnMachine(program)!([labels]), run(program, [labels]), 0)).toEqual([])
        expect(outside(program)).toEqual(dtype === 'float32' ? [] : ['equal', 'astype'])
      }
  })

  it('matmul of matrices and vectors, each way round', () => {
    for (const m of sizes)
      for (const k of [0, 1, 3, 4, 8, 17])
        for (const n of [1, 3, 8, 10]) {
          compare((a, b) => a.matmul(b), [m, k], [k, n])
          compare((a, b) => a.matmul(b, { transposeA: true }), [k, m], [k, n])
          compare((a, b) => a.matmul(b, { transposeB: true }), [m, k], [n, k])
        }
    for (const m of sizes)
      for (const k of sizes) {
        compare((a, v) => a.matmul(v), [m, k], [k])
        compare((a, v) => a.matmul(v, { transposeA: true }), [k, m], [k])
        compare((v, b) => v.matmul(b), [k], [k, m])
        compare((v, b) => v.matmul(b, { transposeB: true }), [k], [m, k])
        compare((a, b) => a.matmul(b, { transposeA: true, transposeB: true }), [k, m], [3, k])
      }
    for (const k of sizes) compare((v, w) => v.matmul(w), [k], [k])
    compare((a, b) => a.matmul(b), [2, 3, 4], [4, 5])
    compare((a, b) => a.matmul(b), [2, 3, 4], [2, 4, 5])
    compare((a, b) => a.matmul(b), [64, 300], [300, 70])
  })

  it('sums, means, softmax and logSumExp along each axis', () => {
    for (const n of sizes.slice(1))
      for (const columns of [1, 3, 8, 10]) {
        for (const name of ['sum', 'mean'] as const) {
          compare((x) => x[name](), [n])
          compare((x) => x[name](), [n, columns])
          compare((x) => x[name]({ axis: 0 }), [n, columns])
          compare((x) => x[name]({ axis: 1 }), [n, columns])
          compare((x) => x[name]({ axis: 0, keepdims: true }), [n, columns])
          compare((x) => x[name]({ axis: [0, 1] }), [n, 2, columns])
          compare((x) => x[name]({ axis: [1, 2] }), [n, 2, columns])
          compare((x) => x[name]({ axis: 1 }), [n, 2, columns])
          compare((x) => x.square()[name](), [n, columns])
        }
        for (const axis of [0, 1]) {
          compare((x) => x.softmax({ axis }), [n, columns])
          compare((x) => x.logSumExp({ axis }), [n, columns])
        }
        compare((x) => x.softmax(), [columns])
        compare((x) => x.transpose().add(1), [n, columns])
      }
    compare((x) => x.sum(), [0])
    compare((x) => x.mean(), [0, 3])
    compare((x) => x.astype('float64').add(1).astype('float32'), [9, 2])
  })
})

describe('random Programs', () => {
  it('of exact moves', () => {
    fc.assert(
      fc.property(recipes({ kind: 'exact', dtypes: ['float64', 'float32', 'int32'] }), (recipe) => {
        const program = programOf(recipe)
        const inputs = inputsOf(recipe)
        const { largest } = spread(program, inputs)
        const execute = prepareOnMachine(program)!
        const expected = run(program, inputs)
        const isExact = largest < 2 ** 12
        return [0, 1].every(() => differences(execute(inputs), expected, isExact ? 0 : largest, precisionOf(program)).length === 0)
      }),
      { numRuns: 1000 },
    )
  })

  it('of smooth moves', () => {
    fc.assert(
      fc.property(recipes({ kind: 'smooth', dtypes: ['float64', 'float32'] }), (recipe) => {
        const program = programOf(recipe)
        const inputs = inputsOf(recipe)
        const { largest } = spread(program, inputs)
        const execute = prepareOnMachine(program)!
        return largest > 1e6 || differences(execute(inputs), run(program, inputs), 100 * Math.max(1, largest), precisionOf(program)).length === 0
      }),
      { numRuns: 1000 },
    )
  })
})

/** Everything that is cut into tiles: products, chains, sums of each kind, on odd sizes. */
function large(x: Tensor, w: Tensor, v: Tensor): Tensor[] {
  const h = x.matmul(w).add(1).tanh()
  const p = h.softmax()
  const d = p.subtract(h)
  return [
    d.square().mean(),
    h.matmul(d, { transposeA: true }),
    x.matmul(d, { transposeA: true }),
    d.sum({ axis: 0 }),
    d.mean({ axis: 0 }),
    h.logSumExp().matmul(h.sum({ axis: 1 })),
    x.matmul(v),
    x.matmul(x.matmul(v), { transposeA: true }),
    d.matmul(w, { transposeB: true }).sum(),
  ]
}

describe('tiles', () => {
  for (const dtype of ['float64', 'float32'] as const)
    for (const rows of [100, 515, 3001])
      it(`of ${rows} rows of ${dtype}: near the reference, and the same bits for 1, 2, 3 and 8 threads`, () => {
        const shapes = [[rows, 70], [70, 33], [70]]
        const { program } = trace(large, shapes.map((shape, i) => ({ shape, dtype, name: `x${i}` })))
        const inputs = shapes.map((shape, i) => randomTensor(shape, dtype, i, false))
        const results = [1, 2, 3, 8].map((threads) => {
          useThreads(threads)
          const execute = prepareOnMachine(program)!
          execute(inputs)
          return execute(inputs)
        })
        expect(differences(results[0], run(program, inputs), rows * 10)).toEqual([])
        for (const result of results.slice(1)) expect(result.map(({ data }) => data)).toEqual(results[0].map(({ data }) => data))
        expect(outside(program)).toEqual([])
      })
})

describe('a Program that needs more memory than WebAssembly can address', () => {
  it('says how much, and names its largest tensors, in both languages', () => {
    const { program } = trace((x) => {
      const powers = x.exp().named('powers')
      return powers.matmul(powers).sum()
    }, [{ shape: [30_000, 30_000], dtype: 'float64', name: 'x' }])
    const error = refusal(() => prepareOnMachine(program))
    expect([error.kind, error.message, error.in('ja')]).toEqual([
      'failure',
      expect.stringMatching(/needs 6\.7\d GiB at once.*powers float64 \(30000, 30000\): 6\.71 GiB.*--batch/),
      expect.stringMatching(/6\.7\d GiB.*powers float64 \(30000, 30000\): 6\.71 GiB.*--batch/),
    ])
  })
})

function refusal(act: () => unknown): KudariError {
  try {
    act()
  } catch (error) {
    if (error instanceof KudariError) return error
    throw error
  }
  throw new Error('it was not refused')
}
