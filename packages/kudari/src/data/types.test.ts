import { describe, expect, it } from 'vitest'
import { dateIn, parseNumber } from './cells.ts'
import { MISSING_MARKERS } from './missing.ts'
import type { Cell } from './number-cells.ts'
import type { RawTable } from './table.ts'
import { errorOf } from './testing/tables.ts'
import { type TypeOptions, schemaOf, typeLike, typeTable } from './types.ts'

const rawTable = (columns: Record<string, readonly Cell[]>): RawTable => {
  const rows = Object.values(columns)[0].length
  const lines = Array.from({ length: rows }, (_, row) => row + 2)
  return { names: Object.keys(columns), columns: Object.values(columns), rows, source: 'data.csv', lines }
}

const typed = (cells: readonly Cell[], options: TypeOptions = {}) =>
  typeTable(rawTable({ a: cells }), options).columns[0]

describe('parseNumber', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['+2', 2],
    ['.5', 0.5],
    ['0', 0],
    ['-0.25', -0.25],
    [' 7 ', 7],
    ['1e308', 1e308],
    ['1.5E-3', 0.0015],
    ['1,234', 1234],
    ['-1,234,567.8', -1234567.8],
    ['１２３', 123],
    ['－４．５', -4.5],
    ['１，２３４', 1234],
    ['\u22127', -7],
    ['Infinity', Infinity],
    ['-inf', -Infinity],
    ['1e999', Infinity],
  ])('reads %j as %d', (text, value) => expect(parseNumber(text)).toBe(value))

  it.each(['', ' ', '0x1F', ' 0b11', '1,5', '0,123', '12,34,567', '1_000', '12%', '¥100', '1.2.3', 'abc', '①'])(
    'does not read %j',
    (text) => expect(parseNumber(text)).toBeNaN(),
  )
})

describe('dateIn', () => {
  it.each([
    ['2020-01-31', '2020-01-31T00:00:00Z'],
    ['2020/1/31', '2020-01-31T00:00:00Z'],
    ['2020年1月31日', '2020-01-31T00:00:00Z'],
    ['２０２０年１月３１日', '2020-01-31T00:00:00Z'],
    ['2020-02-29 23:59', '2020-02-29T23:59:00Z'],
    ['2020-01-31T12:30:15.5+09:00', '2020-01-31T03:30:15.500Z'],
    ['2020-01-31T12:30:00-0500', '2020-01-31T17:30:00Z'],
  ])('reads %j', (text, iso) => expect(dateIn(text)).toBe(Date.parse(iso)))

  it.each(['2021-02-29', '2020-13-01', '1/31/2020', '20200131', '2020-01', '2020-01-31T25:00', 'soon', '2020-01-31x'])(
    'does not read %j',
    (text) => expect(dateIn(text)).toBeNaN(),
  )
})

describe('typeTable detects', () => {
  it('integers and numbers, by value', () => {
    expect(typed(['1', '', '3'])).toEqual({ name: 'a', type: 'integer', values: Float64Array.of(1, NaN, 3) })
    expect(typed(['24.0', '0']).type).toBe('integer')
    expect(typed(['24.5', '0']).type).toBe('number')
    expect(typed([1, 2n, '３']).values).toEqual(Float64Array.of(1, 2, 3))
    expect(typed(['1', 'Infinity']).type).toBe('number')
  })

  it('codes with zeros in front as categories', () => {
    expect(typed(['001', '002', '001'])).toEqual({ name: 'a', type: 'category', values: ['001', '002', '001'] })
    expect(typed(['0', '0.5', '10']).type).toBe('number')
  })

  it('booleans, but leaves yes and no their words', () => {
    expect(typed(['true', 'FALSE', 'NA'])).toEqual({ name: 'a', type: 'boolean', values: Float64Array.of(1, 0, NaN) })
    expect(typed([true, false]).type).toBe('boolean')
    expect(typed(['はい', 'いいえ']).type).toBe('category')
    expect(typed(['0', '1']).type).toBe('integer')
  })

  it('dates', () => {
    const { type, values } = typed(['2020-01-31', '2020/2/1', '?', new Date(0)])
    expect(type).toBe('date')
    expect(values).toEqual(Float64Array.of(Date.UTC(2020, 0, 31), Date.UTC(2020, 1, 1), NaN, 0))
  })

  it('categories and texts by how often they repeat', () => {
    const distinct = Array.from({ length: 30 }, (_, i) => `person ${i}`)
    expect(typed(distinct).type).toBe('text')
    expect(typed([...distinct, ...distinct]).type).toBe('category')
    expect(typed(distinct.slice(0, 10)).type).toBe('category')
    expect(typed(['male', ' female ', null]).values).toEqual(['male', 'female', null])
  })

  it('nothing but missing cells as a number', () => {
    expect(typed([...MISSING_MARKERS, null, NaN])).toEqual({
      name: 'a',
      type: 'number',
      values: new Float64Array(MISSING_MARKERS.length + 2).fill(NaN),
    })
  })
})

