/** One picture from the bytes of its file: PNG or JPEG, as bytes of grey or of red, green and blue. */
import { KudariError } from 'kudari'
import { imageMessages } from './messages.ts'

/** A picture, row by row from the top left, the channels of a pixel side by side. */
export interface Picture {
  readonly height: number
  readonly width: number
  readonly channels: 1 | 3
  readonly pixels: Uint8Array
  readonly format: 'png' | 'jpeg'
}

const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/**
 * Reads a picture. What is transparent is laid on white; 16 bits are rounded to 8; colours of a palette are RGB. What a camera
 * noted beside the picture (turned, colour profile) is not looked at.
 *
 * @param source for messages: the file.
 * @throws KudariError when it is neither PNG nor JPEG, or damaged.
 */
export async function readPicture(bytes: Uint8Array, source: string): Promise<Picture> {
  if (!isPng(bytes) && !isJpeg(bytes)) throw new KudariError('data', imageMessages.noPicture, { source })
  try {
    return isPng(bytes) ? await readPng(bytes) : await readJpeg(bytes)
  } catch (error) {
    throw new KudariError('data', imageMessages.badPicture, { source, problem: error instanceof Error ? error.message : String(error) })
  }
}

/** Where the header of a PNG says what (https://www.w3.org/TR/png/#11IHDR), from the beginning of the file. */
const PNG_DEPTH = 24
const PNG_COLOUR_TYPE = 25
const PNG_INTERLACE = 28
const INDEXED = 3

async function readPng(bytes: Uint8Array): Promise<Picture> {
  const { decode, convertIndexedToRgb } = await import('fast-png')
  // fast-png takes every pixel of an interlaced picture for a byte or more.
  if (bytes[PNG_DEPTH] < 8 && bytes[PNG_INTERLACE] !== 0) throw new Error('interlaced with less than 8 bits a pixel')
  const png = decode(bytes, { checkCrc: true })
  const { width, height, depth, transparency } = png
  const isIndexed = bytes[PNG_COLOUR_TYPE] === INDEXED
  const samples = isIndexed ? convertIndexedToRgb(png) : depth < 8 ? unpackedBits(png.data, width, height, depth) : png.data
  const size = { width, height, inFile: isIndexed ? (png.palette?.[0].length ?? 0) : png.channels }
  if (width * height * size.inFile !== samples.length || samples.length === 0) throw new Error('not as many pixels as its header says')
  const pixels = onWhite(samples, size.inFile, isIndexed ? 255 : 2 ** depth - 1, isIndexed ? undefined : transparency)
  return { height, width, channels: size.inFile < 3 ? 1 : 3, pixels, format: 'png' }
}

/** Samples of fewer than 8 bits, of which every row begins with a byte of its own. */
function unpackedBits(packed: ArrayLike<number>, width: number, height: number, depth: number): Uint8Array {
  const samples = new Uint8Array(width * height)
  const rowBytes = Math.ceil((width * depth) / 8)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth
      samples[y * width + x] = (packed[y * rowBytes + (bit >> 3)] >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
    }
  return samples
}

/**
 * Samples as bytes, without their alpha: what is not opaque is mixed with white.
 *
 * @param channels 1, 3; 2, 4 with alpha.
 * @param most the sample that means white, or opaque.
 * @param hole the colour that means transparent, if there is one.
 */
function onWhite(samples: ArrayLike<number>, channels: number, most: number, hole: ArrayLike<number> | undefined): Uint8Array {
  const colours = channels < 3 ? 1 : 3
  const count = samples.length / channels
  const pixels = new Uint8Array(count * colours)
  for (let i = 0; i < count; i++) {
    const at = i * channels
    const isHole = hole !== undefined && Array.from({ length: colours }, (_, c) => samples[at + c] === hole[c]).every(Boolean)
    const alpha = isHole ? 0 : channels > colours ? samples[at + colours] : most
    for (let c = 0; c < colours; c++)
      pixels[i * colours + c] = Math.round((255 * (samples[at + c] * alpha + most * (most - alpha))) / (most * most))
  }
  return pixels
}

async function readJpeg(bytes: Uint8Array): Promise<Picture> {
  const { decode } = (await import('jpeg-js')).default
  const isGrey = jpegComponents(bytes) === 1
  const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: false, tolerantDecoding: false })
  if (data.length === 0) throw new Error('no pixels')
  // The decoder gives three equal values for grey.
  const pixels = isGrey ? data.filter((_, i) => i % 3 === 0) : data
  return { height, width, channels: isGrey ? 1 : 3, pixels, format: 'jpeg' }
}

/** How many components the frame of a JPEG has: 1 is grey. Segments are FF, a marker, and their length (ITU T.81, B.1.1.4). */
function jpegComponents(bytes: Uint8Array): number {
  let at = 2
  while (at + 9 < bytes.length) {
    const marker = bytes[at + 1]
    // C4, C8 and CC are tables among the frames.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return bytes[at + 9]
    // Bytes of FF may fill the space between segments.
    at += marker === 0xff ? 1 : 2 + bytes[at + 2] * 256 + bytes[at + 3]
  }
  return 0
}
