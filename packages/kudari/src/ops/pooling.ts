/** Pooling: of the pixels under each window the largest, or the mean, channel by channel. */
import { KudariError } from '../messages/error.ts'
import { type Data, allocate } from '../tensor/dtype.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { type Shape, formatShape, sizeOf } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { patches } from './convolution.ts'
import { atom, bracket, precedence, texCall } from './notation.ts'
import { type Operation, type TensorLike, apply, toTensor } from './operation.ts'
import { mean } from './reduce.ts'
import { reshape } from './shaping.ts'
import { type NumberOrPair, type Windows, countWindows, numpyWindows, pairOf, pixelsUnder, requireShape } from './windows.ts'

/** How to pool: numbers, or pairs for height and width. Windows lie side by side unless `stride` says otherwise. */
export interface PoolOptions {
  readonly size: NumberOrPair
  readonly stride?: NumberOrPair
  readonly padding?: NumberOrPair
}

/** The same as attributes. */
export type Pooling = Omit<Windows, 'dilation'>

export const poolingOf = ({ size, stride = size, padding = 0 }: PoolOptions): Pooling => ({
  size: pairOf(size),
  stride: pairOf(stride),
  padding: pairOf(padding),
})

const toWindows = (pooling: Pooling): Windows => ({ ...pooling, dilation: [1, 1] })

/** The shape of pooled images. A window that lies in the padding alone has nothing to choose from, hence the limit. */
export function pooledShape(operation: string, images: Shape, pooling: Pooling): Shape {
  const [rows, columns] = countWindows(operation, images, toWindows(pooling))
  const { padding, size } = pooling
  if (padding.some((added, axis) => added > size[axis] / 2))
    throw new KudariError('usage', tensorMessages.tooMuchPadding, {
      operation,
      padding: formatShape(padding),
      size: formatShape(size),
    })
  return [images[0], rows, columns, images[3]]
}

/**
 * For each window and channel the place of the largest pixel in row-major order: of equal ones the first. A NaN beats
 * every number, and the last NaN the others, as in PyTorch.
 */
function placesOfMaxima(x: Tensor, pooling: Pooling): Int32Array {
  const { data, shape } = x
  const [images, height, width, channels] = shape
  const pixels = pixelsUnder(shape, toWindows(pooling))
  const area = sizeOf(pooling.size)
  const places = new Int32Array((images * pixels.length * channels) / area)
  let i = 0
  for (let image = 0; image < images; image++)
    for (let window = 0; window < pixels.length; window += area)
      for (let c = 0; c < channels; c++) {
        let place = -1
        for (let k = window; k < window + area; k++) {
          if (pixels[k] < 0) continue
          const at = (image * height * width + pixels[k]) * channels + c
          if (place < 0 || data[at] > data[place] || Number.isNaN(data[at])) place = at
        }
        places[i++] = place
      }
  return places
}

function elementsAt(places: Int32Array, { data, dtype }: Tensor): Data {
  const result = allocate(dtype, places.length)
  for (let i = 0; i < result.length; i++) result[i] = data[places[i]]
  return result
}

const maxPoolOperation: Operation<Pooling> = {
  name: 'maxPool',
  type: ([x], pooling) => ({ shape: pooledShape('maxPool', x.shape, pooling), dtype: x.dtype }),
  kernel: ([x], pooling) => elementsAt(placesOfMaxima(x, pooling), x),
  gradient: ({ g, inputs: [x], attributes }) => [maxPoolGradient(x, g, attributes)],
  tex: texCall('\\operatorname{maxPool}'),
  numpy: ([x], pooling) => atom(`max_pool(${x.text}, ${numpyWindows(pooling)})`),
  // Pixels repeated beyond an edge are never larger than those that they repeat, and NumPy has no -infinity for integers.
  numpyHelper: [
    'def max_pool(x, size, stride=(1, 1), padding=(0, 0)):',
    '    (sh, sw), (ph, pw) = stride, padding',
    "    x = np.pad(x, ((0, 0), (ph, ph), (pw, pw), (0, 0)), 'edge')",
    '    return np.lib.stride_tricks.sliding_window_view(x, size, axis=(1, 2))[:, ::sh, ::sw].max(axis=(4, 5))',
  ].join('\n'),
}

/**
 * The largest pixel under each window as it slides over images, channel by channel. Padding is smaller than any pixel; a
 * NaN is larger. The gradient goes to the first largest pixel of each window, in row order.
 *
 * @param value images of shape (images, height, width, channels).
 * @param options numbers, or pairs for height and width: the `size` of the window, its `stride` (its size), the `padding`
 *   (0) beyond each edge.
 * @returns shape (images, rows, columns, channels), where rows and columns count the places of the window:
 *   floor((length + 2 padding - size) / stride) + 1.
 * @throws KudariError when the shape is not that of images, an option is out of range, the window is larger than the padded
 *   image, or the padding more than half of the window.
 * @example
 * maxPool([[[[1], [2], [3], [4]], [[5], [6], [7], [0]]]], { size: 2 }).toArray() // [[[[6], [7]]]]
 */
