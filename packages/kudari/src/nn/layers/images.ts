/** Layers of images, whose rows have the shape (height, width, channels): convolution and pooling. */
import { averagePool, conv2d, maxPool } from '../../ops/convolution.ts'
import type { Shape } from '../../tensor/shape.ts'
import type { Initializer } from '../initializers.ts'
import { count, either, initializer, oneOf, pair, trueOrFalse } from './checks.ts'
import type { LayerDefinition } from './layer.ts'

/** One number for height and width, or one for each. */
export type Pair = number | readonly [number, number]

/**
 * Every patch of `kernel` pixels is multiplied by `W` (height, width, channels, units), and `b` is added. `padding` sets
 * pixels of 0 around the image; `same` as many as keep its size (at stride 1).
 */
export interface ConvolutionLayer {
  readonly type: 'conv2d'
  readonly units: number
  readonly kernel: Pair
  readonly stride?: Pair
  readonly padding?: Pair | 'same'
  readonly dilation?: Pair
  readonly bias?: boolean
  readonly initializer?: Initializer
}

/** The largest value, or the mean, of every window of `size` pixels; windows lie side by side unless `stride` says otherwise. */
export interface PoolingLayer {
  readonly type: 'max-pool' | 'average-pool'
  readonly size: Pair
  readonly stride?: Pair
  readonly padding?: Pair
}

/** The mean of every channel: an image of any size becomes a row of as many numbers as it has channels. */
export interface GlobalPoolingLayer {
  readonly type: 'global-average-pool'
}

const both = (pairOrNumber: Pair): readonly [number, number] =>
  typeof pairOrNumber === 'number' ? [pairOrNumber, pairOrNumber] : pairOrNumber

const IMAGES = '(height, width, channels); {"type": "reshape", "shape": [28, 28, 1]} makes images of rows'

interface Window {
  readonly size: Pair
  readonly stride: Pair
  readonly padding: Pair
  readonly dilation?: Pair
}

/** Height and width after windows have been laid over an image: floor((n + 2 padding - dilation (size - 1) - 1) / stride) + 1. */
function laidOver([height, width]: Shape, { size, stride, padding, dilation = 1 }: Window, refuse: (expected: string) => never): [number, number] {
  const places = [height, width].map((pixels, axis) => {
    const reach = both(dilation)[axis] * (both(size)[axis] - 1) + 1
    return Math.floor((pixels + 2 * both(padding)[axis] - reach) / both(stride)[axis]) + 1
  })
  if (places.some((place) => place < 1)) refuse(`(height, width, channels) >= ${both(size).join(' x ')}`)
  return places as [number, number]
}

/** The window of a convolution; `same` is half of what the kernel reaches beyond its middle. */
function windowOf({ kernel, stride = 1, padding = 0, dilation = 1 }: ConvolutionLayer): Required<Window> {
  const same = both(kernel).map((size, axis) => Math.floor((both(dilation)[axis] * (size - 1)) / 2)) as [number, number]
  return { size: kernel, stride, padding: padding === 'same' ? same : padding, dilation }
}

export const convolution: LayerDefinition<ConvolutionLayer> = {
  keys: {
    units: count, kernel: pair(1), stride: pair(1), padding: either(pair(0), oneOf('same')), dilation: pair(1), bias: trueOrFalse, initializer,
  },
  required: ['units', 'kernel'],
  shape(layer, input, refuse) {
    if (input.length !== 3) return refuse(IMAGES)
    return [...laidOver(input, windowOf(layer), refuse), layer.units]
  },
  variables({ units, kernel, bias = true, initializer: begin }, input) {
    const [height, width] = both(kernel)
    const fan = { in: height * width * input[2], out: height * width * units }
    return [
      { role: 'W', kind: 'weights', shape: [height, width, input[2], units], fan, ...(begin && { initializer: begin }) },
      ...(bias ? [{ role: 'b', kind: 'bias', shape: [units], initial: 0 } as const] : []),
    ]
  },
  apply(layer, x, { W, b }) {
    const { stride, padding, dilation } = windowOf(layer)
    const product = conv2d(x, W, { stride, padding, dilation })
    return b ? product.add(b) : product
  },
}

export const pooling: LayerDefinition<PoolingLayer> = {
  keys: { size: pair(1), stride: pair(1), padding: pair(0) },
  required: ['size'],
  shape({ size, stride = size, padding = 0 }, input, refuse) {
    if (input.length !== 3) return refuse(IMAGES)
    return [...laidOver(input, { size, stride, padding }, refuse), input[2]]
  },
  apply({ type, size, stride = size, padding = 0 }, x) {
    const pool = type === 'max-pool' ? maxPool : averagePool
    return pool(x, { size, stride, padding })
  },
}

export const globalPooling: LayerDefinition<GlobalPoolingLayer> = {
  keys: {},
  shape: (_layer, input, refuse) => (input.length === 3 ? [input[2]] : refuse(IMAGES)),
  apply: (_layer, x) => x.mean({ axis: [1, 2] }),
}
