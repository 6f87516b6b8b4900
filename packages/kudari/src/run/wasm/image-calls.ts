/** Which kernel computes an operation on images: patches and the way back, and the largest pixels under windows. */
import type { Pooling } from '../../ops/pooling.ts'
import type { Windows } from '../../ops/windows.ts'
import type { Shape } from '../../tensor/shape.ts'
import { type KernelCall, type Prepare, byRows, commonFloat } from './kernel-call.ts'

/**
 * A call for the images of a tile, or for all of them: the operands, the result, then how many images there are, their height,
 * width and channels, and how windows slide over them.
 */
const onImages = (kernel: string, images: Shape, isCut: boolean, operands: readonly number[], windows: readonly (readonly number[])[]): KernelCall =>
  byRows(kernel, isCut ? images : [], operands.map(() => (isCut ? 'tile' : 'whole')), (site) => {
    for (const position of operands) site.input(position)
    site.output()
    if (isCut) site.rows()
    else site.code.i32(images[0])
    for (const number of [...images.slice(1), ...windows.flat()]) site.code.i32(number)
    site.call(kernel)
  })

/** Patches are rows of their images, unless as many rows belong to other images. */
const preparePatches =
  (name: 'patches' | 'fold_patches'): Prepare =>
  ([x], attributes, output, tilingOf) => {
    const t = commonFloat([x, output])
    const { size, stride, padding, dilation } = attributes as Windows
    const images = name === 'patches' ? x.shape : output.shape
    const isCut = tilingOf(x.shape).samples === tilingOf(output.shape).samples
    return t && onImages(`${t}_${name}`, images, isCut, [0], [size, stride, padding, dilation])
  }

const preparePooling =
  (name: 'max_pool' | 'take_maxima' | 'max_pool_gradient'): Prepare =>
  (inputs, attributes, output) => {
    const t = commonFloat([...inputs, output])
    const { size, stride, padding } = attributes as Pooling
    return t && onImages(`${t}_${name}`, inputs[0].shape, true, [...inputs.keys()], [size, stride, padding])
  }

export const imageCalls: Readonly<Record<string, Prepare>> = {
  patches: preparePatches('patches'),
  foldPatches: preparePatches('fold_patches'),
  maxPool: preparePooling('max_pool'),
  takeMaxima: preparePooling('take_maxima'),
  maxPoolGradient: preparePooling('max_pool_gradient'),
}