export const maxPool = Object.assign(
  (value: TensorLike, options: PoolOptions): Tensor => apply(maxPoolOperation, [toTensor(value)], poolingOf(options)),
  { operation: maxPoolOperation },
)

/** Where the maxima are, in NumPy; see max_pool for the edges. */
const numpyMaxima = [
  'def maxima(x, size, stride=(1, 1), padding=(0, 0)):',
  '    (kh, kw), (sh, sw), (ph, pw) = size, stride, padding',
  "    padded = np.pad(x, ((0, 0), (ph, ph), (pw, pw), (0, 0)), 'edge')",
  '    windows = np.lib.stride_tricks.sliding_window_view(padded, size, axis=(1, 2))[:, ::sh, ::sw]',
  '    k = windows.reshape(windows.shape[:4] + (kh * kw,)).argmax(axis=-1)',
  '    n, i, j, c = np.indices(k.shape)',
  '    row, column = i * sh - ph + k // kw, j * sw - pw + k % kw',
  '    return n, row.clip(0, x.shape[1] - 1), column.clip(0, x.shape[2] - 1), c',
].join('\n')

const maxPoolGradientOperation: Operation<Pooling> = {
  name: 'maxPoolGradient',
  type([x, g], pooling) {
    requireShape('maxPoolGradient', g.shape, pooledShape('maxPoolGradient', x.shape, pooling))
    return { shape: x.shape, dtype: g.dtype }
  },
  kernel([x, g], pooling, output) {
    const places = placesOfMaxima(x, pooling)
    const result = allocate(output.dtype, x.size)
    for (let i = 0; i < places.length; i++) result[places[i]] += g.data[i]
    return result
  },
  // The places of the maxima change with x only in jumps.
  gradient: ({ g, inputs: [x], attributes }) => [undefined, apply(takeMaximaOperation, [x, g], attributes)],
  tex: texCall("\\operatorname{maxPool}'"),
  numpy: ([x, g], pooling) => atom(`max_pool_gradient(${x.text}, ${g.text}, ${numpyWindows(pooling)})`),
  numpyHelper: [
    'def max_pool_gradient(x, g, size, **windows):',
    '    y = np.zeros(x.shape, g.dtype)',
    '    np.add.at(y, maxima(x, size, **windows), g)',
    '    return y',
    '',
    numpyMaxima,
  ].join('\n'),
}

/** The gradient of {@link maxPool}: each element of `g` added at the place of the largest pixel of its window; else 0. */
export const maxPoolGradient = Object.assign(
  (x: Tensor, g: Tensor, pooling: Pooling): Tensor => apply(maxPoolGradientOperation, [x, g], pooling),
  { operation: maxPoolGradientOperation },
)

const takeMaximaOperation: Operation<Pooling> = {
  name: 'takeMaxima',
  type([x, values], pooling) {
    requireShape('takeMaxima', values.shape, x.shape)
    return { shape: pooledShape('takeMaxima', x.shape, pooling), dtype: values.dtype }
  },
  kernel: ([x, values], pooling) => elementsAt(placesOfMaxima(x, pooling), values),
  gradient: ({ g, inputs: [x], attributes }) => [undefined, maxPoolGradient(x, g, attributes)],
  tex: texCall('\\operatorname{takeMaxima}'),
  numpy: ([x, values], pooling) =>
    atom(`${bracket(values, precedence.atom)}[maxima(${x.text}, ${numpyWindows(pooling)})]`),
  numpyHelper: numpyMaxima,
}

/** The elements of `values` at the places of the largest pixels of `x`: the way back of {@link maxPoolGradient}. */
export const takeMaxima = Object.assign(
  (x: Tensor, values: Tensor, pooling: Pooling): Tensor => apply(takeMaximaOperation, [x, values], pooling),
  { operation: takeMaximaOperation },
)

/**
 * The mean of the pixels under each window as it slides over images, channel by channel. Padding counts as zeros, and is
 * counted in the mean.
 *
 * @param value images of shape (images, height, width, channels).
 * @param options as in {@link maxPool}.
 * @returns shape (images, rows, columns, channels) as in {@link maxPool}.
 * @throws KudariError as {@link maxPool} does.
 * @example
 * averagePool([[[[1], [2], [3], [4]], [[5], [6], [7], [0]]]], { size: 2 }).toArray() // [[[[3.5], [3.5]]]]
 */
export function averagePool(value: TensorLike, options: PoolOptions): Tensor {
  const x = toTensor(value)
  const windows = toWindows(poolingOf(options))
  const shape = pooledShape('averagePool', x.shape, windows)
  const [images, rows, columns, channels] = shape
  const underWindows = reshape(patches(x, windows), [images * rows * columns, sizeOf(windows.size), channels])
  return reshape(mean(underWindows, { axis: 1 }), shape)
}