describe('missing markers', () => {
  it('are compared exactly after trimming', () => {
    expect(typed([' NA ', 'na', 'x']).values).toEqual([null, 'na', 'x'])
  })

  it('given replace the default ones; an empty cell stays missing', () => {
    expect(typed(['?', '9', ''], { missing: ['9'] }).values).toEqual(['?', null, null])
  })

  it('that are numbers count by value', () => {
    expect(typed(['-999', '-999.0', '1'], { missing: ['-999'] }).values).toEqual(Float64Array.of(NaN, NaN, 1))
  })
})

describe('a given type', () => {
  it('is obeyed', () => {
    expect(typed(['1', '2'], { types: { a: 'category' } }).values).toEqual(['1', '2'])
    expect(typed(['007'], { types: { a: 'integer' } }).values).toEqual(Float64Array.of(7))
    expect(typed(['はい', 'no', '1'], { types: { a: 'boolean' } }).values).toEqual(Float64Array.of(1, 0, 1))
  })

  it('that a cell contradicts is an error with its place', () => {
    const error = errorOf(() => typed(['1', 'abc'], { types: { a: 'number' } }))
    expect(error.kind).toBe('data')
    expect(error.message).toMatch(/^data.csv, line 3, column `a`: expected a number, but found 'abc'/)
    expect(error.in('ja')).toMatch(/^data.csv の 3 行目、列 `a`: 数値が必要ですが、「abc」と書かれています。/)
    expect(errorOf(() => typed(['1', '2.5'], { types: { a: 'integer' } })).message).toMatch(/integer, but found '2.5'/)
    expect(errorOf(() => typed(['no', 'maybe'], { types: { a: 'boolean' } })).message).toMatch(/'maybe'/)
    expect(errorOf(() => typed(['31.1.2020'], { types: { a: 'date' } })).message).toMatch(/a date \(2020-01-31/)
  })

  it('for an unknown column is an error that names the nearest', () => {
    const error = errorOf(() => typeTable(rawTable({ height: ['1'], weight: ['2'] }), { types: { wieght: 'number' } }))
    expect(error.kind).toBe('usage')
    expect(error.message).toBe(
      'data.csv has no column `wieght`; did you mean `weight`? The columns are `height`, `weight`',
    )
  })

  it('counts rows where the format has no lines', () => {
    const raw: RawTable = { names: ['a'], columns: [['1', 'x']], rows: 2, source: 'data.json' }
    expect(errorOf(() => typeTable(raw, { types: { a: 'number' } })).message).toMatch(/^data.json, row 2, column/)
  })
})

describe('typeLike', () => {
  const schema = schemaOf(typeTable(rawTable({ n: ['1', '2'], c: ['x', 'y'] }), { missing: ['none'] }))

  it('types new rows as the old ones, and takes fractions where whole numbers were', () => {
    const table = typeLike(rawTable({ c: ['1', 'none'], n: ['2.5', ''], extra: ['1', '2'] }), schema)
    expect(table.columns).toEqual([
      { name: 'c', type: 'category', values: ['1', null] },
      { name: 'n', type: 'integer', values: Float64Array.of(2.5, NaN) },
      { name: 'extra', type: 'text', values: ['1', '2'] },
    ])
  })

  it('names the place of a cell that does not fit', () => {
    expect(errorOf(() => typeLike(rawTable({ n: ['1', '?'] }), schema)).message).toMatch(/line 3, column `n`.*'\?'/)
  })
})
