/** Reading from bytes gives what reading with care (by papaparse) gives: the same cells, lines and errors. */
import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { KudariError, type RawTable, cellAt, generator, isNumberCells, typeTable } from 'kudari'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../../tests/shared.ts'
import { bytesSource } from '../bytes/source.ts'
import { readTable } from '../read.ts'
import { type Portions, streamCsv } from './csv.ts'

/** With comments everything is read with care; no text here begins with this one. */
const WITH_CARE = { comment: '\u0001' }

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

interface Outcome {
  readonly names?: readonly string[]
  readonly rows: readonly unknown[]
  readonly lines: readonly number[]
  readonly error?: string
}

/** What a text says, or why it cannot be read. */
async function outcome(bytes: Uint8Array, piece: number, options: object, portions: Portions): Promise<Outcome> {
  const rows: unknown[] = []
  const lines: number[] = []
  let names: readonly string[] | undefined
  try {
    const detected = { format: 'csv', encoding: 'utf-8' }
    for await (const chunk of streamCsv(pieces(bytes, piece), 't.csv', options, detected, portions)) {
      for (let i = 0; i < chunk.rows; i++) rows.push(chunk.columns.map((column) => cellAt(column, i)))
      lines.push(...chunk.lines!)
      names = chunk.names
    }
  } catch (error) {
    if (!(error instanceof KudariError)) throw error
    // How many rows come before an error is not promised.
    return { rows: [], lines: [], error: error.message }
  }
  return { names: names!, rows, lines }
}

const cell = fc.oneof(
  fc.constantFrom('', '0', '-0', '7', '-12', '007', '0.50', '.5', '5.', '1e5', '-0.0', 'NA', '123456789', '1234567890.5',
    '0.1234567890123456', '12345678901234567890', 'x', '東京', ' 1', '+2', 'a b', "it's"),
  fc.double({ noNaN: true }).map(String),
  fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => text.replaceAll(/[\u0000#]/g, '.')),
)
const quoted = fc.tuple(cell, fc.constantFrom('', ',', '\n', '\r\n', '""')).map(([text, more]) => `"${text.replaceAll('"', '""')}${more}"`)
const bare = cell.map((text) => text.replaceAll(/[,"\r\n]/g, ''))
const row = (width: number) => fc.array(fc.oneof({ arbitrary: bare, weight: 3 }, quoted), { minLength: width, maxLength: width })

/** Well-formed text: every row of the same width, perhaps a blank line, with or without the last line break. */
const fine = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .chain(([width, newline, hasLast]) =>
    fc.array(fc.oneof({ arbitrary: row(width), weight: 9 }, fc.constant([''])), { maxLength: 12 }).map((rows) => {
      const header = Array.from({ length: width }, (_, j) => `c${j}`)
      return [header, ...rows].map((cells) => cells.join(',')).join(newline) + (hasLast ? newline : '')
    }),
  )

/** Anything that such characters make: open quotes, ragged rows, returns alone. */
const wild = fc
  .array(fc.constantFrom('1', '0', '-', '.', 'a', '東', ' ', ',', ',', '"', '""', '\n', '\n', '\r\n', '\r', '\t', ';', '\uFEFF', '\\', "'"), { maxLength: 40 })
  .map((parts) => parts.join(''))
const afterHeader = fc.tuple(fc.constantFrom('', 'a,b\n', 'a,b\r\n'), wild).map((parts) => parts.join(''))

const size = fc.integer({ min: 1, max: 20 })

const agree = async (text: string, piece: number, portions: Portions): Promise<void> => {
  const bytes = new TextEncoder().encode(text)
  expect(await outcome(bytes, piece, {}, portions)).toEqual(await outcome(bytes, piece, WITH_CARE, portions))
}

describe('reading from bytes and reading with care agree', () => {
  it('on well-formed texts in one piece', async () => {
    await fc.assert(fc.asyncProperty(fine, (text) => agree(text, 1 << 20, {})), { numRuns: 1000 })
  })

  it('on well-formed texts cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fine, size, size, (text, piece, block) => agree(text, piece, { firstBlock: 12, block })),
      { numRuns: 1000 },
    )
  })

  it('on any texts', async () => {
    await fc.assert(fc.asyncProperty(afterHeader, (text) => agree(text, 1 << 20, {})), { numRuns: 3000 })
  })

  it('on any texts cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(afterHeader, size, size, size, (text, piece, firstBlock, block) => agree(text, piece, { firstBlock, block })),
      { numRuns: 3000 },
    )
  })

  it('on bytes that are not UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(0x61, 0x2c, 0x0a, 0x22, 0xe6, 0x9d, 0xb1, 0xff, 0x00), { maxLength: 30 }), async (tail) => {
        const bytes = Uint8Array.from([...Buffer.from('a,b\n1,2\n'), ...tail])
        expect(await outcome(bytes, 1 << 20, {}, {})).toEqual(await outcome(bytes, 1 << 20, WITH_CARE, {}))
      }),
      { numRuns: 1000 },
    )
  })

  it('where a column turns from numbers to texts and back, in chunks and as a whole', async () => {
    const kinds = [(i: number) => `${i}`, (i: number) => `${i}.50`, (i: number) => `t${i % 7}`, () => '', (i: number) => `unique text ${i}`]
    const lines = Array.from({ length: 32_000 }, (_, i) => kinds.map((_, j) => kinds[(j + Math.floor(i / 3000)) % kinds.length](i)).join(','))
    const text = `${kinds.map((_, j) => `c${j}`).join(',')}\n${lines.join('\n')}\n`
    await agree(text, 1 << 16, {})
    const whole = await readTable(bytesSource('t.csv', Buffer.from(text)), {})
    for (const [i, line] of lines.entries()) expect(whole.columns.map((column) => cellAt(column, i)).join(',')).toBe(line)
  })
})

