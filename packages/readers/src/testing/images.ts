/** Image files for tests, byte by byte. */
import { deflateSync } from 'node:zlib'

/** An IDX file: a type, sizes, and numbers as bytes. */
export function idxBytes(type: number, sizes: readonly number[], bytes: readonly number[]): Uint8Array {
  const header = Buffer.alloc(4 + 4 * sizes.length)
  header[2] = type
  header[3] = sizes.length
  for (const [i, size] of sizes.entries()) header.writeUInt32BE(size, 4 + 4 * i)
  return new Uint8Array(Buffer.concat([header, Buffer.from(bytes)]))
}

/** What a PNG is made of, as its header says it. */
export interface PngParts {
  readonly width: number
  readonly height: number
  readonly depth: number
  /** 0: grey, 2: RGB, 3: palette, 4: grey and alpha, 6: RGB and alpha. */
  readonly colour: number
  /** The bytes of each row, without the filter byte. */
  readonly rows: readonly (readonly number[])[]
  readonly palette?: readonly number[]
  readonly transparency?: readonly number[]
  readonly interlaced?: boolean
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** CRC-32 bit by bit (https://www.w3.org/TR/png/#D-CRCAppendix). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A PNG file, its rows unfiltered. */
export function pngBytes({ width, height, depth, colour, rows, palette, transparency, interlaced = false }: PngParts): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
      ...(transparency ? [chunk('tRNS', Buffer.from(transparency))] : []),
      chunk('IDAT', deflateSync(Buffer.from(rows.flatMap((row) => [0, ...row])))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** A grey PNG of bytes. */
export const greyPng = (...rows: readonly (readonly number[])[]): Uint8Array =>
  pngBytes({ width: rows[0].length, height: rows.length, depth: 8, colour: 0, rows })

/** An RGB PNG of bytes, of which each row holds three values a pixel. */
export const colourPng = (...rows: readonly (readonly number[])[]): Uint8Array =>
  pngBytes({ width: rows[0].length / 3, height: rows.length, depth: 8, colour: 2, rows })

/**
 * A grey JPEG of 8 x 8 pixels of one value: a single block, all of whose quantisation is 1, so that its first coefficient is
 * 8 (value - 128). Both Huffman tables hold one code of one bit: ten bits of difference follow, and the end of the block.
 *
 * @param value from 192 to 255: 8 (value - 128) then takes ten bits.
 */
export function greyJpeg(value: number): Uint8Array {
  const bits = `0${(8 * (value - 128)).toString(2).padStart(10, '0')}0`.padEnd(16, '1')
  const table = (kind: number, symbol: number) => [0xff, 0xc4, 0, 20, kind, 1, ...Array.from({ length: 15 }, () => 0), symbol]
  const segments = [
    [0xff, 0xd8],
    [0xff, 0xdb, 0, 67, 0, ...Array.from({ length: 64 }, () => 1)],
    [0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0],
    table(0x00, 10),
    table(0x10, 0),
    [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
    [parseInt(bits.slice(0, 8), 2), parseInt(bits.slice(8), 2)],
    [0xff, 0xd9],
  ]
  return Uint8Array.from(segments.flat())
}

/**
 * A JPEG of 10 x 6 pixels by Chromium (libjpeg-turbo): quality 1, pixel (row i, column j) painted as
 * (40 i, 25 j, 200 - 20 i - 5 j), the colour profile taken out.
 */
export const colourJpeg = (): Uint8Array => Uint8Array.from(Buffer.from(colourJpegText, 'base64'))

const colourJpegText =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ' +
  'EBAQEBAQH/2wBDAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAARCAAG' +
  'AAoDAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACAr/xAAnEAAAAwcBCQAAAAAAAAAAAAABBAUAAgMIEhUhCREiMTRBQlRjof/EABYBAQ' +
  'EBAAAAAAAAAAAAAAAAAAkHCP/EADARAAAABw0JAAAAAAAAAAAAAAABAwQFCCECBgcJERMUIiMlNFNkMTIzQ0RRUmPw/9oADAMBAAIRAxEAPwAZ' +
  'af0uiANkGorgS/GG9txT1CH9anriL3v1vSokWz8luTZvN47R9vpNArcRZMHd6DnETIKe2m5YflpwpeS5dUG2p28W5Ep2v+PD9bBefr3v1px7VS' +
  'WLOeeTznfuATT6LLg6pp5aIrFHHTFM53pw/9k='
