/** Augmentation as the command line writes it: `shift:2,rotate:10,flip`. */
import { KudariError } from '../messages/error.ts'
import { nearest } from '../messages/nearest.ts'
import { type Augmentation, augmentationSettings } from './augmentation.ts'
import { dataMessages } from './messages.ts'

/** How augmentation is written, for help and messages: any of these parts. */
export const augmentationForm = 'shift:PIXELS,rotate:DEGREES,flip'
const EXAMPLE = 'shift:2,rotate:10,flip'

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const names = Object.keys(augmentationSettings) as (keyof Augmentation)[]

/**
 * The augmentation that a text describes.
 *
 * @throws KudariError with the part that does not fit, and how augmentation is written.
 * @example
 * parseAugmentation('shift:2,flip') // { shift: 2, flip: true }
 */
export function parseAugmentation(text: string): Augmentation {
  const found: Record<string, number | true> = {}
  for (const part of text.split(',')) {
    const [word, ...values] = part.trim().split(':')
    const name = names.find((each) => each === word)
    const isFlag = name === 'flip'
    if (!name || Object.hasOwn(found, name) || values.length > (isFlag ? 0 : 1))
      throw new KudariError('usage', dataMessages.augmentationForm, {
        text,
        part: part.trim(),
        nearest: name ? undefined : nearest(word, names),
        form: augmentationForm,
        example: EXAMPLE,
      })
    const value = isFlag ? true : decimal.test(values[0] ?? '') ? Number(values[0]) : NaN
    const { expected, isFine } = augmentationSettings[name]
    if (!isFine(value))
      throw new KudariError('usage', dataMessages.augmentationSetting, {
        name,
        expected,
        found: values[0] === undefined ? undefined : `"${values[0]}"`,
      })
    found[name] = value
  }
  return found
}

/**
 * Augmentation as text, which {@link parseAugmentation} reads.
 *
 * @example
 * formatAugmentation({ rotate: 10, flip: true }) // 'rotate:10,flip'
 */
export const formatAugmentation = (augmentation: Augmentation): string =>
  names.flatMap((name) => (augmentation[name] ? [augmentation[name] === true ? name : `${name}:${augmentation[name]}`] : [])).join(',')
