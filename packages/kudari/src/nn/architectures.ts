/** Architectures: networks that a few words describe. Their output fits the target, their hidden layers are up to the caller. */
import type { ImageSize } from '../data/images.ts'
import type { ActivationName } from './layers/activations.ts'
import type { LossSpecification } from './losses.ts'
import type { LayerSpecification, ModelSpecification } from './specification.ts'

/** What a network is to predict. */
export interface Output {
  /** How many classes there are; 0 for numbers. */
  readonly classes: number
  /** Default: half the mean square error for numbers, cross-entropy for classes. */
  readonly loss?: LossSpecification
}

/** How the hidden layers are made. */
export interface HiddenOptions {
  /** After every hidden layer. Default: ReLU. */
  readonly activation?: ActivationName
  /** The share of units that every hidden dense layer leaves out while it learns. Default: none. */
  readonly dropout?: number
}

const hiddenDense = (units: number, { activation = 'relu', dropout = 0 }: HiddenOptions): LayerSpecification[] => [
  { type: 'dense', units },
  { type: activation },
  ...(dropout > 0 ? [{ type: 'dropout', rate: dropout } as const] : []),
]

/** One output for a number or for two classes, one for each of more classes. */
function outputLayers({ classes, loss }: Output): { layers: LayerSpecification[]; loss: LossSpecification } {
  if (classes === 0) return { layers: [{ type: 'dense' }], loss: loss ?? 'half-mean-square' }
  if (classes === 2) return { layers: [{ type: 'dense' }, { type: 'sigmoid' }], loss: loss ?? 'binary-cross-entropy' }
  return { layers: [{ type: 'dense', units: classes }, { type: 'softmax' }], loss: loss ?? 'categorical-cross-entropy' }
}

/**
 * A multi-layer perceptron: hidden dense layers one after the other.
 *
 * @param units of each hidden layer.
 * @example
 * mlp([128, 128], { classes: 10 }) // dense 128, relu, dense 128, relu, dense 10, softmax
 */
export function mlp(units: readonly number[], output: Output, options: HiddenOptions = {}): ModelSpecification {
  const { layers, loss } = outputLayers(output)
  return { layers: [...units.flatMap((count) => hiddenDense(count, options)), ...layers], loss }
}

/** Images are halved while both sides have at least so many pixels, but not more often than there are widths. */
const LEAST_SIDE = 8
const WIDTHS = [16, 32, 64, 128]
const DENSE_UNITS = 128

/**
 * A convolutional network in the manner of LeNet (LeCun et al. 1998): convolutions of 3 x 3, each followed by pooling that halves
 * the image while the channels double; then a hidden dense layer. 28 x 28 pixels take two such blocks, 32 x 32 three.
 */
export function cnn({ height, width, channels }: ImageSize, output: Output, options: HiddenOptions = {}): ModelSpecification {
  const { activation = 'relu' } = options
  const blocks: LayerSpecification[] = []
  let side = Math.min(height, width)
  for (const units of WIDTHS) {
    if (blocks.length > 0 && side < LEAST_SIDE) break
    blocks.push({ type: 'conv2d', units, kernel: 3, padding: 'same' }, { type: activation })
    if (side >= LEAST_SIDE) blocks.push({ type: 'max-pool', size: 2 })
    side = Math.floor(side / 2)
  }
  const { layers, loss } = outputLayers(output)
  return {
    layers: [{ type: 'reshape', shape: [height, width, channels] }, ...blocks, { type: 'flatten' }, ...hiddenDense(DENSE_UNITS, options), ...layers],
    loss,
  }
}
