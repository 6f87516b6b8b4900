import { KudariError } from 'kudari'
import { describe, expect, it } from 'vitest'
import type { DataSource, Reading } from './data-source.ts'
import { readData } from './read.ts'

const fileOf = (content: string | Uint8Array<ArrayBuffer>, reading: Reading = {}, name = 't.csv'): DataSource => ({ kind: 'files', files: [new File([content], name)], reading })

const problem = async (data: DataSource): Promise<string> => {
  try {
    await readData(data)
  } catch (error) {
    if (error instanceof KudariError) return `${error.kind}: ${error.message}`
    throw error
  }
  return 'none'
}

describe('readData', () => {
  it("reads the talk's five rows", async () => {
    const { table, detected } = await readData({ kind: 'sample', name: 'body' })
    expect(table.columns.map(({ name }) => name)).toEqual(['height', 'weight'])
    expect(table.columns[0].values).toEqual(Float64Array.of(166, 176, 171, 173, 169))
    expect(detected).toEqual({ format: 'csv', encoding: 'utf-8', delimiter: ',', quote: '"' })
  })

  it('makes and draws tables', async () => {
    const { table: made } = await readData({ kind: 'made', made: { shape: 'moons', rows: 30, noise: 0, seed: 1 } })
    expect([made.rows, made.columns.map(({ name }) => name)]).toEqual([30, ['x1', 'x2', 'class']])
    const { table: classes } = await readData({ kind: 'drawn', drawn: { task: 'classification', points: [[0, 0.5, 0], [1, -1, 2]] } })
    expect(classes.columns[2]).toEqual({ name: 'class', type: 'category', values: ['A', 'C'] })
    const { table: curve } = await readData({ kind: 'drawn', drawn: { task: 'regression', points: [[0, 0.5, 0], [1, -1, 0]] } })
    expect(curve.columns).toEqual([{ name: 'x', type: 'number', values: Float64Array.of(0, 1) }, { name: 'y', type: 'number', values: Float64Array.of(0.5, -1) }])
  })

  it('needs points to tell apart', async () => {
    expect(await problem({ kind: 'drawn', drawn: { task: 'classification', points: [[0, 0, 1], [1, 1, 1]] } })).toMatch(/^data: at least two points/)
    expect(await problem({ kind: 'drawn', drawn: { task: 'regression', points: [[0, 0, 0]] } })).toMatch(/^data: at least two points/)
  })

  it('obeys what is told of a file', async () => {
    // `身長,体重` in Shift_JIS.
    const sjis = Uint8Array.of(0x90, 0x67, 0x92, 0xb7, 0x2c, 0x91, 0xcc, 0x8f, 0x64, 0x0a, 0x31, 0x2c, 0x32, 0x0a)
    expect((await readData(fileOf(sjis))).table.columns.map(({ name }) => name)).toEqual(['身長', '体重'])
    expect(await problem(fileOf(sjis, { encoding: 'utf-8' }))).toMatch(/^data: t\.csv: some bytes are not valid utf-8/)
    expect((await readData(fileOf('1;5\n2;6\n', { header: false, delimiter: ';' }))).table.columns).toMatchObject([{ name: 'column1', values: Float64Array.of(1, 2) }, { name: 'column2' }])
  })

  it.each([
    ['', 't.csv', /^data: t\.csv: the file is empty/],
    ['PK\u0003\u0004', 'book.xlsx', /^data: book\.xlsx: .*Excel.*save the sheet as CSV/],
    ['a,a\n1,2\n', 't.csv', /^data: t\.csv: columns 1 and 2 have the same name `a`/],
    ['a,b\n1,2\n3\n', 't.csv', /^data: t\.csv, line 3: 1 fields/],
    ['a\0b', 't.csv', /^data: t\.csv: the text holds NUL bytes/],
  ])('says what is wrong with %j', async (content, name, expected) => expect(await problem(fileOf(content, {}, name))).toMatch(expected))
})
