import { type FitOptions, type History, KudariError, type Plan, type Table, type TrainingState, firstState, listParameters, planFit, scalar, trainingStep } from 'kudari'
import { describe, expect, it, vi } from 'vitest'
import { madeTable } from '../../samples/made.ts'
import type { Moment } from '../moment.ts'
import { type SurfaceRequest, type SurfaceView, surface } from './surface.ts'

/** The talk's five people: height and weight. */
const heights = [166, 176, 171, 173, 169]
const weights = [58.7, 75.7, 62.1, 70.4, 60.1]
const body: Table = {
  columns: [
    { name: 'height', type: 'number', values: Float64Array.from(heights) },
    { name: 'weight', type: 'number', values: Float64Array.from(weights) },
  ],
  rows: 5,
  source: 'body.csv',
  missing: [],
}
const talk: FitOptions = { target: 'weight', center: true, initial: [2, -1], learningRate: 0.01, iterations: 200 }

/** The talk's loss by its formula, on the centred rows. */
function talkLoss(w0: number, w1: number): number {
  const [x, y] = [heights.map((h) => h - 171), weights.map((w) => w - 65.4)]
  return x.reduce((sum, each, i) => sum + (w0 + w1 * each - y[i]) ** 2, 0) / 5 / 2
}

/** The moments of a run of so many steps, all with the history of the whole. */
function momentsOf(table: Table, fit: FitOptions, steps: number): { readonly plan: Plan; readonly at: (iteration: number) => Moment } {
  const plan = planFit(table, fit)
  const step = trainingStep(plan.specification, plan.learning)
  const states: TrainingState[] = [firstState(plan.parameters, plan.statistics, plan.learning)]
  const [loss, parameters]: [number[], Record<string, number[]>] = [[], {}]
  for (let k = 0; k < steps; k++) {
    const { loss: before, ...state } = step(plan.rows, scalar(plan.learningRate, plan.dtype), states[k])
    states.push(state)
    loss.push(before.item())
    const list = listParameters(plan.specification, plan.inputs.length, state.parameters)
    if (list.length <= 20) for (const [i, w] of list.entries()) (parameters[`w${i}`] ??= []).push(w)
  }
  const history: History = { iteration: loss.map((_, k) => k), loss, validation: {}, parameters }
  return { plan, at: (iteration) => ({ table, fit, plan, iteration, learningRate: plan.learningRate, state: states[iteration], history, outcome: undefined }) }
}

const w = (index: number) => ({ tensor: 'w', index })
const lineRequest: SurfaceRequest = { plane: { kind: 'parameters', axes: [w(0), w(1)] }, range: 0, aspect: 1.3, isPlaying: false, turn: 0 }

/** A view, looked at until it is complete. */
function complete(moment: Moment, request: SurfaceRequest): SurfaceView {
  for (let turn = 0; turn < 500; turn++) {
    const seen = surface(moment, { ...request, turn })
    if (seen.isComplete) return seen
  }
  throw new Error('the surface is never complete')
}

/** Every point of a grid with its height. */
function pointsOf({ box: { a, b }, grid }: SurfaceView): { readonly a: number; readonly b: number; readonly height: number }[] {
  const { columns, rows, heights: all } = grid!
  const at = ([low, high]: readonly [number, number], i: number, count: number) => (count === 1 ? low : low + ((high - low) * i) / (count - 1))
  return Array.from(all, (height, k) => ({ a: at(a, k % columns, columns), b: at(b, Math.floor(k / columns), rows), height }))
}

/** The height next to a place of the plane, by going there in the parameters themselves: on a grid of a tiny box around it. */
const heightsAround = (moment: Moment, request: SurfaceRequest, { point: [a, b] }: SurfaceView, h: number): SurfaceView =>
  complete(moment, { ...request, range: { a: [a - h, a + h], b: [b - h, b + h] } })

