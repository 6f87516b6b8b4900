/** Images as inputs: the columns of their pixels, all of them, so that the picture stays whole. */
import { KudariError } from '../../messages/error.ts'
import { type ImageSize, imageText, pixelCount } from '../images.ts'
import type { Column, Table } from '../table.ts'
import { columnNamed } from '../types.ts'
import { type Dropped, dropReason } from './drop.ts'
import { pipelineMessages } from './messages.ts'
import type { Feature } from './pipeline.ts'

/** The columns of numbers among the features, all but the target if none are named: in a table of images they are the pixels. */
function numberColumns({ columns }: Table, target: string, features?: readonly string[]): string[] {
  const asked = features && new Set(features)
  const isNumber = ({ type }: Column) => type === 'number' || type === 'integer'
  return columns.filter((own) => isNumber(own) && own.name !== target && (asked?.has(own.name) ?? true)).map(({ name }) => name)
}

/**
 * Checks that the features of a table can be images of a size.
 *
 * @param features the columns that the caller named as features, if any.
 * @throws KudariError with both numbers when there are not as many columns as images of that size have pixels.
 */
export function requireImages(table: Table, image: ImageSize, target: string, features?: readonly string[]): void {
  const [pixels, columns] = [pixelCount(image), numberColumns(table, target, features).length]
  if (columns !== pixels)
    throw new KudariError('usage', pipelineMessages.otherPixels, { source: table.source, size: imageText(image), pixels, columns, target })
}

/**
 * The images that a model sees, if it sees any: those of the table, unless the caller named other columns than all of their
 * pixels.
 */
export function imageSeen(table: Table, target: string, features?: readonly string[]): ImageSize | undefined {
  const { image } = table
  if (!image || !features) return image
  const pixels = pixelCount(image)
  return features.length === pixels && numberColumns(table, target, features).length === pixels ? image : undefined
}

/** The pixels of a table of images, constant ones too, and what stands beside them with the reason why it is left out. */
export function pixelFeatures(table: Table, image: ImageSize, target: string, rows: Int32Array): { chosen: string[]; dropped: Dropped[] } {
  requireImages(table, image, target)
  const chosen = numberColumns(table, target)
  requireValues(table, chosen, rows)
  const pixels = new Set(chosen)
  const others = table.columns.filter(({ name }) => name !== target && !pixels.has(name))
  return { chosen, dropped: others.map(({ name: column }) => ({ column, reason: 'notPixels', distinct: 0, present: rows.length })) }
}

/**
 * All pixels divided by one number, the largest of any: white is 1, and a picture stays as it is. Whether white is 255, 16 or 1
 * is left to the images.
 */
export function pixelsAlike(features: readonly Feature[]): Feature[] {
  const white = Math.max(...features.map(({ columns }) => columns[0].divisor))
  return features.map((feature) => ({ ...feature, columns: feature.columns.map((column, j) => (j === 0 ? { ...column, divisor: white } : column)) }))
}

/** A pixel without any value cannot be left out, as another column would be. */
function requireValues(table: Table, names: readonly string[], rows: Int32Array): void {
  const empty = names.find((name) => dropReason(table, columnNamed(table, name), rows)?.reason === 'allMissing')
  if (empty !== undefined) throw new KudariError('data', pipelineMessages.emptyPixel, { source: table.source, column: empty })
}
