/** Every gradient rule of the op table held to central differences, first and second derivatives. */
import { describe, expect, it } from 'vitest'
import {
  type Shape,
  Tensor,
  concatenate,
  foldPatches,
  generator,
  grad,
  matmul,
  operations,
  randomUniform,
  stack,
  takeAlongAxis,
  tensor,
  where,
} from '../index.ts'
import { embed, scatterAdd } from './gather.ts'
import { maxPoolGradient, takeMaxima } from './pooling.ts'
import { type Differentiable, expectGradient, expectSecondGradient } from './testing/differences.ts'

const random = generator(2024)
/** Random numbers of a shape, away from the kinks at 0 by default. */
const between = (low: number, high: number, ...shape: Shape) => randomUniform(random, shape, low, high)
const signs = (x: Tensor) => tensor(Array.from(x.data, (_, i) => (i % 2 === 0 ? 1 : -1))).reshape(x.shape)
const positive = (...shape: Shape) => between(0.3, 2, ...shape)
const signed = (...shape: Shape) => {
  const x = positive(...shape)
  return x.multiply(signs(x))
}
const int32 = (values: Parameters<typeof tensor>[0]) => tensor(values, { dtype: 'int32' })

type Unary = (x: Tensor) => Tensor
type Binary = (a: Tensor, b: Tensor) => Tensor

const unary = (fn: Unary, make: (...shape: Shape) => Tensor = signed): Differentiable[] =>
  [[], [3], [2, 3], [0, 2]].map((shape) => ({ fn, at: [make(...shape)] }))

const binary = (
  fn: Binary,
  left: (...shape: Shape) => Tensor = signed,
  right: (...shape: Shape) => Tensor = left,
): Differentiable[] => [
  ...(
    [
      [[2, 3], [2, 3]],
      [[2, 3], [3]],
      [[3], [2, 3]],
      [[2, 1], [1, 3]],
      [[], [2, 2]],
      [[4, 1, 2], [3, 1]],
      [[], []],
    ] as const
  ).map(([a, b]) => ({ fn, at: [left(...a), right(...b)] })),
  { fn: (x) => fn(x, x.multiply(0.7)), at: [left(3)] },
]

const reduction = (fn: (x: Tensor, options?: { axis?: number | number[]; keepdims?: boolean }) => Tensor) => [
  { fn: (x: Tensor) => fn(x), at: [signed(2, 3)] },
  { fn: (x: Tensor) => fn(x, { axis: 0 }), at: [signed(2, 3)] },
  { fn: (x: Tensor) => fn(x, { axis: -1, keepdims: true }), at: [signed(2, 3, 2)] },
  { fn: (x: Tensor) => fn(x, { axis: [0, 2] }), at: [signed(2, 3, 2)] },
  { fn: (x: Tensor) => fn(x, { keepdims: true }), at: [signed(4)] },
  { fn: (x: Tensor) => fn(x), at: [signed()] },
]

/** The pairs of shapes that matmul takes: every pair of ranks up to 3, stacks that are broadcast among them. */
const products: readonly (readonly [Shape, Shape])[] = [
  [[3], [3]],
  [[2, 3], [3]],
  [[3], [3, 2]],
  [[2, 3], [3, 4]],
  [[5, 2, 3], [3, 4]],
  [[2, 3], [5, 3, 4]],
  [[5, 2, 3], [5, 3, 4]],
  [[4, 1, 2, 3], [5, 3, 2]],
  [[5, 2, 3], [3]],
  [[3], [5, 3, 2]],
]
const swapLast = (shape: Shape): Shape => [...shape.slice(0, -2), ...shape.slice(-2).toReversed()]

/** Windows that overlap, reach beyond the edges, and leave pixels out. */
const windows = { size: [2, 3], stride: [2, 1], padding: [1, 1], dilation: [2, 2] } as const
const pooling = { size: [3, 2], stride: [1, 2], padding: [1, 1] } as const

