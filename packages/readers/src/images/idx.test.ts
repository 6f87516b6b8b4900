import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { KudariError, type RawTable, cellAt, typeTable } from 'kudari'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../../tests/shared.ts'
import { type ByteSource, bytesSource } from '../bytes/source.ts'
import { readTable, streamTable } from '../read.ts'
import { idxBytes } from '../testing/images.ts'

const images = (...sizes: number[]) => idxBytes(0x08, sizes, Array.from({ length: sizes.reduce((a, b) => a * b) }, (_, i) => i % 256))
const labelsOf = (...labels: number[]) => bytesSource('t-labels-idx1-ubyte', idxBytes(0x08, [labels.length], labels))
const read = (bytes: Uint8Array, labels?: ByteSource, name = 't-images-idx3-ubyte'): Promise<RawTable> =>
  readTable(bytesSource(name, bytes), labels ? { labels } : {})
const rowOf = ({ columns }: RawTable, row: number) => columns.map((column) => cellAt(column, row))

describe('images in IDX', () => {
  it('are rows: pixels row by row, the label behind them', async () => {
    const table = await read(images(2, 2, 3), labelsOf(7, 4))
    expect(table.names).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'label'])
    expect([rowOf(table, 0), rowOf(table, 1)]).toEqual([[0, 1, 2, 3, 4, 5, 7], [6, 7, 8, 9, 10, 11, 4]])
    expect(table.image).toEqual({ height: 2, width: 3, channels: 1 })
    expect(table.detected).toEqual({ format: 'idx' })
    expect(typeTable(table).columns.map(({ type }) => type)).toEqual(Array.from({ length: 7 }, () => 'integer'))
  })

  it('may have channels, no labels, any name, and be packed', async () => {
    const table = await readTable(bytesSource('-', gzipSync(images(2, 1, 2, 3))), {})
    expect(table.image).toEqual({ height: 1, width: 2, channels: 3 })
    expect(table.names).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5'])
    expect(rowOf(table, 1)).toEqual([6, 7, 8, 9, 10, 11])
  })

  // The bytes of 1 and -2 (and 0.5) as the types write them, big-endian, by Python's struct.
  it.each([
    ['int8', 0x09, '01fe', [1, -2]],
    ['int16', 0x0b, '0001fffe', [1, -2]],
    ['int32', 0x0c, '00000001fffffffe', [1, -2]],
    ['float32', 0x0d, '3f000000c0000000', [0.5, -2]],
    ['float64', 0x0e, '3fe0000000000000c000000000000000', [0.5, -2]],
  ])('may be %s', async (_, type, hex, expected) => {
    const bytes = Buffer.concat([idxBytes(type, [1, 1, 2], []), Buffer.from(hex, 'hex')])
    expect(rowOf(await read(bytes), 0)).toEqual(expected)
  })

  it('come in chunks, however the bytes are cut', async () => {
    const count = 150
    const bytes = images(count, 250, 250)
    const source: ByteSource = {
      name: 't',
      bytes: async function* () {
        for (let i = 0; i < bytes.length; i += 99_991) yield bytes.subarray(i, i + 99_991)
      },
    }
    const labels = labelsOf(...Array.from({ length: count }, (_, i) => i))
    const rows: number[] = []
    for await (const chunk of streamTable(source, { labels })) {
      const first = rows.reduce((sum, own) => sum + own, 0)
      expect(cellAt(chunk.columns.at(-1)!, 0)).toBe(first)
      expect(cellAt(chunk.columns[1], 0)).toBe((first * 62_500 + 1) % 256)
      rows.push(chunk.rows)
    }
    expect(rows).toEqual([67, 67, 16])
    const whole = await readTable(source, { labels })
    expect([whole.rows, cellAt(whole.columns.at(-1)!, 149), cellAt(whole.columns[3], 149)]).toEqual([150, 149, (149 * 62_500 + 3) % 256])
  })
})

describe('MNIST', () => {
  const [path, labels] = [sharedPath('data/mnist-t10k-images-idx3-ubyte.gz'), sharedPath('data/mnist-t10k-labels-idx1-ubyte.gz')]
  it.skipIf(path === undefined || labels === undefined)('is what NumPy reads', async () => {
    const table = await read(readFileSync(path!), bytesSource('labels', readFileSync(labels!)))
    // np.frombuffer(gzip.open(path).read(), np.uint8, offset=16).reshape(-1, 784): x.sum(), x[:, 350].sum(), x[9999].sum()
    const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)
    const pixels = table.columns.slice(0, 784) as Uint8Array[]
    expect([table.rows, sum(pixels.map(sum)), sum(pixels[350]), sum(pixels.map((own) => own[9999]))]).toEqual([10_000, 264_923_200, 902_827, 41_833])
    expect(Array.from({ length: 10 }, (_, i) => cellAt(table.columns[784], i))).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9])
  })
})

describe('what is no IDX file of images', () => {
  const cut = images(3, 28, 28).subarray(0, 1000)
  it.each<[string, Uint8Array, RegExp, ByteSource?]>([
    ['cut off', cut, /the header promises 3 images of 28 x 28, 2,368 bytes with the header; the file has 1,000/],
    ['packed and cut off', gzipSync(cut), /the file has 1,000/],
    ['bytes behind the images', Buffer.concat([images(3, 28, 28), Buffer.from('!')]), /promises 3 images .* 2,368 bytes .* the file has 2,369/],
    ['a header that is cut off', images(3, 28, 28).subarray(0, 9), /within its header \(9 of 16 bytes\)/],
    ['another beginning', Buffer.from('01020304', 'hex'), /not an IDX file: it begins with the bytes 01 02 03 04/],
    ['an unknown type', idxBytes(0x0a, [1, 1, 1], [0]), /begins with the bytes 00 00 0a 03/],
    ['two sizes', images(3, 4), /holds 3 x 4 numbers, which are no images/],
    ['no images', images(0, 28, 28), /no images in the file: its header says 0 x 28 x 28/],
    ['images without pixels', images(2, 0, 28), /its header says 2 x 0 x 28/],
    ['labels', idxBytes(0x08, [3], [1, 2, 3]), /this file holds labels, not images/],
    ['large images', idxBytes(0x08, [1, 4000, 3000], []), /images of 4000 x 3000 have 12,000,000 values/],
    ['billions of images', idxBytes(0x08, [4294967295, 28, 28], []), /promises 4294967295 images/],
    ['fewer labels', images(3, 2, 2), /holds 3 images, but t-labels-idx1-ubyte holds 2 labels/, labelsOf(1, 2)],
    ['images as labels', images(3, 2, 2), /labels: labels are needed, one for each image, but the IDX file holds 3 x 2 x 2/, bytesSource('labels', images(3, 2, 2))],
    ['labels cut off', images(3, 2, 2), /labels: cut off: the header promises 3 labels, 11 bytes .* the file has 10/, bytesSource('labels', idxBytes(0x08, [3], [1, 2]))],
    ['labels that are a text', images(3, 2, 2), /labels: not an IDX file: it begins with the bytes 31 0a 32 0a/, bytesSource('labels', Buffer.from('1\n2\n3\n'))],
    ['labels of a CSV', Buffer.from('a,b\n1,2\n'), /t.csv: labels go with images in IDX only/, labelsOf(1)],
  ])('%s', async (what, bytes, message, labels) => {
    const error: unknown = await read(bytes, labels, what === 'labels of a CSV' ? 't.csv' : undefined).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(KudariError)
    expect((error as KudariError).message).toMatch(message)
    expect((error as KudariError).in('ja')).toMatch(/[\u3040-\u30ff]/)
  })
})
