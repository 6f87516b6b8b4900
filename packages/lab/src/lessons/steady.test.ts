import { describe, expect, it } from 'vitest'
import type { Lesson } from '../worker/lessons/lesson.ts'
import { type Steady, nothing, steady } from './steady.ts'

const fewRows = (rows: number): Lesson => ({ kind: 'fewRows', rows, parameters: 9, isChecked: false, remedies: [] })
const saturated: Lesson = { kind: 'saturated', layer: 1, type: 'tanh', share: 1, remedies: [] }
const playing = { isHeld: false, isAtRest: false }
const kinds = ({ standing, waiting }: Steady) => [standing.map(({ lesson }) => lesson.kind), waiting.map(({ kind }) => kind)]

describe('lessons on the page', () => {
  it('stand in the order in which they came, with their present numbers', () => {
    const first = steady(nothing, [fewRows(3)], playing)
    const second = steady(first, [saturated, fewRows(4)], playing)
    expect(kinds(second)).toEqual([['fewRows', 'saturated'], []])
    expect(second.standing[0].lesson).toMatchObject({ rows: 4 })
  })
  it('stay for a while when they are seen no more, as long as the run moves', () => {
    let now = steady(nothing, [saturated], playing)
    now = steady(now, [], playing)
    now = steady(now, [], playing)
    expect(kinds(now)).toEqual([['saturated'], []])
    expect(kinds(steady(now, [], playing))).toEqual([[], []])
    expect(kinds(steady(now, [saturated], playing))).toEqual([['saturated'], []])
  })
  it('go at once when the run rests', () => {
    expect(kinds(steady(steady(nothing, [saturated], playing), [], { isHeld: false, isAtRest: true }))).toEqual([[], []])
  })
  it('neither come nor go under a pointer that is in use', () => {
    const held = { isHeld: true, isAtRest: true }
    const now = steady(steady(nothing, [saturated], playing), [fewRows(3)], held)
    expect(kinds(now)).toEqual([['saturated'], ['fewRows']])
    expect(kinds(steady(now, [fewRows(3)], { isHeld: false, isAtRest: true }))).toEqual([['fewRows'], []])
  })
})