describe('the surface of the talk', () => {
  const { at } = momentsOf(body, talk, 200)

  it('has the heights of its formula', () => {
    const seen = complete(at(0), lineRequest)
    expect(seen.grid).toMatchObject({ columns: 65, rows: 65 })
    for (const { a, b, height } of pointsOf(seen)) expect(height).toBeCloseTo(talkLoss(a, b), 10)
    expect(seen.loss).toBeCloseTo(50.416, 10)
    expect(seen).toMatchObject({ point: [2, -1], rows: 5, isSampled: false })
  })

  it('shows the path, its beginning, the lowest place, and the next step', () => {
    const seen = complete(at(0), lineRequest)
    const { iterations, points } = seen.path
    expect([iterations[0], iterations.at(-1)]).toEqual([0, 200])
    expect([...points.subarray(0, 6)]).toEqual([2, -1, ...[0, 1].flatMap((k) => [at(0).history.parameters.w0[k], at(0).history.parameters.w1[k]])])
    // The talk prints w0 1.980000 w1 -0.672800 after the first step, and the least squares are (0, 106/58).
    expect(seen.step[0]).toBeCloseTo(1.98 - 2, 10)
    expect(seen.step[1]).toBeCloseTo(-0.6728 + 1, 10)
    const { a, b } = seen.box
    for (const [x, y] of [[2, -1], [0, 106 / 58], [0.267959, 1.82069]]) {
      expect(x).toBeGreaterThan(a[0])
      expect(x).toBeLessThan(a[1])
      expect(y).toBeGreaterThan(b[0])
      expect(y).toBeLessThan(b[1])
    }
    // The same scale on both axes, so that right angles are right.
    expect((a[1] - a[0]) / (b[1] - b[0])).toBeCloseTo(1.3, 10)
  })

  it('has the gradient of the differences of its heights', () => {
    const seen = complete(at(3), lineRequest)
    const [[w0, w1], h] = [seen.point, 1e-5]
    expect(seen.gradient[0]).toBeCloseTo((talkLoss(w0 + h, w1) - talkLoss(w0 - h, w1)) / (2 * h), 6)
    expect(seen.gradient[1]).toBeCloseTo((talkLoss(w0, w1 + h) - talkLoss(w0, w1 - h)) / (2 * h), 6)
  })

  it('is computed once: it stays the same from moment to moment, and its part of the plane too', () => {
    const first = complete(at(0), lineRequest)
    const later = surface(at(150), { ...lineRequest, isPlaying: true })
    expect(later).toMatchObject({ id: first.id, box: first.box, iteration: 150, isComplete: true })
    expect(later.grid).toBe(first.grid)
    expect(later.point[0]).toBeCloseTo(at(0).history.parameters.w0[149], 12)
  })

  it('is a curve over one parameter, the other one held', () => {
    const seen = complete(at(5), { ...lineRequest, plane: { kind: 'parameters', axes: [w(1)] } })
    expect(seen.grid).toMatchObject({ columns: 65, rows: 1 })
    const held = at(0).history.parameters.w0[4]
    for (const { a, height } of pointsOf(seen)) expect(height).toBeCloseTo(talkLoss(held, a), 10)
  })

  it('shows any other part of the plane', () => {
    const seen = complete(at(0), { ...lineRequest, range: { a: [-30, -20], b: [5, 6] } })
    expect(seen.box).toEqual({ a: [-30, -20], b: [5, 6] })
    expect(seen.grid!.heights[0]).toBeCloseTo(talkLoss(-30, 5), 8)
  })

  it('lies level along the gradient for the step, which goes straight down', () => {
    const seen = complete(at(0), { ...lineRequest, plane: { kind: 'gradient', seed: 1 } })
    expect(seen.point).toEqual([0, 0])
    expect(seen.step[0]).toBeCloseTo(0.01 * seen.gradientLength, 10)
    expect(seen.step[1]).toBeCloseTo(0, 10)
    expect(seen.gradient[0]).toBeCloseTo(-seen.gradientLength, 10)
  })

  it('has a path that lies in its own plane', () => {
    const seen = complete(at(200), { ...lineRequest, plane: { kind: 'path', seed: 1 } })
    expect(seen.share).toBeCloseTo(1, 10)
    expect([...seen.path.points.subarray(0, 2)]).toEqual([expect.closeTo(0, 10), expect.closeTo(0, 10)])
    const [u, v] = [seen.lists!.u, seen.lists!.v]
    expect(Math.hypot(...u)).toBeCloseTo(1, 10)
    expect(u[0] * v[0] + u[1] * v[1]).toBeCloseTo(0, 10)
    for (const [k, iteration] of seen.path.iterations.entries()) {
      if (iteration === 0) continue
      const [a, b] = seen.path.points.subarray(2 * k, 2 * k + 2)
      expect(seen.lists!.origin[0] + a * u[0] + b * v[0]).toBeCloseTo(at(0).history.parameters.w0[iteration - 1], 8)
    }
  })

  it('says what is missing', () => {
    expect(() => surface(at(0), { ...lineRequest, plane: { kind: 'parameters', axes: [w(0), w(7)] } })).toThrow(/no parameter w\[7\]/)
    const { at: none } = momentsOf(body, talk, 0)
    expect(() => surface(none(0), { ...lineRequest, plane: { kind: 'path', seed: 1 } })).toThrow(KudariError)
  })

  it('keeps in the picture what does not run away', () => {
    const { at: wild } = momentsOf(body, { ...talk, learningRate: 0.2 }, 60)
    const { box } = complete(wild(60), lineRequest)
    expect(box.b[1] - box.b[0]).toBeLessThan(40)
    expect(Math.abs(wild(60).history.parameters.w1[59])).toBeGreaterThan(1000)
  })
})