describe('numbers', () => {
  it('have the bits of Number(text), and their texts back', async () => {
    const random = generator(5)
    const digits = (count: number) => Array.from({ length: count }, () => random.integer(10)).join('')
    const spellings = [
      () => random.normal().toFixed(random.integer(12)),
      () => String(random.normal() * 10 ** (random.integer(40) - 20)),
      () => String(random.uniform()),
      () => String(random.integer(2 ** 53)),
      () => `${random.integer(2) === 0 ? '-' : ''}${digits(1 + random.integer(12))}.${digits(random.integer(14))}`,
      () => `0.${digits(15 + random.integer(4))}`,
      () => `${1 + random.integer(9)}${digits(14 + random.integer(6))}`,
      // Half way between two numbers, and next to it.
      () => `${9007199254740993n + BigInt(2 * random.integer(1000))}`,
      () => `${(9007199254740992 + 2 * random.integer(100_000)) / 2 ** random.integer(8)}`,
      () => random.uniform().toPrecision(17),
    ]
    const rows = Array.from({ length: 100_000 }, () => spellings.map((spell) => spell()))
    const text = `${spellings.map((_, j) => `c${j}`).join(',')}\n${rows.map((cells) => cells.join(',')).join('\n')}\n`
    const table = await readTable(bytesSource('t.csv', Buffer.from(text)), {})
    let plain = 0
    let wrong = 0
    for (const [j, column] of table.columns.entries())
      for (let i = 0; i < rows.length; i++) {
        if (cellAt(column, i) !== rows[i][j]) wrong++
        if (!isNumberCells(column) || Number.isNaN(column.values[i])) continue
        plain++
        if (!Object.is(column.values[i], Number(rows[i][j]))) wrong++
      }
    expect(wrong).toBe(0)
    // Enough of them went the quick way for this to say something.
    expect(plain).toBeGreaterThan(600_000)
  })

  it('of the shortest spelling of any float64 are read without making a text', async () => {
    const random = generator(6)
    const texts = Array.from({ length: 20_000 }, () => String(random.normal() * 100)).filter((text) => !text.includes('e'))
    const table = await readTable(bytesSource('t.csv', Buffer.from(`a\n${texts.join('\n')}\n`)), {})
    const [column] = table.columns
    expect(isNumberCells(column) && column.others.size / texts.length).toBeLessThan(0.02)
  })
})

const examples = new URL('../../../../examples/', import.meta.url)
const tables = [
  ...readdirSync(examples).filter((name) => name.endsWith('.csv')).map((name) => new URL(name, examples).pathname),
  ...['boston.csv', 'iris.csv', 'kidney-train.csv', 'kidney-test.csv', 'titanic.csv'].map((name) => sharedPath(`data/${name}`)),
].filter((path) => path !== undefined)

describe('real tables', () => {
  it.each(tables)('%s has the same types and values', async (path) => {
    const source = bytesSource(path, readFileSync(path))
    const typed = (raw: RawTable) => ({ ...typeTable(raw), lines: raw.lines })
    expect(typed(await readTable(source, {}))).toEqual(typed(await readTable(source, WITH_CARE)))
  })
})
