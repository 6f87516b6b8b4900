import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { KudariError, type RawTable, cellAt } from 'kudari'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type ByteSource, bytesSource } from './bytes/source.ts'
import type { ReadOptions } from './options.ts'
import { readTable, streamTable } from './read.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A source that hands its bytes out in pieces of one size. */
const inPieces = (name: string, bytes: Uint8Array, size: number): ByteSource => ({
  name,
  bytes: async function* () {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
  },
})

const read = (text: string | Uint8Array, options: ReadOptions = {}, name = 't.csv'): Promise<RawTable> =>
  readTable(bytesSource(name, typeof text === 'string' ? encode(text) : text), options)

const rowsOf = ({ columns, rows }: RawTable) => Array.from({ length: rows }, (_, i) => columns.map((column) => cellAt(column, i)))

const failure = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise
  } catch (error) {
    if (error instanceof KudariError) return `${error.kind}: ${error.message} | ${error.in('ja')}`
    throw error
  }
  return 'no error'
}

describe('CSV', () => {
  it('has names, cells and the line of every row', async () => {
    const table = await read('height,weight\n166,58.7\n\n"1\n76",75.7\r\n171,62.1')
    expect(table.names).toEqual(['height', 'weight'])
    expect(rowsOf(table)).toEqual([['166', '58.7'], ['1\n76', '75.7'], ['171', '62.1']])
    expect(table.lines).toEqual([2, 4, 6])
    expect(table.detected).toEqual({ format: 'csv', encoding: 'utf-8', delimiter: ',', quote: '"' })
  })

  it.each([
    ['a;b\n1,5;2\n3;4', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['a,b\n"x;y;z",2', ','],
    ['a\n1\n2', ','],
  ])('%j is cut at %j', async (text, delimiter) => {
    expect((await read(text)).detected?.delimiter).toBe(delimiter)
  })

  it("knows the quote ' with backslashes, and leaves apostrophes alone", async () => {
    const quoted = await read("name,n\n'Allen, Miss',1\n'Barber \\'Nellie\\' X',2")
    expect(rowsOf(quoted)).toEqual([['Allen, Miss', '1'], ["Barber 'Nellie' X", '2']])
    const apostrophes = await read(`name,n\nO'Brien,1\n'tis,2\n"D'Arcy, ""Mr""",3`)
    expect(rowsOf(apostrophes)).toEqual([["O'Brien", '1'], ["'tis", '2'], ['D\'Arcy, "Mr"', '3']])
  })

  it('passes over comments: before the header, and elsewhere if told', async () => {
    expect((await read('# made by hand\n# twice\na,b\n1,2')).lines).toEqual([4])
    expect((await read('#id,name\n1,taro')).names).toEqual(['#id', 'name'])
    expect(rowsOf(await read('a,b\n#1,2'))).toEqual([['#1', '2']])
    const told = await read('a,b\n% x, "y\n1,2\n%z\n3,4', { comment: '%' })
    expect([rowsOf(told), told.lines]).toEqual([[['1', '2'], ['3', '4']], [3, 5]])
  })

  it.each(['1,1,\n2,3,x\n', '"1",1,\r\n2,3,"x"', '1,1,\r2,3,x'])('may have no header, which must then be said: %j', async (text) => {
    expect(await failure(read(text))).toMatch(/same name|no name/)
    const table = await read(text, { header: false })
    expect(table.names).toEqual(['column1', 'column2', 'column3'])
    expect(rowsOf(table)).toEqual([['1', '1', ''], ['2', '3', 'x']])
    expect(table.lines).toEqual([1, 2])
  })

  it('may have no rows, and thousands of columns', async () => {
    expect((await read('a,b\n')).rows).toBe(0)
    const names = Array.from({ length: 5000 }, (_, i) => `c${i}`)
    expect((await read(`${names.join(',')}\n${names.map(() => '1').join(',')}\n`)).names).toHaveLength(5000)
  })

  it('comes in chunks of the same names', async () => {
    const text = `a,b\n${Array.from({ length: 25_000 }, (_, i) => `${i},x`).join('\n')}\n`
    const chunks: RawTable[] = []
    for await (const chunk of streamTable(inPieces('t.csv', encode(text), 4096), {})) chunks.push(chunk)
    expect(chunks.map(({ rows }) => rows)).toEqual([10_000, 10_000, 5000])
    expect(chunks[2].lines?.[0]).toBe(20_002)
  })

  it('reads back any table, however the bytes are cut', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replaceAll(/[\0\r\uFEFF]/g, '.'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, fc.stringMatching(/^[a-z\n",]{1,4}$/)), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          const text = Papa.unparse([['first', 'second'], ...rows], { newline: '\n', quotes: true })
          const table = await readTable(inPieces('t.csv', encode(text), size), { delimiter: ',', quote: '"' })
          expect(rowsOf(table)).toEqual(rows)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('encodings', () => {
  // 身長,体重\n166,58.7\n in each encoding, by iconv.
  const shiftJis = Buffer.from('9067922c2c91cc8f640a3136362c35382e370a'.replace('9067922c', '906792b7'), 'hex')
  const eucJp = Buffer.from('bfc8c4b92cc2ceb9c50a3136362c35382e370a'.replace('c2ceb9c5', 'c2cebdc5'), 'hex')
  const utf16 = Buffer.from('身長,体重\n166,58.7\n', 'utf16le')
  it.each([
    ['utf-8', encode('身長,体重\n166,58.7\n')],
    ['utf-8', encode('\uFEFF身長,体重\n166,58.7\n')],
    ['shift_jis', shiftJis],
    ['euc-jp', eucJp],
    ['utf-16le', utf16],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
  ])('%s is told from the bytes', async (encoding, bytes) => {
    const table = await readTable(inPieces('t.csv', bytes, 1), {})
    expect(table.names).toEqual(['身長', '体重'])
    expect(table.detected?.encoding).toBe(encoding)
  })

  it('are obeyed when given, by their usual names', async () => {
    expect((await read(shiftJis, { encoding: 'CP932' })).names).toEqual(['身長', '体重'])
    expect(await failure(read(shiftJis, { encoding: 'utf8' }))).toMatch(/^data: t.csv: some bytes are not valid utf-8/)
    expect(await failure(read('a\n1', { encoding: 'latin-9' }))).toMatch(/^usage: encoding 'latin-9' is not known; known are utf-8/)
  })
})

describe('other formats', () => {
  it('JSON: a list of objects, an object of lists', async () => {
    const list = await read('[{"a":1,"b":"x"},{"a":null,"b":"y"},{"b":"z"}]', {}, 't.json')
    expect([list.names, rowsOf(list)]).toEqual([['a', 'b'], [[1, 'x'], [null, 'y'], [null, 'z']]])
    expect(rowsOf(await read('{"a":[1,2],"b":[true,"x"]}', {}, 'data'))).toEqual([[1, true], [2, 'x']])
  })

  it('JSON lines', async () => {
    const table = await readTable(inPieces('t.jsonl', encode('{"a":1}\n\n{"a":2}'), 3), {})
    expect([rowsOf(table), table.lines]).toEqual([[[1], [2]], [1, 3]])
    expect((await read('{"a":1}\n{"a":2}\n', {}, '-')).detected?.format).toBe('jsonl')
  })

  it('gzip of any of them', async () => {
    expect(rowsOf(await read(gzipSync('a,b\n1,2\n'), {}, 't.csv.gz'))).toEqual([['1', '2']])
  })
})

describe('what cannot be read', () => {
  it.each<[string, string | Uint8Array, RegExp, string?]>([
    ['nothing', '', /the file is empty/],
    ['blank lines', '\n\n', /the file is empty/],
    ['too few fields', 'a,b\n1,2\n3\n', /t.csv, line 3: 1 fields, but the header has 2/],
    ['too many fields', 'a,b\n1,2,3\n', /t.csv, line 2: 3 fields, but the header has 2/],
    ['an open quote', 'a,b\n1,2\n"3,4\n5,6\n', /t.csv, line 3: a quoted field is never closed/],
    ['a column twice', 'a,b,a\n1,2,3', /columns 1 and 3 have the same name `a`/],
    ['a column without a name', 'a,,b\n1,2,3', /column 2 has no name/],
    ['NUL bytes', 'a,b\n1,\0\n', /NUL bytes/],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), /seems to be a PNG image/],
    ['a PDF', '%PDF-1.7 ...', /seems to be a PDF document/],
    ['an Excel workbook', Buffer.from('504b0304140006', 'hex'), /Excel workbook.*save the sheet as CSV/],
    ['broken gzip', gzipSync('a,b\n1,2\n').subarray(0, 20), /gzip data are damaged/],
    ['broken JSON', '[{"a": 1},\n {"a": }]', /t.json, line 2, column 8: not valid JSON/, 't.json'],
    ['JSON that is no table', '"text"', /must be a list of objects/, 't.json'],
    ['nested JSON', '[{"a": [1]}]', /record 1, `a`: holds a list or an object/, 't.json'],
    ['lists of different lengths', '{"a":[1,2],"b":[1]}', /`b`: 1 values, but the first column has 2/, 't.json'],
    ['a broken line', '{"a":1}\n{"a":\n', /t.jsonl, line 2, column \d+: not valid JSON/, 't.jsonl'],
    ['a line that is no object', '{"a":1}\n3\n', /record 2: must be an object/, 't.jsonl'],
    ['not Parquet', 'PAR1 and no more', /Parquet file is damaged/, 't.parquet'],
  ])('%s', async (_, text, message, name = 't.csv') => {
    expect(await failure(read(text, {}, name))).toMatch(message)
  })
})
