/** Layers that only change the shape of rows: pixels in a row become an image, and an image becomes a row. */
import { formatShape, sizeOf } from '../../tensor/shape.ts'
import { required } from '../../messages/settings.ts'
import { shape as anyShape } from './settings.ts'
import type { LayerDefinition } from './layer.ts'

/** All numbers of a row one after the other. */
export interface FlattenLayer {
  readonly type: 'flatten'
}

/** The numbers of a row in another shape: `[28, 28, 1]` makes images of 784 pixels. */
export interface ReshapeLayer {
  readonly type: 'reshape'
  readonly shape: readonly number[]
}

export const flatten: LayerDefinition<FlattenLayer> = {
  keys: {},
  shape: (_layer, input) => [sizeOf(input)],
  apply: (_layer, x) => x.reshape([x.shape[0], sizeOf(x.shape.slice(1))]),
  isView: true,
}

export const reshape: LayerDefinition<ReshapeLayer> = {
  keys: { shape: required(anyShape) },
  shape: ({ shape }, input, { refuse }) =>
    sizeOf(shape) === sizeOf(input) ? shape : refuse(`${sizeOf(shape)} numbers for ${formatShape(shape)}`),
  apply: ({ shape }, x) => x.reshape([x.shape[0], ...shape]),
  isView: true,
}
