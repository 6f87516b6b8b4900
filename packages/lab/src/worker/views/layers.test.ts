/** Weights and gradients as they are seen, against the same computed by hand. */
import { describe, expect, it } from 'vitest'
import { madeTable } from '../../samples/made.ts'
import { momentAfter } from '../testing/moments.ts'
import { layers } from './layers.ts'

const line = madeTable({ shape: 'line', rows: 20, noise: 0.1, seed: 1 })
const moons = madeTable({ shape: 'moons', rows: 60, noise: 0.1, seed: 1 })

describe('weights and gradients', () => {
  it('of linear regression are those of the talk: x.T @ yd / M', () => {
    const moment = momentAfter(3, line, { target: 'y', model: 'linear', validation: 0 })
    const { tensors, gradientIteration, gradientRows } = layers(moment, { open: ['w'], isPlaying: false })
    const { x, yt } = moment.plan.rows
    const gradient = x.transpose().matmul(x.matmul(moment.state.parameters.w).subtract(yt)).divide(20)
    expect(tensors.w).toMatchObject({ rows: 2, columns: 1, isAlike: false })
    expect(tensors.w.weights.blocks!.cells).toEqual(Float32Array.from(moment.state.parameters.w.data))
    expect([...tensors.w.gradient.blocks!.cells]).toEqual([...gradient.data].map((value) => expect.closeTo(value, 6)))
    expect([gradientIteration, gradientRows]).toEqual([3, 20])
  })

  it('get the share of the penalty, as a step does', () => {
    const fit = { target: 'y', model: 'linear', validation: 0, initial: [1, 2] } as const
    const plain = layers(momentAfter(0, line, fit), { open: ['w'], isPlaying: false }).tensors.w.gradient.blocks!.cells
    const penalized = layers(momentAfter(0, line, { ...fit, penalty: { l2: 0.5 } }), { open: ['w'], isPlaying: false }).tensors.w.gradient.blocks!.cells
    // The bias is not kept small; the weight 2 is pulled by 0.5 * 2.
    expect([penalized[0] - plain[0], penalized[1] - plain[1]]).toEqual([expect.closeTo(0, 6), expect.closeTo(1, 6)])
  })

  it('of units that began alike stay alike', () => {
    const same = momentAfter(5, moons, { target: 'class', model: 'mlp:4', initial: 'ones' })
    const { tensors } = layers(same, { open: [], isPlaying: false })
    expect([tensors.W1.isAlike, tensors.b1.isAlike]).toEqual([true, true])
    const random = layers(momentAfter(5, moons, { target: 'class', model: 'mlp:4' }), { open: [], isPlaying: false })
    expect(random.tensors.W1.isAlike).toBe(false)
    expect(tensors.W1.weights.blocks).toBeUndefined()
  })

  it('of classes that begin at 0 part at the first step', () => {
    const blobs = madeTable({ shape: 'blobs', rows: 60, noise: 0.1, seed: 1 })
    expect(layers(momentAfter(0, blobs, { target: 'class', model: 'softmax' }), { open: [], isPlaying: false }).tensors.w.isAlike).toBe(false)
  })

  it('are few while a run plays', () => {
    const wide = momentAfter(0, moons, { target: 'class', model: 'mlp:300,300' })
    const open = ['W1', 'W2', 'W3']
    const bytes = (isPlaying: boolean): number =>
      Object.values(layers(wide, { open, isPlaying }).tensors).reduce((sum, { weights, gradient }) => sum + (weights.blocks?.cells.byteLength ?? 0) + (gradient.blocks?.cells.byteLength ?? 0), 0)
    expect(bytes(true)).toBeLessThan(80_000)
    expect(bytes(false)).toBeGreaterThan(bytes(true))
    expect(layers(wide, { open, isPlaying: false }).tensors.W2).toMatchObject({ rows: 300, columns: 300, weights: { blocks: { height: 100, width: 100, rowsPerCell: 3 } } })
  })
})