describe('the surface of a network', () => {
  const fit: FitOptions = { target: 'class', model: 'mlp:4', penalty: { l2: 0.1 }, seed: 3, learningRate: 0.1, batch: 'full', dtype: 'float64', validation: 0 }
  const { at } = momentsOf(madeTable({ shape: 'moons', rows: 60, noise: 0.1, seed: 2 }), fit, 40)
  const request: SurfaceRequest = { ...lineRequest, plane: { kind: 'parameters', axes: [{ tensor: 'W1', index: 1 }, { tensor: 'W2', index: 2 }] } }

  it('is the loss as trained, with its penalty, at the present place', () => {
    const seen = complete(at(12), request)
    expect(seen.loss).toBeCloseTo(at(0).history.loss[12], 10)
    const near = heightsAround(at(12), request, seen, 1e-4)
    const { columns, heights: all } = near.grid!
    expect(all[(all.length - 1) / 2]).toBeCloseTo(seen.loss, 10)
    expect((all[(all.length - 1) / 2 + (columns - 1) / 2] - all[(all.length - 1) / 2 - (columns - 1) / 2]) / 2e-4).toBeCloseTo(seen.gradient[0], 5)
    expect((all.at((columns - 1) / 2 + columns * (columns - 1))! - all[(columns - 1) / 2]) / 2e-4).toBeCloseTo(seen.gradient[1], 5)
  })

  it('goes along with the moment, in its part of the plane', () => {
    const [first, later] = [complete(at(1), request), complete(at(2), request)]
    expect(later.id).not.toBe(first.id)
    expect([first.iteration, later.iteration]).toEqual([1, 2])
    expect(later.box).toBe(first.box)
    expect(later.grid!.heights).not.toEqual(first.grid!.heights)
  })

  it('takes its share of the time while the run plays, and is finished though its moment has passed', () => {
    // A clock on which every point costs 0.05 ms, with a screen's frame between two looks.
    let time = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 0.05))
    let looking = 0
    const seen = Array.from({ length: 40 }, (_, k) => {
      time += 16
      const begin = time
      const view = surface(at(k), { ...request, range: 7, isPlaying: true })
      looking += time - begin
      return view
    })
    clock.mockRestore()
    const shown = seen.filter(({ grid }) => grid !== undefined)
    expect(shown.length).toBeGreaterThan(30)
    expect(seen.every(({ iteration }, k) => iteration <= k)).toBe(true)
    const moments = new Set(shown.map(({ iteration }) => iteration))
    // 33 x 33 points are what 120 ms can pay for; at 4 ms a look that takes 14 looks.
    expect([moments.size, shown.at(-1)!.grid!.columns]).toEqual([3, 33])
    expect(looking / (looking + 40 * 16)).toBeLessThan(0.3)
  })

  it('falls along the gradient as the gradient is long, and not at right angles to it', () => {
    const gradient: SurfaceRequest = { ...request, plane: { kind: 'gradient', seed: 5 } }
    const seen = complete(at(3), gradient)
    const { columns, heights: all } = heightsAround(at(3), gradient, seen, 1e-4).grid!
    const middle = (all.length - 1) / 2
    const half = (columns - 1) / 2
    expect((all[middle - half] - all[middle + half]) / 2e-4).toBeCloseTo(seen.gradientLength, 5)
    expect((all[middle + half * columns] - all[middle - half * columns]) / 2e-4).toBeCloseTo(0, 5)
    expect(complete(at(3), { ...gradient, plane: { kind: 'gradient', seed: 6 } }).grid!.heights).not.toEqual(seen.grid!.heights)
  })

  it('knows the path of moments that were shown', () => {
    const { path } = complete(at(39), request)
    expect(path.iterations[0]).toBe(0)
    expect(path.iterations).toContain(12)
    const k = path.iterations.indexOf(12)
    expect(path.points[2 * k]).toBeCloseTo(at(12).state.parameters.W1.data[1], 10)
    expect(path.points[2 * k + 1]).toBeCloseTo(at(12).state.parameters.W2.data[2], 10)
  })
})

