/** IDX, the format of MNIST: a header that tells type and sizes, then the numbers; labels are in a file of their own. */
import { KudariError, type NumberArray, type RawTable } from 'kudari'
import { type Taking, takingFrom } from '../bytes/taking.ts'
import { chunkCapacity } from '../options.ts'
import { imageMessages } from './messages.ts'
import { LABEL, requireModest, tableOfImages } from './table.ts'

/** A type of numbers, all of them big-endian. */
interface NumberType {
  readonly bytes: number
  readonly read: (view: DataView, at: number) => number
}

/** The types by the third byte of the file. Source: http://yann.lecun.com/exdb/mnist/, "The IDX file format". */
const types: Readonly<Record<number, NumberType>> = {
  0x08: { bytes: 1, read: (view, at) => view.getUint8(at) },
  0x09: { bytes: 1, read: (view, at) => view.getInt8(at) },
  0x0b: { bytes: 2, read: (view, at) => view.getInt16(at) },
  0x0c: { bytes: 4, read: (view, at) => view.getInt32(at) },
  0x0d: { bytes: 4, read: (view, at) => view.getFloat32(at) },
  0x0e: { bytes: 8, read: (view, at) => view.getFloat64(at) },
}
const BYTES = types[0x08]

/** Two zeros, a type, and how many sizes there are: so a file begins that can be nothing else. */
export const isIdx = (head: Uint8Array): boolean =>
  head.length >= 4 && head[0] === 0 && head[1] === 0 && head[2] >= 0x08 && head[2] <= 0x0e && head[3] >= 1 && head[3] <= 8

/** What stands before the numbers. */
interface Header {
  readonly type: NumberType
  readonly sizes: readonly number[]
  /** How many bytes the header takes. */
  readonly length: number
}

async function readHeader({ take }: Taking, source: string): Promise<Header> {
  const start = await take(4)
  const type = types[start[2]]
  if (!isIdx(start) || type === undefined) {
    const found = Array.from(start, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
    throw new KudariError('data', imageMessages.notIdx, { source, found })
  }
  const count = start[3]
  const bytes = await take(4 * count)
  const length = 4 + 4 * count
  if (bytes.length < 4 * count) throw new KudariError('data', imageMessages.idxHeaderCut, { source, length, found: 4 + bytes.length })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { type, sizes: Array.from({ length: count }, (_, i) => view.getUint32(4 * i)), length }
}

function numbersOf(bytes: Uint8Array, type: NumberType): NumberArray {
  // Node's own Buffer is a Uint8Array that behaves otherwise in places.
  if (type === BYTES) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const numbers = new Float64Array(bytes.length / type.bytes)
  for (let i = 0; i < numbers.length; i++) numbers[i] = type.read(view, i * type.bytes)
  return numbers
}

/** The numbers of some of the first size: so many rows, from `start`. */
async function readRows(file: Taking, { type, sizes, length }: Header, start: number, rows: number, source: string): Promise<NumberArray> {
  const rowBytes = sizes.slice(1).reduce((product, size) => product * size, type.bytes)
  const bytes = await file.take(rows * rowBytes)
  const end = start + rows
  const before = length + start * rowBytes
  const promised = length + sizes[0] * rowBytes
  const wrong = { source, sizes, promised }
  if (bytes.length < rows * rowBytes) throw new KudariError('data', imageMessages.idxCut, { ...wrong, found: before + bytes.length })
  const surplus = end === sizes[0] ? await file.rest() : 0
  if (surplus > 0) throw new KudariError('data', imageMessages.idxTooLong, { ...wrong, found: promised + surplus })
  return numbersOf(bytes, type)
}

/** A file of labels. */
export interface Labels {
  readonly name: string
  readonly chunks: AsyncGenerator<Uint8Array>
}

async function readLabels({ name, chunks }: Labels, images: number, source: string): Promise<NumberArray> {
  const file = takingFrom(chunks)
  const header = await readHeader(file, name)
  const [count] = header.sizes
  if (header.sizes.length !== 1) throw new KudariError('data', imageMessages.notLabels, { source: name, sizes: header.sizes })
  if (count !== images) throw new KudariError('data', imageMessages.differentCounts, { source, images, labels: name, count })
  return readRows(file, header, 0, count, name)
}

/**
 * Reads images as rows. The column `label` is there where labels are given. Images of bytes stay bytes; numbers of the other
 * types are taken as they are.
 *
 * @param labels the file that says for every image what it shows.
 * @throws KudariError when the file is no IDX file of images, is shorter or longer than its header promises, or the labels do
 *   not belong to the images.
 */
export async function* streamIdx(chunks: AsyncGenerator<Uint8Array>, source: string, labels?: Labels): AsyncGenerator<RawTable> {
  const file = takingFrom(chunks)
  const header = await readHeader(file, source)
  const { sizes } = header
  if (sizes.length === 1) throw new KudariError('data', imageMessages.onlyLabels, { source })
  if (sizes.length !== 3 && sizes.length !== 4) throw new KudariError('data', imageMessages.notImages, { source, sizes })
  const [count, height, width, channels = 1] = sizes
  if (sizes.includes(0)) throw new KudariError('data', imageMessages.noImages, { source, sizes })
  const image = { height, width, channels }
  requireModest(image, source)
  const told = labels && (await readLabels(labels, count, source))
  const usual = chunkCapacity(height * width * channels)
  for (let start = 0; start < count; start += usual) {
    const rows = Math.min(usual, count - start)
    const numbers = await readRows(file, header, start, rows, source)
    const further = new Map(told && [[LABEL, told.subarray(start, start + rows)]])
    yield tableOfImages(numbers, rows, image, further, { source, detected: { format: 'idx' } })
  }
}
