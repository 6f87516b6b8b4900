/** Every kind of layer by its name in a specification. */
import { type ActivationLayer, activation, activationNames } from './activations.ts'
import { type BranchLayer, type ResidualLayer, branch, residual } from './composition.ts'
import { type DenseLayer, type DummyLayer, dense, dummy } from './dense.ts'
import { type DropoutLayer, dropout } from './dropout.ts'
import { type ConvolutionLayer, type GlobalPoolingLayer, type PoolingLayer, convolution, globalPooling, pooling } from './images.ts'
import type { LayerDefinition } from './layer.ts'
import { type BatchNormalizationLayer, type LayerNormalizationLayer, batchNormalization, layerNormalization } from './normalization.ts'
import { type FlattenLayer, type ReshapeLayer, flatten, reshape } from './shaping.ts'

export type AnyLayer =
  | DummyLayer
  | DenseLayer
  | ActivationLayer
  | DropoutLayer
  | BatchNormalizationLayer
  | LayerNormalizationLayer
  | ConvolutionLayer
  | PoolingLayer
  | GlobalPoolingLayer
  | FlattenLayer
  | ReshapeLayer
  | ResidualLayer
  | BranchLayer

const definitions = {
  dummy,
  dense,
  conv2d: convolution,
  'max-pool': pooling,
  'average-pool': pooling,
  'global-average-pool': globalPooling,
  flatten,
  reshape,
  dropout,
  'batch-normalization': batchNormalization,
  'layer-normalization': layerNormalization,
  residual,
  branch,
}

export const layerTypes: readonly string[] = [...Object.keys(definitions), ...activationNames]

/** The definition of a layer. It takes the layers of its own kind, and only those are given to it. */
export const definitionOf = (type: string): LayerDefinition<AnyLayer> =>
  (type in definitions ? definitions[type as keyof typeof definitions] : activation) as unknown as LayerDefinition<AnyLayer>