/** For every operation with a gradient rule: where it is tried. */
const cases: Readonly<Record<string, readonly Differentiable[]>> = {
  add: binary((a, b) => a.add(b)),
  subtract: binary((a, b) => a.subtract(b)),
  multiply: binary((a, b) => a.multiply(b)),
  divide: binary((a, b) => a.divide(b)),
  mod: [
    { fn: (a, b) => a.mod(b), at: [tensor([5.3, -4.4, 7.9]), tensor([2.1, 1.7, -2.2])] },
    { fn: (a, b) => a.mod(b), at: [tensor([[5.3], [-4.4]]), tensor([2.1, 1.3])] },
  ],
  power: [
    ...binary((a, b) => a.power(b), positive, signed),
    { fn: (a) => a.power(3), at: [signed(2, 3)] },
    { fn: (a) => a.power(2), at: [tensor([0, 1.5, -2])] },
    { fn: (a) => a.power(1), at: [tensor([0, 1.5, -2])] },
    { fn: (a) => a.power(0), at: [tensor([0, 1.5, -2])] },
    { fn: (b) => tensor(2).power(b), at: [signed(3)] },
  ],
  maximum: [...binary((a, b) => a.maximum(b)), { fn: (a) => a.maximum(0), at: [signed(5)] }],
  minimum: [...binary((a, b) => a.minimum(b)), { fn: (a) => a.minimum(0), at: [signed(5)] }],
  negative: unary((x) => x.negative()),
  square: unary((x) => x.square()),
  exp: unary((x) => x.exp()),
  expm1: unary((x) => x.expm1()),
  log: unary((x) => x.log(), positive),
  log1p: unary((x) => x.log1p(), positive),
  log2: unary((x) => x.log2(), positive),
  log10: unary((x) => x.log10(), positive),
  sqrt: unary((x) => x.sqrt(), positive),
  sin: unary((x) => x.sin()),
  cos: unary((x) => x.cos()),
  tan: unary((x) => x.tan(), (...shape) => between(-1.2, 1.2, ...shape)),
  arcsin: unary((x) => x.arcsin(), (...shape) => between(-0.9, 0.9, ...shape)),
  arccos: unary((x) => x.arccos(), (...shape) => between(-0.9, 0.9, ...shape)),
  arctan: unary((x) => x.arctan()),
  sinh: unary((x) => x.sinh()),
  cosh: unary((x) => x.cosh()),
  tanh: unary((x) => x.tanh()),
  abs: unary((x) => x.abs()),
  sigmoid: unary((x) => x.sigmoid()),
  softplus: unary((x) => x.softplus()),
  erf: unary((x) => x.erf()),
  relu: unary((x) => x.relu()),
  where: [
    { fn: (a, b) => a.greater(b).where(a.square(), b), at: [signed(2, 3), signed(3)] },
    { fn: (a, b) => where([true, false, true], a, b), at: [signed(2, 1), signed()] },
  ],
  sum: reduction((x, options) => x.sum(options)),
  mean: reduction((x, options) => x.mean(options)),
  prod: reduction((x, options) => x.prod(options)),
  max: reduction((x, options) => x.max(options)),
  min: reduction((x, options) => x.min(options)),
  variance: reduction((x, options) => x.variance({ ...options, ddof: x.size === 1 ? 0 : 1 })),
  cumsum: [
    { fn: (x) => x.cumsum(), at: [signed(2, 3)] },
    { fn: (x) => x.cumsum({ axis: 0 }), at: [signed(2, 3)] },
    { fn: (x) => x.cumsum({ axis: -1 }).square(), at: [signed(2, 3, 2)] },
  ],
  matmul: products.flatMap(([a, b]) =>
    [false, true].flatMap((transposeA) =>
      [false, true].map((transposeB) => ({
        fn: (x: Tensor, y: Tensor) => matmul(x, y, { transposeA, transposeB }),
        at: [
          signed(...(transposeA && a.length > 1 ? swapLast(a) : a)),
          signed(...(transposeB && b.length > 1 ? swapLast(b) : b)),
        ],
      })),
    ),
  ),
  softmax: [0, -1].map((axis) => ({ fn: (x: Tensor) => x.softmax({ axis }), at: [signed(2, 3)] })),
  logSumExp: [0, 1, -1].map((axis) => ({ fn: (x: Tensor) => x.logSumExp({ axis }), at: [signed(2, 3, 2)] })),
  reshape: [
    { fn: (x) => x.reshape([3, -1]).square(), at: [signed(2, 3)] },
    { fn: (x) => x.expandDims(1).squeeze(), at: [signed(1, 3)] },
  ],
  transpose: [
    { fn: (x) => x.transpose(), at: [signed(2, 3)] },
    { fn: (x) => x.transpose([2, 0, 1]).square(), at: [signed(2, 3, 4)] },
  ],
  broadcastTo: [
    { fn: (x) => x.broadcastTo([2, 3]), at: [signed(3)] },
    { fn: (x) => x.broadcastTo([4, 2, 3]).square(), at: [signed(2, 1)] },
    { fn: (x) => x.broadcastTo([2, 2]), at: [signed()] },
  ],
  concatenate: [
    { fn: (a, b) => concatenate([a, b, a], { axis: 0 }).square(), at: [signed(2, 3), signed(1, 3)] },
    { fn: (a, b) => concatenate([a, b], { axis: -1 }), at: [signed(2, 3), signed(2, 1)] },
    { fn: (a, b) => stack([a, b], { axis: 1 }), at: [signed(2, 3), signed(2, 3)] },
  ],
  insert: [
    { fn: (x) => x.insert(0, 1, { axis: 1 }), at: [signed(2, 3)] },
    { fn: (x, v) => x.insert(1, v, { axis: 1 }).square(), at: [signed(2, 3), signed(2)] },
    { fn: (x, v) => x.insert(2, v, { axis: 0 }), at: [signed(2, 3), signed(2, 3)] },
    { fn: (x, v) => x.insert(-1, v), at: [signed(2, 3), signed()] },
  ],
  slice: [
    { fn: (x) => x.slice(':', '0:1'), at: [signed(2, 3)] },
    { fn: (x) => x.slice('::-1', '::2').square(), at: [signed(4, 5)] },
    { fn: (x) => x.slice(1, null, '...', -1), at: [signed(2, 3, 4)] },
    { fn: (x) => x.slice(':', [0, 0, 2]), at: [signed(2, 3)] },
    { fn: (x) => x.slice([1, 0], ':', [2, 2]), at: [signed(2, 3, 4)] },
    { fn: (x) => x.slice([true, false, true]), at: [signed(3, 2)] },
    { fn: (x) => x.flip({ axis: 0 }), at: [signed(3, 2)] },
  ],
  embed: [
    { fn: (x) => embed(x, { starts: [1, 4], steps: [1, -2], shape: [4, 5] }), at: [signed(2, 3)] },
    { fn: (x) => embed(x, { starts: [0], steps: [2], shape: [5] }).square(), at: [signed(3)] },
  ],
  take: [
    { fn: (x) => x.take([0, 2, 0]), at: [signed(3, 2)] },
    { fn: (x) => x.take([[1, -1], [0, 0]], { axis: 1 }).square(), at: [signed(2, 3, 2)] },
    { fn: (x) => x.repeat(2, { axis: 0 }), at: [signed(2, 2)] },
    { fn: (x) => takeAlongAxis(x, [[2, 0], [1, 1]], { axis: 1 }), at: [signed(2, 3)] },
    { fn: (x) => x.sort({ axis: 0 }).square(), at: [signed(4, 2)] },
  ],
  scatterAdd: [
    { fn: (x) => scatterAdd(int32([0, 2, 0]), x, { axis: 0, length: 4 }).square(), at: [signed(3, 2)] },
    { fn: (x) => scatterAdd(int32([[1, 1], [0, 2]]), x, { axis: 1, length: 3 }), at: [signed(2, 2, 2)] },
  ],
  patches: [
    { fn: (x) => x.patches({ size: 2 }).square(), at: [signed(2, 3, 4, 2)] },
    { fn: (x) => x.patches(windows), at: [signed(1, 5, 4, 1)] },
    { fn: (x) => x.averagePool({ size: 3, stride: [1, 2], padding: 1 }).square(), at: [signed(2, 3, 4, 2)] },
    { fn: (x, w) => x.conv2d(w, { stride: [1, 2], padding: 1 }).square(), at: [signed(2, 3, 4, 2), signed(3, 2, 2, 2)] },
  ],
  foldPatches: [
    { fn: (x) => foldPatches(x, { size: 2, shape: [2, 3, 4, 2] }).square(), at: [signed(12, 8)] },
    { fn: (x) => foldPatches(x, { ...windows, shape: [1, 5, 4, 1] }), at: [signed(6, 6)] },
  ],
  maxPool: [
    { fn: (x) => x.maxPool({ size: 2 }).square(), at: [signed(2, 4, 5, 2)] },
    { fn: (x) => x.maxPool({ size: [3, 2], stride: [1, 2], padding: 1 }), at: [signed(1, 4, 5, 2)] },
  ],
  maxPoolGradient: [
    { fn: (x, g) => maxPoolGradient(x, g, pooling).square(), at: [signed(1, 4, 5, 2), signed(1, 4, 3, 2)] },
  ],
  takeMaxima: [
    { fn: (x, values) => takeMaxima(x, values, pooling).square(), at: [signed(1, 4, 5, 2), signed(1, 4, 5, 2)] },
  ],
}

