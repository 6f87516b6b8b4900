/** Random numbers inside of a Program: they follow from a number that the Program is given, whatever runs it. */
import { allocate } from '../tensor/dtype.ts'
import { formatShape, sizeOf } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { atom } from './notation.ts'
import { type Operation, apply } from './operation.ts'

type RandomAttributes = { readonly shape: readonly number[]; readonly dtype: 'float64' | 'float32' }

/** A hash of 32 bits in which every bit of the input changes half of the output's (Wellons 2018, "lowbias32"). */
export function hash(bits: number): number {
  let h = bits
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** Numbers that float32 holds exactly. */
const STEPS = 2 ** 24

const operation: Operation<RandomAttributes> = {
  name: 'randomUniform',
  type: (_inputs, { shape, dtype }) => ({ shape, dtype }),
  kernel([seed], { shape, dtype }) {
    const result = allocate(dtype, sizeOf(shape))
    const start = hash(seed.data[0])
    for (let i = 0; i < result.length; i++) result[i] = (hash(start + i) >>> 8) / STEPS
    return result
  },
  gradient: null,
  tex: ([seed], { shape }) => atom(`\\operatorname{uniform}_{${formatShape(shape)}}\\left(${seed.text}\\right)`),
  numpy: ([seed], { shape }) => atom(`random_uniform(${seed.text}, ${formatShape(shape)})`),
  numpyHelper: [
    'def random_uniform(seed, shape):',
    '    def mixed(h):',
    '        h = (h ^ h >> np.uint32(16)) * np.uint32(0x7feb352d)',
    '        h = (h ^ h >> np.uint32(15)) * np.uint32(0x846ca68b)',
    '        return h ^ h >> np.uint32(16)',
    '    places = np.arange(np.prod(shape, dtype=int), dtype=np.uint32)',
    '    start = mixed(np.array([seed]).astype(np.int32).view(np.uint32))',
    '    return ((mixed(start + places) >> np.uint32(8)) / 2**24).reshape(shape)',
  ].join('\n'),
}

/**
 * Numbers from 0 to below 1, in steps of 2 ** -24, in the shape and dtype of `x`.
 *
 * @param seed an int32 tensor of one number: the same seed gives the same numbers.
 */
export const randomUniformLike = Object.assign(
  (x: Tensor, seed: Tensor): Tensor =>
    apply(operation, [seed], { shape: x.shape, dtype: x.dtype === 'float32' ? 'float32' : 'float64' }),
  { operation },
)
