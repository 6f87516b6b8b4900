import { planFit, timelineOfPlan } from 'kudari'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { madeTable } from '../../samples/made.ts'
import type { Moment } from '../moment.ts'
import { lessons } from './lessons.ts'

const table = madeTable({ shape: 'circles', rows: 100, noise: 0.05, seed: 1 })
const fit = { target: 'class', iterations: 400 }

/** A run that can be looked at after any number of steps. */
function running(): (iteration: number) => Moment {
  const plan = planFit(table, fit)
  const run = timelineOfPlan(plan)
  return (iteration) => {
    while (!run.towards(iteration));
    return { table, fit, plan, iteration, state: run.state(), learningRate: run.learningRate, history: run.history, outcome: run.outcome }
  }
}

describe('the view of lessons', () => {
  afterEach(() => vi.restoreAllMocks())

  it('looks twice a second while the run moves, and at once when it rests', () => {
    const at = running()
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    const looked = (iteration: number, isAtRest: boolean): number => lessons(at(iteration), { isAtRest }).iteration
    expect([looked(10, false), looked(20, false), looked(30, false)]).toEqual([10, 10, 10])
    clock.mockReturnValue(499)
    expect(looked(40, false)).toBe(10)
    clock.mockReturnValue(500)
    expect(looked(50, false)).toBe(50)
    expect(looked(60, true)).toBe(60)
  })

  it('tells what is so at a moment, also when the run is taken back', () => {
    const at = running()
    const kinds = (iteration: number): string[] => lessons(at(iteration), { isAtRest: true }).lessons.map(({ kind }) => kind)
    expect([kinds(0), kinds(200), kinds(5), kinds(200)]).toEqual([[], ['tooSimple'], [], ['tooSimple']])
  })
})