describe('the surface of other models', () => {
  const moons = madeTable({ shape: 'moons', rows: 2000, noise: 0.1, seed: 2 })

  it('is a curve with all of the path where there is but one parameter', () => {
    const slope: FitOptions = { ...talk, initial: 'ones', model: { layers: [{ type: 'dense', bias: false }], loss: 'half-mean-square' } }
    const { at } = momentsOf(body, slope, 10)
    const seen = complete(at(4), { ...lineRequest, plane: { kind: 'parameters', axes: [w(0)] } })
    for (const { a, height } of pointsOf(seen)) expect(height).toBeCloseTo(talkLoss(0, a), 10)
    expect(seen.path.points[0]).toBe(1)
    expect(complete(at(7), { ...lineRequest, plane: { kind: 'parameters', axes: [w(0)] } }).grid).toBe(seen.grid)
  })

  it('takes a sample of many rows, and normalises and drops as a step does', () => {
    const layers = [{ type: 'dense', units: 6 }, { type: 'batch-normalization' }, { type: 'relu' }, { type: 'dropout', rate: 0.3 }, { type: 'dense' }, { type: 'sigmoid' }] as const
    const { at, plan } = momentsOf(moons, { target: 'class', model: { layers, loss: 'binary-cross-entropy' }, batch: 'full', learningRate: 0.1, validation: 0, seed: 1, dtype: 'float64' }, 3)
    expect(plan.training.x.shape[0]).toBe(2000)
    const request: SurfaceRequest = { ...lineRequest, plane: { kind: 'gradient', seed: 2 } }
    const seen = complete(at(2), request)
    expect(seen).toMatchObject({ rows: 500, isSampled: true })
    const { heights: all } = heightsAround(at(2), request, seen, 1e-4).grid!
    expect(all[(all.length - 1) / 2]).toBeCloseTo(seen.loss, 12)
  })
})
