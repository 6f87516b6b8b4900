/** Convolution as it runs: the patches of images become the rows of a matrix, and a matrix product does the rest. */
import { KudariError } from '../messages/error.ts'
import { allocate, toNumeric } from '../tensor/dtype.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { type Shape, formatShape, sizeOf } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { matmul } from './matrix.ts'
import { atom, texCall } from './notation.ts'
import { type Operation, type TensorLike, apply, toTensor } from './operation.ts'
import { reshape } from './shaping.ts'
import { type WindowOptions, type Windows, countWindows, numpyWindows, pixelsUnder, requireShape, windowsOf } from './windows.ts'

/** The shape of the patches of images: a row for each window, in it the channels of each pixel under the window. */
function patchesShape(operation: string, images: Shape, windows: Windows): Shape {
  const [rows, columns] = countWindows(operation, images, windows)
  return [images[0] * rows * columns, sizeOf(windows.size) * images[3]]
}

const patchesOperation: Operation<Windows> = {
  name: 'patches',
  type: ([x], windows) => ({ shape: patchesShape('patches', x.shape, windows), dtype: x.dtype }),
  kernel([x], windows, output) {
    const { data, shape } = x
    const [images, height, width, channels] = shape
    const pixels = pixelsUnder(shape, windows)
    const result = allocate(output.dtype, sizeOf(output.shape))
    let to = 0
    for (let image = 0; image < images; image++)
      for (const pixel of pixels) {
        const from = (image * height * width + pixel) * channels
        if (pixel >= 0) for (let c = 0; c < channels; c++) result[to + c] = data[from + c]
        to += channels
      }
    return result
  },
  gradient: ({ g, inputs: [x], attributes }) => [apply(foldPatchesOperation, [g], { ...attributes, shape: x.shape })],
  tex: texCall('\\operatorname{patches}'),
  numpy: ([x], windows) => atom(`patches(${x.text}, ${numpyWindows(windows)})`),
  numpyHelper: [
    'def patches(x, size, stride=(1, 1), padding=(0, 0), dilation=(1, 1)):',
    '    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = size, stride, padding, dilation',
    '    x = np.pad(x, ((0, 0), (ph, ph), (pw, pw), (0, 0)))',
    '    span = (dh * (kh - 1) + 1, dw * (kw - 1) + 1)',
    '    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(1, 2))[:, ::sh, ::sw, :, ::dh, ::dw]',
    '    n, oh, ow, c = windows.shape[:4]',
    '    return windows.transpose(0, 1, 2, 4, 5, 3).reshape(n * oh * ow, kh * kw * c)',
  ].join('\n'),
}

/**
 * What a window sees as it slides over images, a row for each place of it (im2col); pixels beyond the edge are 0.
 *
 * @param value images of shape (images, height, width, channels).
 * @param options numbers, or pairs for height and width: the `size` of the window, its `stride` (1), the `padding` (0)
 *   beyond each edge, the `dilation` (1): the distance between neighbours under the window.
 * @returns shape (images * rows * columns, window height * window width * channels), where rows and columns count the
 *   places of the window: floor((length + 2 padding - dilation (size - 1) - 1) / stride) + 1.
 * @throws KudariError when the shape is not that of images, an option is out of range, or the window is larger than the
 *   padded image.
 * @example
 * patches([[[[1], [2], [3]], [[4], [5], [6]]]], { size: 2 }).toArray() // [[1, 2, 4, 5], [2, 3, 5, 6]]
 */
export const patches = Object.assign(
  (value: TensorLike, options: WindowOptions): Tensor => apply(patchesOperation, [toTensor(value)], windowsOf(options)),
  { operation: patchesOperation },
)

type FoldAttributes = Windows & { readonly shape: Shape }

