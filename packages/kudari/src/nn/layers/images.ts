/** Layers of images, whose rows have the shape (height, width, channels): convolution and pooling. */
import { conv2d } from '../../ops/convolution.ts'
import { averagePool, maxPool, pooledShape, poolingOf } from '../../ops/pooling.ts'
import { type NumberOrPair, type Pair, type WindowOptions, countWindows, pairOf, windowsOf } from '../../ops/windows.ts'
import type { Initializer } from '../initializers.ts'
import { sizeOf } from '../../tensor/shape.ts'
import { counting, either, flag, oneOf, required } from '../../messages/settings.ts'
import { initializer, pair } from './settings.ts'
import { type LayerDefinition, sumsOfProducts } from './layer.ts'

/**
 * Every patch of `kernel` pixels is multiplied by `W` (height, width, channels, units), and `b` is added. `padding` sets
 * pixels of 0 around the image; `same` as many as keep its size (at stride 1).
 */
export interface ConvolutionLayer {
  readonly type: 'conv2d'
  readonly units: number
  readonly kernel: NumberOrPair
  readonly stride?: NumberOrPair
  readonly padding?: NumberOrPair | 'same'
  readonly dilation?: NumberOrPair
  readonly bias?: boolean
  readonly initializer?: Initializer
}

/** The largest value, or the mean, of every window of `size` pixels; windows lie side by side unless `stride` says otherwise. */
export interface PoolingLayer {
  readonly type: 'max-pool' | 'average-pool'
  readonly size: NumberOrPair
  readonly stride?: NumberOrPair
  readonly padding?: NumberOrPair
}

/** The mean of every channel: an image of any size becomes a row of as many numbers as it has channels. */
export interface GlobalPoolingLayer {
  readonly type: 'global-average-pool'
}

const IMAGES = '(height, width, channels); {"type": "reshape", "shape": [28, 28, 1]} makes images of rows'

/** How a convolution slides; `same` is half of what the kernel reaches beyond its middle. */
function windows({ kernel, stride = 1, padding = 0, dilation = 1 }: ConvolutionLayer): WindowOptions {
  const [[height, width], [down, across]] = [pairOf(kernel), pairOf(dilation)]
  const same: Pair = [Math.floor((down * (height - 1)) / 2), Math.floor((across * (width - 1)) / 2)]
  return { size: kernel, stride, padding: padding === 'same' ? same : padding, dilation }
}

export const convolution: LayerDefinition<ConvolutionLayer> = {
  keys: {
    units: required(counting),
    kernel: required(pair(1)),
    stride: pair(1),
    padding: either(pair(0), oneOf('same')),
    dilation: pair(1),
    bias: flag,
    initializer,
  },
  shape(layer, input, { name, refuse }) {
    if (input.length !== 3) return refuse(IMAGES)
    return [...countWindows(name, [1, ...input], windowsOf(windows(layer))), layer.units]
  },
  variables({ units, kernel, bias = true, initializer: begin }, input) {
    const [height, width] = pairOf(kernel)
    const fan = { in: height * width * input[2], out: height * width * units }
    return [
      { role: 'W', kind: 'weights', shape: [height, width, input[2], units], fan, ...(begin && { initializer: begin }) },
      ...(bias ? [{ role: 'b', kind: 'bias', shape: [units], initial: 0 } as const] : []),
    ]
  },
  apply(layer, x, { W, b }) {
    const { size: _, ...sliding } = windows(layer)
    const product = conv2d(x, W, sliding)
    return b ? product.add(b) : product
  },
  // The zeros beyond the edge are multiplied like any pixel.
  operations: ({ kernel, bias = true }, [, , channels], output) => sumsOfProducts(sizeOf(output), sizeOf(pairOf(kernel)) * channels, bias),
}

export const pooling: LayerDefinition<PoolingLayer> = {
  keys: { size: required(pair(1)), stride: pair(1), padding: pair(0) },
  shape: (layer, input, { name, refuse }) =>
    input.length === 3 ? pooledShape(name, [1, ...input], poolingOf(layer)).slice(1) : refuse(IMAGES),
  apply: (layer, x) => (layer.type === 'max-pool' ? maxPool(x, layer) : averagePool(x, layer)),
  // The largest of n numbers takes n - 1 comparisons; their mean n - 1 additions and a division.
  operations: ({ type, size }, _input, output) => sizeOf(output) * (sizeOf(pairOf(size)) - (type === 'max-pool' ? 1 : 0)),
}

export const globalPooling: LayerDefinition<GlobalPoolingLayer> = {
  keys: {},
  shape: (_layer, input, { refuse }) => (input.length === 3 ? [input[2]] : refuse(IMAGES)),
  apply: (_layer, x) => x.mean({ axis: [1, 2] }),
  operations: (_layer, input) => sizeOf(input),
}
