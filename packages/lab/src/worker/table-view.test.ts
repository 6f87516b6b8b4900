import type { Column, Table } from 'kudari'
import { describe, expect, it } from 'vitest'
import { likelyTarget } from './likely-target.ts'
import { columnView, tableView, valueText } from './table-view.ts'

const numbers = (name: string, values: readonly number[], type: 'number' | 'integer' | 'boolean' | 'date' = 'number'): Column => ({ name, type, values: Float64Array.from(values) })
const texts = (name: string, values: readonly (string | null)[], type: 'category' | 'text' = 'category'): Column => ({ name, type, values })
const tableOf = (...columns: readonly Column[]): Table => ({ columns, rows: columns[0].values.length, source: 't.csv', missing: [] })

describe('columnView', () => {
  it('counts numbers in equal stretches, and gaps', () => {
    expect(columnView(numbers('a', [0, 1, 16, Number.NaN]))).toEqual({
      name: 'a', type: 'number', kind: 'numbers', missing: 1, min: 0, max: 16, mean: 17 / 3, bars: [1, 1, ...new Array<number>(13).fill(0), 1],
    })
  })

  it('gives few whole numbers a bar each, truth values two', () => {
    expect(columnView(numbers('a', [3, 1, 3], 'integer'))).toMatchObject({ bars: [1, 0, 2] })
    expect(columnView(numbers('a', [1, 1], 'boolean'))).toMatchObject({ bars: [2, 0] })
  })

  it('stays calm with nothing, with infinity, and with numbers whose spread overflows', () => {
    expect(columnView(numbers('a', [Number.NaN]))).toMatchObject({ min: Number.NaN, bars: [], missing: 1 })
    expect(columnView(numbers('a', [Infinity, 1, 2], 'integer'))).toMatchObject({ min: 1, max: 2, missing: 0, bars: [1, 1] })
    const { bars } = columnView(numbers('a', [-1.7e308, 0, 1.7e308])) as { readonly bars: readonly number[] }
    expect([bars[0], bars[8], bars[15]]).toEqual([1, 1, 1])
  })

  it('counts categories, the most frequent first', () => {
    expect(columnView(texts('a', ['x', 'y', null, 'y']))).toEqual({ name: 'a', type: 'category', kind: 'texts', distinct: 2, missing: 1, most: [{ text: 'y', count: 2 }, { text: 'x', count: 1 }] })
  })
})

describe('tableView', () => {
  it('shows the first rows as text, and the gaps as nothing', () => {
    const view = tableView(tableOf(numbers('n', [1.5, Number.NaN]), texts('t', [null, '<b>']), numbers('d', [Date.UTC(2020, 0, 31), Number.NaN], 'date')), undefined)
    expect(view.head).toEqual([['1.5', '', '2020-01-31'], ['', '<b>', '']])
    expect(view).toMatchObject({ rows: 2, width: 3, names: ['n', 't', 'd'], missing: 3 })
    expect([valueText('boolean', 1), valueText('boolean', 0), valueText('date', Date.UTC(2020, 0, 31, 12, 30))]).toEqual(['true', 'false', '2020-01-31T12:30:00.000Z'])
  })

  it('names all columns of a wide table, and shows the first 200', () => {
    const { width, names, columns, head } = tableView(tableOf(...Array.from({ length: 300 }, (_, j) => numbers(`c${j}`, [j, j + 1]))), undefined)
    expect([width, names.length, columns.length, head[0].length]).toEqual([300, 300, 200, 200])
  })

  it('shows images as images, white at their largest value', () => {
    const table: Table = { ...tableOf(numbers('p0', [0, 8]), numbers('p1', [16, 0]), numbers('label', [3, 7], 'integer')), image: { height: 1, width: 2, channels: 1 } }
    const view = tableView(table, undefined)
    expect(view.columns.map(({ name }) => name)).toEqual(['label'])
    expect(view.images).toEqual({ pixels: Uint8Array.of(0, 255, 127, 0), labels: ['3', '7'] })
  })
})

describe('likelyTarget', () => {
  const a = numbers('a', [1, 2, 3])
  it.each<readonly [string, readonly Column[]]>([
    ['b', [a, texts('b', ['x', 'y', 'x'])]],
    ['Class', [numbers('Class', [0, 1, 0], 'integer'), a]],
    ['目的変数', [numbers('目的変数', [0, 1, 0], 'integer'), a]],
    // Neither texts nor dates nor what never changes, nor what is hardly there.
    ['a', [a, texts('note', ['p', 'q', 'r'], 'text')]],
    ['a', [a, numbers('when', [1, 2, 3], 'date')]],
    ['a', [a, numbers('one', [1, 1, 1])]],
    ['a', [a, numbers('rare', [1, Number.NaN, Number.NaN])]],
    ['a', [numbers('label', [1, 1, 1]), a]],
    // Something must be named.
    ['b', [texts('note', ['p', 'q'], 'text'), numbers('b', [1, 1])]],
    ['note', [texts('note', ['p', 'q'], 'text')]],
  ])('is %s', (target, columns) => expect(likelyTarget(tableOf(...columns))).toBe(target))
})
