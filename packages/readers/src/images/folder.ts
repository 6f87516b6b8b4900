/** A folder of images as a table: a row an image; the folder in which an image lies is its class. */
import { type ImageSize, KudariError, type RawTable, imageText, pixelCount } from 'kudari'
import { chunkCapacity } from '../options.ts'
import { imageMessages } from './messages.ts'
import { type Picture, readPicture } from './picture.ts'
import { LABEL, requireModest, tableOfImages } from './table.ts'

/** A file of a folder. */
export interface ImageFile {
  /** Its path within the folder, with `/` between: `cat/1.png`. */
  readonly name: string
  /** The class: the folder that it lies in. */
  readonly label?: string
  readonly bytes: () => Promise<Uint8Array>
}

/** Images with their classes; `imageFolder` makes one of a list of files. */
export interface ImageFolder {
  readonly name: string
  readonly images: readonly ImageFile[]
}

const taken = /\.(?:png|jpe?g)$/i
const others = /\.(?:gif|bmp|webp|tiff?|avif|heic|heif|jp2|jxl|pgm|ppm|svg)$/i

/**
 * The images among the files of a folder, in sorted order: PNG and JPEG, either all of them in folders of their classes
 * (`CLASS/FILE.png`) or none. Hidden files, and files that are no images, are passed over.
 *
 * @param name of the folder, for messages.
 * @param paths all files in the folder and below it, seen from it, with `/` between.
 * @param read the bytes of one of them.
 * @throws KudariError when there are no images, such as cannot be read, or only some of them have a class.
 */
export function imageFolder(name: string, paths: readonly string[], read: (path: string) => Promise<Uint8Array>): ImageFolder {
  const shown = paths.filter((path) => !/(?:^|\/)\./.test(path)).toSorted()
  const other = shown.find((path) => others.test(path))
  if (other !== undefined) throw new KudariError('data', imageMessages.otherPicture, { source: `${name}/${other}` })
  const images = shown.filter((path) => taken.test(path)).map((path): ImageFile => {
    const [label, ...inside] = path.split('/')
    return { name: path, ...(inside.length > 0 && { label }), bytes: () => read(path) }
  })
  if (images.length === 0) throw new KudariError('data', imageMessages.noPictures, { source: name })
  const bare = images.find(({ label }) => label === undefined)
  const labelled = images.find(({ label }) => label !== undefined)
  if (bare && labelled) throw new KudariError('data', imageMessages.someWithoutClass, { source: name, bare: bare.name, labelled: labelled.name })
  return { name, images }
}

/** An image that was read, and its file. */
interface Read {
  readonly file: ImageFile
  readonly picture: Picture
}

/**
 * Reads the images of a folder: the columns are the pixels, `file`, and, where there are classes, `label`. Grey images among
 * coloured ones become RGB.
 *
 * @param channels how many channels are wanted: 3 makes RGB of every image, 1 refuses colour; the images then come in chunks as
 *   they are read. Default: 3 if any image has colour, which is known only when all have been read.
 * @throws KudariError when an image is damaged, or of another size than the first.
 */
export async function* streamFolder({ name, images }: ImageFolder, channels: number | undefined): AsyncGenerator<RawTable> {
  let held: Read[] = []
  let first: Read | undefined
  for await (const { file, bytes } of contents(images)) {
    const source = `${name}/${file.name}`
    const picture = await readPicture(bytes, source)
    const own = { file, picture }
    first ??= own
    requireSameSize(name, first, own)
    if (channels === 1 && picture.channels === 3) throw new KudariError('data', imageMessages.unwantedColour, { source })
    held.push(own)
    if (channels !== undefined && held.length === chunkCapacity(pixelCount({ ...picture, channels }))) {
      yield tableOf(held, channels, name)
      held = []
    }
  }
  const known = channels ?? (held.some(({ picture }) => picture.channels === 3) ? 3 : 1)
  const usual = first ? chunkCapacity(pixelCount({ ...first.picture, channels: known })) : 1
  for (let start = 0; start < held.length; start += usual) yield tableOf(held.slice(start, start + usual), known, name)
}

/** So many files are opened at a time: one by one, small files are mostly waited for. */
const AT_A_TIME = 16

/** The bytes of one file after the other. */
async function* contents(images: readonly ImageFile[]): AsyncGenerator<{ readonly file: ImageFile; readonly bytes: Uint8Array }> {
  for (let start = 0; start < images.length; start += AT_A_TIME) {
    const some = images.slice(start, start + AT_A_TIME)
    const all = await Promise.all(some.map(({ bytes }) => bytes()))
    for (const [i, file] of some.entries()) yield { file, bytes: all[i] }
  }
}

function requireSameSize(source: string, first: Read, own: Read): void {
  const size = ({ picture: { height, width } }: Read): ImageSize => ({ height, width, channels: 1 })
  requireModest({ ...size(own), channels: own.picture.channels }, `${source}/${own.file.name}`)
  const [expected, found] = [imageText(size(first)), imageText(size(own))]
  if (expected !== found)
    throw new KudariError('data', imageMessages.differentSizes, { source, first: first.file.name, expected, second: own.file.name, found })
}

function tableOf(images: readonly Read[], channels: number, source: string): RawTable {
  const [{ picture: { height, width }, file: { label } }] = images
  const image = { height, width, channels }
  const pixels = pixelCount(image)
  const numbers = new Uint8Array(images.length * pixels)
  for (const [i, { picture }] of images.entries()) numbers.set(withChannels(picture, channels), i * pixels)
  const further = new Map([
    ['file', images.map(({ file }) => file.name)],
    ...(label === undefined ? [] : [[LABEL, images.map(({ file }) => file.label!)] as const]),
  ])
  const format = [...new Set(images.map(({ picture }) => picture.format))].toSorted().join(' + ')
  return tableOfImages(numbers, images.length, image, further, { source, detected: { format } })
}

/** The pixels of a picture with so many channels: grey is the same in all three. */
const withChannels = ({ pixels, channels: own }: Picture, channels: number): Uint8Array =>
  own === channels ? pixels : Uint8Array.from({ length: pixels.length * channels }, (_, i) => pixels[Math.floor(i / channels)])
