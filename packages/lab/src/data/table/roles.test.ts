import type { Pipeline } from 'kudari'
import { describe, expect, it } from 'vitest'
import { roleOf, toggledInputs, withTarget } from './roles.ts'

const feature = (column: string): Pipeline['features'][number] =>
  ({ column, kind: 'numeric', type: 'number', missing: 0, indicator: false, fill: 0, columns: [{ name: column, offset: 0, divisor: 1 }] })
const id = { column: 'id', reason: 'rowNumber', distinct: 2, present: 30 } as const
const pipeline = { target: { column: 'y', type: 'number', task: 'regression', offset: 0 }, features: [feature('b'), feature('a')], dropped: [id] } as const

describe('roles of columns', () => {
  it('are those of the pipeline', () => {
    expect(['y', 'a', 'id', 'c'].map((name) => roleOf(name, pipeline))).toEqual([{ kind: 'target' }, { kind: 'input' }, { kind: 'dropped', dropped: id }, { kind: 'unused' }])
  })

  it('change one by one, in the order of the table', () => {
    const names = ['id', 'a', 'b', 'c', 'y']
    expect(toggledInputs(names, pipeline, 'c')).toEqual(['a', 'b', 'c'])
    expect(toggledInputs(names, pipeline, 'a')).toEqual(['b'])
  })

  it('leave the target no input', () => {
    expect(withTarget({ features: ['a', 'b'] }, 'a')).toEqual({ target: 'a', features: ['b'] })
    expect(withTarget({ features: ['a'] }, 'a')).toEqual({ target: 'a', features: undefined })
    expect(withTarget({}, 'a')).toEqual({ target: 'a', features: undefined })
  })
})
