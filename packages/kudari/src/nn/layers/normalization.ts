/** Normalisation: units are brought to mean 0 and variance 1, then scaled and moved by what is learned. */
import { positive, share } from '../../messages/settings.ts'
import { sizeOf } from '../../tensor/shape.ts'
import type { Tensor } from '../../tensor/tensor.ts'
import type { LayerDefinition, Variable } from './layer.ts'

/**
 * Every unit (of images: every channel) is normalised over the rows of the batch (Ioffe and Szegedy 2015). Predictions use
 * running means and variances instead, which move by the share `momentum` towards those of each batch.
 */
export interface BatchNormalizationLayer {
  readonly type: 'batch-normalization'
  readonly momentum?: number
  readonly epsilon?: number
}

/** Every row is normalised over its units (of images: every pixel over its channels; Ba et al. 2016). */
export interface LayerNormalizationLayer {
  readonly type: 'layer-normalization'
  readonly epsilon?: number
}

const EPSILON = 1e-5

/** `gamma` scales, `beta` moves. */
const scaleAndShift = (units: number): readonly Variable[] => [
  { role: 'gamma', kind: 'bias', shape: [units], initial: 1 },
  { role: 'beta', kind: 'bias', shape: [units], initial: 0 },
]

const normalized = (x: Tensor, mean: Tensor, variance: Tensor, epsilon: number): Tensor =>
  x.subtract(mean).divide(variance.add(epsilon).sqrt())

export const batchNormalization: LayerDefinition<BatchNormalizationLayer> = {
  keys: { momentum: share, epsilon: positive },
  shape: (_layer, input, { refuse }) => (input.length === 0 ? refuse('(..., units)') : input),
  variables: (_layer, input) => [
    ...scaleAndShift(input.at(-1)!),
    { role: 'mean', kind: 'statistics', shape: [input.at(-1)!], initial: 0 },
    { role: 'variance', kind: 'statistics', shape: [input.at(-1)!], initial: 1 },
  ],
  apply({ momentum = 0.1, epsilon = EPSILON }, x, { gamma, beta, mean, variance }, { isTraining, remember }) {
    if (!isTraining) return normalized(x, mean, variance, epsilon).multiply(gamma).add(beta)
    const axis = Array.from({ length: x.ndim - 1 }, (_, i) => i)
    const count = x.size / x.shape.at(-1)!
    const batchMean = x.mean({ axis })
    const batchVariance = x.subtract(batchMean).square().mean({ axis })
    // The variance of all rows is estimated from a sample of them, hence count / (count - 1).
    const sampleVariance = batchVariance.multiply(count).divide(Math.max(count - 1, 1)).named('sampleVariance')
    const moved = (old: Tensor, now: Tensor): Tensor => old.multiply(1 - momentum).add(now.multiply(momentum))
    remember('mean', moved(mean, batchMean))
    remember('variance', moved(variance, sampleVariance))
    return normalized(x, batchMean, batchVariance, epsilon).multiply(gamma).add(beta)
  },
  // Less the mean, divided by the root, scaled, moved. The roots are drawn once for all rows.
  operations: (_layer, input) => 4 * sizeOf(input),
}

export const layerNormalization: LayerDefinition<LayerNormalizationLayer> = {
  keys: { epsilon: positive },
  shape: (_layer, input, { refuse }) => (input.length === 0 ? refuse('(..., units)') : input),
  variables: (_layer, input) => scaleAndShift(input.at(-1)!),
  apply({ epsilon = EPSILON }, x, { gamma, beta }) {
    const mean = x.mean({ axis: -1, keepdims: true })
    const variance = x.subtract(mean).square().mean({ axis: -1, keepdims: true })
    return normalized(x, mean, variance, epsilon).multiply(gamma).add(beta)
  },
  // Of n units: n each for the mean, its subtraction, squares, their mean, division, scale and shift; epsilon and a root.
  operations: (_layer, input) => (sizeOf(input) / input.at(-1)!) * (7 * input.at(-1)! + 2),
}
