/** Augmentation of a planned run: which inputs can be moved, and what they are in an epoch. */
import { type Augmentation, augmentImages, checkAugmentation, writeAugmented } from '../data/augmentation.ts'
import { type Pipeline, matrixColumns } from '../data/pipeline/pipeline.ts'
import { KudariError } from '../messages/error.ts'
import type { Tensor } from '../tensor/tensor.ts'
import type { Rows } from '../train/step.ts'
import type { RunOptions } from '../train/run.ts'
import { fitMessages } from './messages.ts'

/** What of a plan says how its inputs change. */
interface Augmented {
  readonly augment?: Augmentation
  readonly pipeline: Pipeline
  readonly rows: Rows
  readonly seed: number
}

/**
 * Checks that the inputs of a run are images that can be moved: what leaves a column of pixels for another must mean there what
 * it meant here, and 0, which comes in from beyond the edge, must be black.
 *
 * @throws KudariError when they are not.
 */
export function requireMovable(pipeline: Pipeline, augmentation: Augmentation): void {
  if (!pipeline.image) throw new KudariError('usage', fitMessages.augmentNeedsImages, undefined)
  const [{ divisor }] = matrixColumns(pipeline)
  if (matrixColumns(pipeline).some((column) => column.offset !== 0 || column.divisor !== divisor))
    throw new KudariError('usage', fitMessages.augmentNeedsPixels, undefined)
  checkAugmentation(augmentation, pipeline.image)
}

/** The inputs of an epoch, counted from 0. */
export const inputsOfEpoch = ({ augment, pipeline, rows, seed }: Augmented, epoch: number): Tensor =>
  augment && pipeline.image ? augmentImages(rows.x, pipeline.image, augment, seed, epoch) : rows.x

/** How the inputs change from epoch to epoch, where they do. */
export function changingInputs({ augment, pipeline: { image }, rows: { x }, seed }: Augmented): Pick<RunOptions, 'writeInputs'> {
  if (!augment || !image) return {}
  return { writeInputs: (epoch, into) => writeAugmented(x, image, augment, seed, epoch, into) }
}
