import { describe, expect, it } from 'vitest'
import { added, cleared, emptyDrawing, lacking, moved, placed, pointAt, removed, selected, undone } from './points.ts'

const two = added(added(emptyDrawing('classification'), 0.5, -0.25, 0), -1, 1, 1)

describe('points drawn by hand', () => {
  it('lie within the plane, in steps of a hundredth, without a negative zero', () => {
    expect([placed(0.1234), placed(7), placed(-7), placed(-0.001)]).toEqual([0.12, 1, -1, 0])
  })

  it('are added, and selected then', () => {
    expect(two.points).toEqual([[0.5, -0.25, 0], [-1, 1, 1]])
    expect(two.selected).toBe(1)
  })

  it('have no class where the second coordinate is predicted', () => {
    expect(added(emptyDrawing('regression'), 0, 0, 2).points).toEqual([[0, 0, 0]])
  })

  it('move in one step however often they are dragged', () => {
    const dragged = moved(moved(selected(two, 0), 0.4, 0, true), 0.3, 0.1, false)
    expect(dragged.points[0]).toEqual([0.3, 0.1, 0])
    expect(undone(dragged).points).toEqual(two.points)
  })

  it('can be taken away, all of them too, and be had back', () => {
    const less = removed(two)
    expect(less.points).toEqual([[0.5, -0.25, 0]])
    expect(less.selected).toBe(0)
    expect(undone(cleared(less)).points).toEqual(less.points)
    expect(undone(undone(cleared(less))).points).toEqual(two.points)
    expect(undone(emptyDrawing('regression')).points).toEqual([])
  })

  it('are enough when there is something to tell apart', () => {
    expect(lacking(emptyDrawing('classification'))).toBe('points')
    expect(lacking(removed(two))).toBe('classes')
    expect(lacking(added(removed(two), 0.5, -0.25, 1))).toBe('points')
    expect(lacking(two)).toBeUndefined()
  })

  it('are enough for a curve when both coordinates differ', () => {
    const upright = added(added(emptyDrawing('regression'), 0, 0, 0), 0, 1, 0)
    expect(lacking(upright)).toBe('points')
    expect(lacking(added(upright, 1, 1, 0))).toBeUndefined()
    expect(lacking(added(added(emptyDrawing('regression'), 0, 0, 0), 1, 0, 0))).toBe('heights')
  })

  it('are found near a place, the last one first', () => {
    expect(pointAt(two.points, 0.52, -0.25, 0.05)).toBe(0)
    expect(pointAt(two.points, 0, 0, 0.05)).toBeUndefined()
    expect(pointAt([[0, 0, 0], [0, 0, 1]], 0, 0, 0.05)).toBe(1)
  })
})
