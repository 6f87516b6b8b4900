import { KudariError, type RawTable, cellAt } from 'kudari'
import { describe, expect, it } from 'vitest'
import { bytesSource } from '../bytes/source.ts'
import type { ReadOptions } from '../options.ts'
import { readTable, streamTable } from '../read.ts'
import { colourJpeg, colourPng, greyJpeg, greyPng } from '../testing/images.ts'
import { type ImageFolder, imageFolder } from './folder.ts'

const folder = (files: Readonly<Record<string, Uint8Array>>): ImageFolder => imageFolder('DIR', Object.keys(files), async (path) => files[path])
const read = async (files: Readonly<Record<string, Uint8Array>>, options: ReadOptions = {}): Promise<RawTable> => readTable(folder(files), options)
const rowsOf = ({ columns, rows }: RawTable) => Array.from({ length: rows }, (_, i) => columns.map((column) => cellAt(column, i)))
const text = Buffer.from('not an image')

describe('a folder of images', () => {
  it('is a table: the folders are the classes, in sorted order', async () => {
    const table = await read({
      'dog/b.PNG': greyPng([5, 6]),
      'cat/2.png': greyPng([1, 2]),
      'cat/1.png': greyPng([3, 4]),
      'notes.txt': text,
      '.hidden/x.png': text,
      'cat/.thumbnail.png': text,
    })
    expect(table.names).toEqual(['p0', 'p1', 'file', 'label'])
    expect(rowsOf(table)).toEqual([[3, 4, 'cat/1.png', 'cat'], [1, 2, 'cat/2.png', 'cat'], [5, 6, 'dog/b.PNG', 'dog']])
    expect([table.image, table.source, table.detected]).toEqual([{ height: 1, width: 2, channels: 1 }, 'DIR', { format: 'png' }])
  })

  it('may lie deeper, and may have no classes', async () => {
    expect(rowsOf(await read({ 'a/x/1.png': greyPng([1]), 'b/1.png': greyPng([2]) })).map((row) => row.at(-1))).toEqual(['a', 'b'])
    const bare = await read({ '1.png': greyPng([7]) })
    expect([bare.names, rowsOf(bare)]).toEqual([['p0', 'file'], [[7, '1.png']]])
  })

  it('is RGB if any image is in colour, or as it is told', async () => {
    const files = { 'a/1.png': greyPng([1, 2]), 'b/1.png': colourPng([1, 2, 3, 4, 5, 6]) }
    const table = await read(files)
    expect(table.image).toEqual({ height: 1, width: 2, channels: 3 })
    expect(rowsOf(table).map((row) => row.slice(0, 6))).toEqual([[1, 1, 1, 2, 2, 2], [1, 2, 3, 4, 5, 6]])
    expect(rowsOf(await read({ '1.png': greyPng([9]) }, { channels: 3 }))).toEqual([[9, 9, 9, '1.png']])
    await expect(read(files, { channels: 1 })).rejects.toThrow('DIR/b/1.png: the image is in colour')
  })

  it('may hold JPEG, also under another ending', async () => {
    const table = await read({ 'a.jpg': greyJpeg(200), 'b.png': greyJpeg(210) })
    expect([table.image, table.detected]).toEqual([{ height: 8, width: 8, channels: 1 }, { format: 'jpeg' }])
    expect(rowsOf(table).map((row) => row[63])).toEqual([200, 210])
    expect((await read({ 'a.jpeg': colourJpeg() })).image).toEqual({ height: 6, width: 10, channels: 3 })
  })

  it('comes in chunks as it is read, where the channels are told', async () => {
    const side = 450
    const file = greyPng(...Array.from({ length: side }, () => Array.from({ length: side }, (_, j) => j % 256)))
    const files = Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`${String(i).padStart(2, '0')}.png`, file]))
    const opened: string[] = []
    const counted = imageFolder('DIR', Object.keys(files), async (path) => {
      opened.push(path)
      return files[path]
    })
    const rows: (readonly [number, number])[] = []
    for await (const chunk of streamTable(counted, { channels: 1 })) rows.push([chunk.rows, opened.length])
    // Files are opened 16 at a time.
    expect(rows).toEqual([[20, 32], [20, 45], [5, 45]])
    const whole = await readTable(counted, {})
    expect([whole.rows, cellAt(whole.columns[451], 44), cellAt(whole.columns.at(-1)!, 44)]).toEqual([45, 1, '44.png'])
  })
})

describe('a folder that cannot be read', () => {
  const small = greyPng([1, 2])
  it.each<[string, Readonly<Record<string, Uint8Array>>, RegExp]>([
    ['no images', { 'notes.txt': text }, /^DIR: there are no PNG or JPEG images in the folder/],
    ['nothing', {}, /^DIR: there are no PNG or JPEG images/],
    ['some without a class', { 'a/1.png': small, '2.png': small }, /^DIR: 2\.png lies in no class folder, but a\/1\.png does/],
    ['two sizes', { 'a/1.png': small, 'a/2.png': small, 'b/1.png': greyPng([1], [2]) }, /a\/1\.png is 1 x 2 and b\/1\.png is 2 x 1/],
    ['a damaged image', { 'a/1.png': small, 'a/2.png': small.subarray(0, 50) }, /^DIR\/a\/2\.png: the image is damaged/],
    ['a text named as an image', { 'a/1.png': text }, /^DIR\/a\/1\.png: neither a PNG nor a JPEG/],
    ['images of other kinds', { 'a/1.png': small, 'a/2.gif': text }, /^DIR\/a\/2\.gif: only PNG and JPEG/],
  ])('%s', async (_, files, message) => {
    const error: unknown = await Promise.resolve().then(() => read(files)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(KudariError)
    expect((error as KudariError).message).toMatch(message)
    expect((error as KudariError).in('ja')).toMatch(/[\u3040-\u30ff]/)
  })

  it('with labels in a file', async () => {
    await expect(read({ 'a/1.png': small }, { labels: bytesSource('l', text) })).rejects.toThrow(/DIR: labels go with images in IDX only/)
  })
})
