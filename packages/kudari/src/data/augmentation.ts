/** Augmentation: in every epoch a model sees each image a little differently — shifted, turned, mirrored — by a seed. */
import { KudariError } from '../messages/error.ts'
import { type Settings, counting, flag, number } from '../messages/settings.ts'
import { type Data, allocate } from '../tensor/dtype.ts'
import { type Generator, generator } from '../tensor/random.ts'
import { Tensor } from '../tensor/tensor.ts'
import { type ImageSize, imageText, pixelCount } from './images.ts'
import { dataMessages } from './messages.ts'
import { type Motion, imageMover } from './move-image.ts'

/** How far images are moved at most. */
export interface Augmentation {
  /**
   * By so many pixels up or down and left or right, each whole number of them equally likely, as a crop from a padded image
   * (torchvision's RandomCrop) does it: fractions would blur the image, which rotations do already.
   */
  readonly shift?: number
  /** By so many degrees either way, every angle equally likely. */
  readonly rotate?: number
  /** Left and right change places in every second image, on average. */
  readonly flip?: boolean
}

/** What the settings may be. */
export const augmentationSettings: Settings<Augmentation> = {
  shift: counting,
  rotate: number('> 0, <= 180', (value) => value > 0 && value <= 180),
  flip: flag,
}

/**
 * Checks that images of a size can be moved so.
 *
 * @throws KudariError naming the setting that does not fit.
 */
export function checkAugmentation(augmentation: Augmentation, image: ImageSize): void {
  const settings: Readonly<Record<string, unknown>> = { ...augmentation }
  for (const [name, { expected, isFine }] of Object.entries(augmentationSettings))
    if (settings[name] !== undefined && !isFine(settings[name]))
      throw new KudariError('usage', dataMessages.augmentationSetting, { name, expected, found: String(settings[name]) })
  const { shift = 0 } = augmentation
  if (shift >= Math.min(image.height, image.width))
    throw new KudariError('usage', dataMessages.shiftTooFar, { shift, size: imageText(image), most: Math.min(image.height, image.width) - 1 })
}

/** A motion by chance. */
function draw({ shift = 0, rotate = 0, flip = false }: Augmentation, random: Generator): Motion {
  const pixels = (): number => random.integer(2 * shift + 1) - shift
  return { down: pixels(), right: pixels(), degrees: (2 * random.uniform() - 1) * rotate, isMirrored: random.integer(2) === 1 && flip }
}

/** Random numbers for an epoch of a run, other ones for every epoch. */
const generatorOf = (seed: number, epoch: number): Generator => generator(generator(seed).bits() + epoch)

/**
 * Writes the images of an epoch as {@link augmentImages} gives them.
 *
 * @param into room for as many numbers as there are.
 */
export function writeAugmented({ shape, data }: Tensor, image: ImageSize, augmentation: Augmentation, seed: number, epoch: number, into: Data): void {
  const [rows, columns] = shape
  const pixels = pixelCount(image)
  const before = columns - pixels
  if (before < 0 || before > 1) throw new KudariError('usage', dataMessages.notImages, { size: imageText(image), pixels, columns })
  const random = generatorOf(seed, epoch)
  const move = imageMover(image)
  for (let row = 0; row < rows; row++) {
    const start = row * columns
    if (before === 1) into[start] = data[start]
    move(data, into, start + before, draw(augmentation, random))
  }
}

/**
 * The images of an epoch: each is moved by chance, and what comes in from beyond its edge is 0, which has to be black. The same
 * seed and epoch give the same bits on every machine.
 *
 * @param x a row an image, (rows, pixels), or with the dummy column in front, which stays; pixels as {@link ImageSize} says.
 * @param epoch counted from 0.
 * @throws KudariError when the rows are not as long as such images are.
 * @example
 * augmentImages(x, { height: 28, width: 28, channels: 1 }, { shift: 2, rotate: 10 }, 42, 0)
 */
export function augmentImages(x: Tensor, image: ImageSize, augmentation: Augmentation, seed: number, epoch: number): Tensor {
  const data = allocate(x.dtype, x.size)
  writeAugmented(x, image, augmentation, seed, epoch, data)
  return new Tensor(x, data)
}