/** Operations with a rule that is tried below in another way. */
const elsewhere = ['astype']

/** Operations without a gradient, and why. */
const without: Readonly<Record<string, string>> = {
  floorDivide: 'whole numbers: constant between jumps',
  sign: 'constant between jumps',
  floor: 'constant between jumps',
  ceil: 'constant between jumps',
  round: 'constant between jumps',
  randomUniform: 'the seed is a whole number',
  ...Object.fromEntries(
    ['equal', 'notEqual', 'less', 'lessEqual', 'greater', 'greaterEqual', 'isnan', 'isfinite', 'any', 'all']
      .concat('logicalAnd', 'logicalOr', 'logicalXor', 'logicalNot')
      .map((name) => [name, 'true or false']),
  ),
  argmax: 'an index',
  argmin: 'an index',
  argsort: 'indices',
  fromFront: 'indices',
}

describe('gradients', () => {
  it('are tried for every operation that has a rule; the others are listed with the reason', () => {
    const [withRule, withoutRule] = [true, false].map((has) =>
      [...operations.values()].filter(({ gradient }) => (gradient !== null) === has).map(({ name }) => name),
    )
    expect(withRule.filter((name) => !(name in cases) && !elsewhere.includes(name))).toEqual([])
    expect(withoutRule.toSorted()).toEqual(Object.keys(without).toSorted())
  })

  const all = Object.entries(cases).flatMap(([name, list]) =>
    list.map((entry, i) => [name, i, entry.at.map(({ shape }) => `[${shape.join()}]`).join(' '), entry] as const),
  )
  it.each(all)('%s %i %s', (_name, _number, _shapes, entry) => expectGradient(entry))
  it.each(all)('of the gradient: %s %i %s', (_name, _number, _shapes, entry) => expectSecondGradient(entry))

  it('of a conversion come back in the dtype of the input', () => {
    const gradient = grad((x: Tensor) => x.astype('float32').square().sum())(tensor([1.5, -2]))
    expect(gradient.dtype).toBe('float64')
    expect(gradient.toArray()).toEqual([3, -4])
    expect(grad((x: Tensor) => x.astype('int32').astype('float64').sum())(tensor([1.5, -2])).toArray()).toEqual([0, 0])
  })

  it('where the two of a maximum, or several largest elements, are equal, share it', () => {
    expect(grad((x: Tensor) => x.maximum(1).sum())(tensor([0, 1, 2])).toArray()).toEqual([0, 0.5, 1])
    expect(grad((x: Tensor) => x.max())(tensor([2, 1, 2])).toArray()).toEqual([0.5, 0, 0.5])
  })

  it('at the kink of abs and relu are 0', () => {
    expect(grad((x: Tensor) => x.abs().sum())(tensor([0])).toArray()).toEqual([0])
    expect(grad((x: Tensor) => x.relu().sum())(tensor([0])).toArray()).toEqual([0])
  })

  it('of powers at 0 are those of the limit', () => {
    const slope = (exponent: number) => grad((x: Tensor) => x.power(exponent))(tensor(0)).item()
    expect([0, 1, 2].map(slope)).toEqual([0, 1, 0])
    expect(slope(0.5)).toBe(Infinity)
  })
})