const foldPatchesOperation: Operation<FoldAttributes> = {
  name: 'foldPatches',
  type([x], { shape, ...windows }) {
    requireShape('foldPatches', x.shape, patchesShape('foldPatches', shape, windows))
    return { shape, dtype: toNumeric(x.dtype) }
  },
  kernel([{ data }], { shape, ...windows }, output) {
    const [images, height, width, channels] = shape
    const pixels = pixelsUnder(shape, windows)
    const result = allocate(output.dtype, sizeOf(shape))
    let from = 0
    for (let image = 0; image < images; image++)
      for (const pixel of pixels) {
        const to = (image * height * width + pixel) * channels
        if (pixel >= 0) for (let c = 0; c < channels; c++) result[to + c] += data[from + c]
        from += channels
      }
    return result
  },
  gradient: ({ g, attributes }) => [patches(g, attributes)],
  tex: texCall('\\operatorname{patches}^{\\top}'),
  numpy: ([x], { shape, ...windows }) => atom(`fold_patches(${x.text}, ${formatShape(shape)}, ${numpyWindows(windows)})`),
  numpyHelper: [
    'def fold_patches(x, shape, size, stride=(1, 1), padding=(0, 0), dilation=(1, 1)):',
    '    (n, h, w, c), (kh, kw), (sh, sw), (ph, pw), (dh, dw) = shape, size, stride, padding, dilation',
    '    oh = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1',
    '    ow = (w + 2 * pw - dw * (kw - 1) - 1) // sw + 1',
    '    x = x.reshape(n, oh, ow, kh, kw, c)',
    '    y = np.zeros((n, h + 2 * ph, w + 2 * pw, c), x.dtype)',
    '    for i in range(kh):',
    '        for j in range(kw):',
    '            y[:, i * dh:, j * dw:][:, :oh * sh:sh, :ow * sw:sw] += x[:, :, :, i, j]',
    '    return y[:, ph:ph + h, pw:pw + w]',
  ].join('\n'),
}

/**
 * Images with each patch added back to where {@link patches} took it from (col2im): its transpose as a linear map, and so
 * its gradient.
 *
 * @param value patches as {@link patches} gives them for images of the shape and the same options.
 * @param options.shape (images, height, width, channels).
 * @throws KudariError when the patches are not those of such images.
 * @example
 * foldPatches([[1, 2, 4, 5], [2, 3, 5, 6]], { size: 2, shape: [1, 2, 3, 1] }).reshape([2, 3]).toArray()
 * // [[1, 4, 3], [4, 10, 6]]: the pixels in the middle lie under both windows
 */
export const foldPatches = Object.assign(
  (value: TensorLike, { shape, ...options }: WindowOptions & { readonly shape: Shape }): Tensor =>
    apply(foldPatchesOperation, [toTensor(value)], { ...windowsOf(options), shape }),
  { operation: foldPatchesOperation },
)

/**
 * The convolution of images: every place of a window gives the sums of the pixels under it, times weights. (As everywhere
 * in deep learning the weights are not mirrored; mathematics calls this a cross-correlation.)
 *
 * @param images shape (images, height, width, channels).
 * @param weights shape (window height, window width, channels, outputs).
 * @param options numbers, or pairs for height and width: `stride` (1), `padding` (0) with zeros beyond each edge,
 *   `dilation` (1).
 * @returns shape (images, rows, columns, outputs), where rows and columns count the places of the window as in
 *   {@link patches}.
 * @throws KudariError when the shapes do not fit, an option is out of range, or the window is larger than the padded image.
 * @example
 * // Each pixel minus its left neighbour.
 * conv2d([[[[1], [3], [6], [10]]]], tensor([-1, 1]).reshape([1, 2, 1, 1])).reshape([3]).toArray() // [2, 3, 4]
 */
export function conv2d(images: TensorLike, weights: TensorLike, options: Omit<WindowOptions, 'size'> = {}): Tensor {
  const x = toTensor(images)
  const w = toTensor(weights)
  if (w.ndim !== 4) throw new KudariError('usage', tensorMessages.notConvolutionWeights, { shape: formatShape(w.shape) })
  const [height, width, channels, outputs] = w.shape
  const windows = windowsOf({ ...options, size: [height, width] })
  const [rows, columns] = countWindows('conv2d', x.shape, windows)
  if (x.shape[3] !== channels)
    throw new KudariError('usage', tensorMessages.otherChannels, {
      images: formatShape(x.shape),
      weights: formatShape(w.shape),
      found: x.shape[3],
      expected: channels,
    })
  const seen = patches(x, windows)
  const sums = matmul(seen, reshape(w, [height * width * channels, outputs]))
  return reshape(sums, [x.shape[0], rows, columns, outputs])
}
