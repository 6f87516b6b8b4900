/** What is said of an image, in words. */
import { type ClassLabel, formatNumber } from 'kudari'
import { t } from '../../language.ts'
import type { ImageView } from '../../worker/views/images.ts'
import { imagesMessages } from './messages.ts'

/** Names of the classes; none where numbers are predicted. */
export type Classes = readonly ClassLabel[] | undefined

/** A class by its place, or a number. */
export const saidText = (value: number, classes: Classes): string => (classes ? String(classes[value] ?? '—') : formatNumber(value, 4))

export const describe = ({ row, truth, predicted, isMistake }: ImageView, classes: Classes): string =>
  t(imagesMessages.thumbnail, { at: row + 1, truth: saidText(truth, classes), predicted: saidText(predicted, classes), isMistake })
