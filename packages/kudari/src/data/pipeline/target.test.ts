import { describe, expect, it } from 'vitest'
import type { Table } from '../table.ts'
import { body, errorOf, numbered, passengers, rawOf, tableOf } from '../testing/tables.ts'
import { columnNamed, typeLike } from '../types.ts'
import { fitPipeline } from './fit.ts'
import { taskReasonText } from './messages.ts'
import { evaluationSchema, inputSchema } from './pipeline.ts'
import { allRows, decodeTarget, encodeTarget } from './target.ts'
import { detectTask } from './task.ts'

const taskOf = (table: Table, name = 'y') => detectTask(columnNamed(table, name), allRows(table))

const classesOf = (table: Table) => {
  const { target } = fitPipeline(table, { target: 'y', scale: 'none', task: 'classification' })
  return target.task === 'classification' ? target.classes : []
}

const fit = (text: string, task?: 'regression' | 'classification') => () =>
  fitPipeline(tableOf(text), { target: 'y', scale: 'standard', ...(task && { task }) })

describe('detectTask', () => {
  it('finds classes in texts, booleans and integer codes', () => {
    expect(taskOf(passengers, 'survived').task).toBe('classification')
    expect(taskOf(numbered(4, { y: (i) => String(i % 2 === 0) })).reason.code).toBe('booleans')
    expect(taskOf(numbered(9, { y: (i) => i % 3 })).reason.code).toBe('classCodes')
    expect(taskOf(numbered(60, { y: (i) => (i % 10) + 1 })).task).toBe('classification')
    expect(taskOf(numbered(10, { y: (i) => (i % 2 ? 1 : -1) })).task).toBe('classification')
  })

  it('finds amounts in other numbers', () => {
    expect(taskOf(body, 'weight').task).toBe('regression')
    expect(taskOf(numbered(100, { y: (i) => 3 + (i % 6) })).task).toBe('regression')
    expect(taskOf(numbered(5, { y: (i) => i + 1 })).task).toBe('regression')
    expect(taskOf(numbered(100, { y: (i) => i % 11 })).task).toBe('regression')
  })

  it('says why', () => {
    const { reason } = taskOf(passengers, 'survived')
    expect(taskReasonText.en(reason)).toBe('classification, because `survived` holds 2 texts')
    expect(taskReasonText.ja(reason)).toBe('分類（`survived` は 2 種類の文字列なので）')
  })
})

describe('classes', () => {
  it('are sorted: numbers numerically, texts by code point', () => {
    expect(classesOf(numbered(6, { a: (i) => i, y: (i) => [10, 9, 2][i % 3] }))).toEqual([2, 9, 10])
    expect(classesOf(numbered(6, { a: (i) => i, y: (i) => ['b', 'B', '\u{1f600}', '\uff61'][i % 4] }))).toEqual([
      'B',
      'b',
      '\uff61',
      '\u{1f600}',
    ])
    expect(classesOf(numbered(6, { a: (i) => i, y: (i) => String(i % 2 === 0) }))).toEqual([false, true])
  })

  it('become places and come back; unseen ones are reported', () => {
    const pipeline = fitPipeline(passengers, { target: 'survived', scale: 'none' })
    const raw = rawOf('sex,survived\nmale,yes\nmale,perhaps\nfemale,\nmale,no')
    const { y, rows, missing, unseen } = encodeTarget(pipeline, typeLike(raw, evaluationSchema(pipeline)))
    expect([y.dtype, y.toArray()]).toEqual(['int32', [1, 0]])
    expect({ rows: [...rows], missing, unseen }).toEqual({
      rows: [0, 3],
      missing: 1,
      unseen: [{ label: 'perhaps', count: 1 }],
    })
    expect(decodeTarget(pipeline, y)).toEqual(['yes', 'no'])
    expect(inputSchema(pipeline).columns.map(({ name }) => name)).toEqual(['age', 'port', 'sex'])
  })
})

describe('a target that cannot be learned', () => {
  it.each([
    ['is not there', fit('a,yy\n1,2'), /no column `y`; did you mean `yy`\?/],
    ['has no rows', fit('a,y'), /no rows below its header/],
    ['has no values', fit('a,y\n1,\n2,NA'), /no row has a value in the target column `y`/],
    ['is constant', fit('a,y\n1,5\n2,5'), /`y` is 5 in all 2 training rows/],
    ['is one row', fit('a,y\n1,5'), /in the only training row with a value/],
    ['is text for a regression', fit('a,y\n1,p\n2,q', 'regression'), /of type category, which does not fit regression/],
    ['is a date', fit('a,y\n1,2020-01-01\n2,2020-01-02'), /holds dates/],
    ['is infinite', fit('a,y\n1,1.5\n2,1e999'), /t.csv, line 3, column `y`: the value is infinite/],
  ])('%s', (_, action, message) => expect(errorOf(action).message).toMatch(message))

  it('has nearly as many classes as rows', () => {
    const table = numbered(30, { a: (i) => i, y: (i) => `name ${i}` })
    expect(errorOf(() => fitPipeline(table, { target: 'y', scale: 'none' })).message).toMatch(/30 classes in 30 rows/)
  })
})
