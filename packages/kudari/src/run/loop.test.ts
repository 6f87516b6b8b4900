/** Steps that run at one go give the same bits as steps that run one by one, on every executor and number of threads. */
import { afterAll, describe, expect, it } from 'vitest'
import { trace } from '../program/trace.ts'
import { simplify } from '../program/simplify/simplify.ts'
import { randomNormal, tensor } from '../tensor/create.ts'
import { generator } from '../tensor/random.ts'
import { Tensor } from '../tensor/tensor.ts'
import { describeExecution } from './describe.ts'
import { type LoopShape, plainLoop } from './loop.ts'
import { useThreads } from './threads.ts'
import { machineLoop } from './wasm/machine-loop.ts'

type Float = 'float64' | 'float32'

const ROWS = 2000
const COLUMNS = 40
const BATCH = 1500
const STEPS = 9
const [X, W, ALPHA, SHIFT] = [0, 1, 2, 3]

/** A step whose own values are a number in a loop over rows, a row of every tile, and an operand of kernels inside and outside of the module. */
function loopShape(dtype: Float, by: 'start' | 'indices'): LoopShape {
  const types = [[BATCH, COLUMNS], [COLUMNS], [], [COLUMNS]].map((shape, i) => ({ shape, dtype, name: ['x', 'w', 'alpha', 'shift'][i] }))
  const { program } = trace((x, w, alpha, shift) => {
    const moved = x.add(shift).multiply(alpha).tanh()
    const loss = moved.matmul(w).square().mean().add(x.matmul(shift).mean())
    const next = w.multiply(0.9).subtract(alpha.multiply(moved.mean({ axis: 0 }))).add(shift.flip().multiply(1e-3))
    return [loss, next]
  }, types)
  return { program: simplify(program), feedback: new Map([[1, W]]), recorded: [0], picked: { inputs: [X], by }, perStep: [ALPHA, SHIFT] }
}

const numbersOf = (count: number, seed: number): Float64Array => randomNormal(generator(seed), [count]).data as Float64Array

/** The losses and the last state of nine steps, made in stretches of so many. */
function run(shape: LoopShape, dtype: Float, makeLoop: typeof machineLoop, stretch: number): number[] {
  const loop = makeLoop(shape)!
  const random = generator(1)
  loop.setTable(X, randomNormal(random, [ROWS, COLUMNS], 0, 1, { dtype }))
  loop.setInput(W, randomNormal(random, [COLUMNS], 0, 1, { dtype }))
  const isStart = shape.picked.by === 'start'
  const picks = Int32Array.from({ length: isStart ? STEPS : STEPS * BATCH }, (_, i) => (i * (isStart ? 45 : 13)) % (isStart ? ROWS - BATCH : ROWS))
  const [alphas, shifts] = [numbersOf(STEPS, 2), numbersOf(STEPS * COLUMNS, 3)]
  const perPick = picks.length / STEPS
  const found: number[] = []
  for (let step = 0; step < STEPS; step += stretch) {
    const part = <Numbers extends Int32Array | Float64Array>(all: Numbers, size: number): Numbers =>
      all.slice(step * size, (step + stretch) * size) as Numbers
    const [losses] = loop.run(stretch, part(picks, perPick), [part(alphas, 1), part(shifts, COLUMNS)])
    found.push(...losses)
  }
  return [...found, ...loop.state(W).data]
}

afterAll(() => useThreads(undefined))

describe.each(['float64', 'float32'] as const)('inputs that are each step\'s own, in %s', (dtype) => {
  for (const by of ['start', 'indices'] as const)
    it(`give the same bits in stretches of 9, 3 and 1, on 1, 2 and 3 threads, rows by ${by}`, () => {
      const shape = loopShape(dtype, by)
      const plain = run(shape, dtype, plainLoop, 1)
      expect(run(shape, dtype, plainLoop, 9)).toEqual(plain)
      useThreads(1)
      const one = run(shape, dtype, machineLoop, 1)
      for (const [i, value] of plain.entries()) expect(Math.abs(one[i] - value)).toBeLessThan((dtype === 'float64' ? 1e-12 : 1e-4) * Math.max(1, Math.abs(value)))
      for (const threads of [1, 2, 3]) {
        useThreads(threads)
        for (const stretch of [1, 3, 9]) expect(run(shape, dtype, machineLoop, stretch)).toEqual(one)
      }
    })

  it('are read in tiles by threads, by kernels, and outside of the module', () => {
    useThreads(3)
    const { program, ...options } = loopShape(dtype, 'start')
    const { threads, stages } = describeExecution(program, options)
    const reading = stages.flatMap(({ tiles, tasks }) => tasks.filter(({ reads }) => reads.includes('shift')).map(({ kind }) => ({ kind, isCut: tiles > 1 })))
    expect(threads).toBe(3)
    expect(reading).toEqual(expect.arrayContaining([{ kind: 'chain', isCut: true }, { kind: 'kernel', isCut: true }, { kind: 'reference', isCut: false }]))
  })

  it('are those of the steps in their order', () => {
    const { program } = trace((w, alpha) => [w.add(alpha)], [{ shape: [], dtype, name: 'w' }, { shape: [], dtype, name: 'alpha' }])
    const shape: LoopShape = { program, feedback: new Map([[0, 0]]), recorded: [0], picked: { inputs: [], by: 'start' }, perStep: [1] }
    for (const makeLoop of [plainLoop, machineLoop]) {
      const loop = makeLoop(shape)!
      loop.setInput(0, tensor(100, { dtype }))
      const [sums] = loop.run(4, new Int32Array(4), [[1, 20, 300, 0.5]])
      expect(Array.from(sums)).toEqual([101, 121, 421, 421.5])
      expect(loop.state(0)).toEqual(new Tensor({ shape: [], dtype }, sums.slice(3)))
    }
  })
})
