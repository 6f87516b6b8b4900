import { describe, expect, it } from 'vitest'
import { EMPTY_CELL, type NumberArray, type NumberCells, OTHER_CELL, cellAt, cellsOf } from './number-cells.ts'
import { errorOf } from './testing/tables.ts'
import { type TypeOptions, typeLike, typeTable } from './types.ts'

/** The cells as numbers where they are plain, by the definition of plain numbers. */
function numberCells(texts: readonly string[]): NumberCells {
  const isPlain = (text: string) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)
  return {
    values: Float64Array.from(texts, (text) => (isPlain(text) ? Number(text) : NaN)),
    decimals: Uint8Array.from(texts, (text) =>
      text === '' ? EMPTY_CELL : isPlain(text) ? (text.split('.')[1] ?? '').length : OTHER_CELL),
    others: new Map(texts.flatMap((text, row) => (text === '' || isPlain(text) ? [] : [[row, text] as const]))),
  }
}

describe('cells of numbers', () => {
  it('give their texts back', () => {
    const texts = ['0', '-0', '-0.00', '1.50', '', 'NA', '007', '1e5', '123456789.125', '-12']
    const cells = numberCells(texts)
    expect(cellsOf(cells)).toEqual(texts)
    expect(cellAt(cells, 3)).toBe('1.50')
  })

  it.each<[string, readonly string[], TypeOptions?]>([
    ['whole numbers', ['1', '', '3']],
    ['numbers with a negative zero', ['-0', '0.5']],
    ['numbers among other spellings', ['1', '1e5', '+2', 'NA', '1,234']],
    ['infinite numbers', ['1', 'inf']],
    ['codes', ['1', '007', '12']],
    ['texts', ['1', 'x', '2']],
    ['nothing', ['', '', '']],
    ['markers that are numbers', ['-999', '-999.0', '1'], { missing: ['-999'] }],
    ['markers among other spellings', ['1', '9e2'], { missing: ['900'] }],
    ['a given category', ['1.50', '', '2'], { types: { a: 'category' } }],
    ['a given boolean', ['1', '0', ''], { types: { a: 'boolean' } }],
    ['a given text', ['0.10', '-0.0'], { types: { a: 'text' } }],
  ])('have the same type as the texts: %s', (_, texts, options = {}) => {
    const table = (column: readonly string[] | NumberCells) =>
      typeTable({ names: ['a'], columns: [column], rows: texts.length, source: 't.csv' }, options)
    const cells = numberCells(texts)
    const before = cells.values.slice()
    expect(table(cells)).toEqual(table(texts))
    // What was read stays as it is.
    expect(cells.values).toEqual(before)
  })

  it('are told by their texts where they do not fit', () => {
    const raw = { names: ['a'], columns: [numberCells(['1', '2.50'])], rows: 2, source: 't.csv' }
    expect(errorOf(() => typeTable(raw, { types: { a: 'integer' } })).message).toMatch(/row 2, column `a`.*found '2.50'/)
  })
})

describe('numbers as such', () => {
  const typed = (column: NumberArray, options: TypeOptions = {}) =>
    typeTable({ names: ['p0'], columns: [column], rows: column.length, source: 't.idx' }, options).columns[0]

  it('are their own cells', () => {
    expect(cellsOf(Uint8Array.of(0, 255))).toEqual([0, 255])
    expect(cellAt(Float64Array.of(0.5), 0)).toBe(0.5)
  })

  it('are typed without being copied', () => {
    const pixels = Uint8Array.of(0, 7, 255)
    expect(typed(pixels)).toEqual({ name: 'p0', type: 'integer', values: pixels })
    expect(typed(pixels).values).toBe(pixels)
    expect(typed(Float64Array.of(1, NaN, 3)).type).toBe('integer')
    expect(typed(Float64Array.of(1, 2.5)).type).toBe('number')
  })

  it('obey markers and given types', () => {
    const pixels = Uint8Array.of(0, 7)
    expect(typed(pixels, { missing: ['0'] }).values).toEqual(Float64Array.of(NaN, 7))
    expect(pixels).toEqual(Uint8Array.of(0, 7))
    expect(typed(pixels, { types: { p0: 'category' } }).values).toEqual(['0', '7'])
    expect(errorOf(() => typed(Float64Array.of(2.5), { types: { p0: 'integer' } })).message).toMatch(/row 1, column `p0`.*found '2.5'/)
  })

  it('keep the size of the images that they are the pixels of', () => {
    const image = { height: 1, width: 1, channels: 1 }
    const raw = { names: ['p0'], columns: [Uint8Array.of(3)], rows: 1, source: 't.idx', image }
    expect(typeTable(raw).image).toEqual(image)
    expect(typeLike(raw, { columns: [], missing: [] }).image).toEqual(image)
  })
})
