/** Tiles gone through in blocks: which are, that nothing but memory changes by it, and that sums hold the rows of every block once. */
import { describe, expect, it } from 'vitest'
import type { Program } from '../../program/program.ts'
import { trace } from '../../program/trace.ts'
import type { Tensor } from '../../tensor/tensor.ts'
import { run } from '../reference.ts'
import { useThreads } from '../threads.ts'
import { prepareOnMachine } from './executable.ts'
import { planProgram } from './plan.ts'
import { type Float, differences, randomTensor } from './testing/machines.ts'

/** The loss of logistic regression and its gradient. */
function logistic(x: Tensor, w: Tensor, yt: Tensor): Tensor[] {
  const u = x.matmul(w)
  return [u.softplus().subtract(yt.multiply(u)).mean(), x.matmul(u.sigmoid().subtract(yt), { transposeA: true })]
}

const shapesOf = (rows: number, columns: number): number[][] => [[rows, columns], [columns], [rows]]
const programOf = (rows: number, columns: number, dtype: Float): Program =>
  trace(logistic, shapesOf(rows, columns).map((shape, i) => ({ shape, dtype, name: `x${i}` }))).program
const isInBlocks = (program: Program): boolean => planProgram(program).stages[0].inBlocks

describe('a tile is gone through in blocks', () => {
  it('where a block of the first-level cache holds rows enough', () => {
    expect([20, 40, 100, 784].map((columns) => isInBlocks(programOf(100_000, columns, 'float32')))).toEqual([true, true, false, false])
    expect([20, 40].map((columns) => isInBlocks(programOf(100_000, columns, 'float64')))).toEqual([true, false])
  })

  it('not where there is a single tile, or rows are read once', () => {
    expect(isInBlocks(programOf(200, 20, 'float32'))).toBe(false)
    const { program } = trace((x) => x.square().mean(), [{ shape: [100_000], dtype: 'float32', name: 'x' }])
    expect(isInBlocks(program)).toBe(false)
  })

  it('not for the products of networks, which are faster on many rows', () => {
    const { program } = trace((x, w) => x.matmul(w).tanh().sum(), [[100_000, 20], [20, 8]].map((shape, i) => ({ shape, dtype: 'float32', name: `x${i}` })))
    expect(isInBlocks(program)).toBe(false)
  })

  it('whose values a thread keeps for one block only', () => {
    // u and yd, of 64 rows each.
    expect(planProgram(programOf(1_000_000, 20, 'float32')).threadBytes).toBe(2 * 64 * 4)
  })

  // So many columns that products take five vectors at a time, then one, then numbers; rows that fill neither tile nor block nor vector.
  for (const [dtype, columns] of [['float32', 27], ['float64', 13]] as const)
    it(`in ${dtype}: near the reference, and the same bits for 1, 2 and 3 threads`, () => {
      const program = programOf(5003, columns, dtype)
      expect(isInBlocks(program)).toBe(true)
      const inputs = shapesOf(5003, columns).map((shape, i) => randomTensor(shape, dtype, i, false))
      const results = [1, 2, 3].map((threads) => {
        useThreads(threads)
        const execute = prepareOnMachine(program)!
        // The second run finds the sums of the first in its memory.
        execute(inputs)
        return execute(inputs)
      })
      useThreads(undefined)
      expect(differences(results[0], run(program, inputs), 1)).toEqual([])
      for (const result of results.slice(1)) expect(result.map(({ data }) => data)).toEqual(results[0].map(({ data }) => data))
    })
})
