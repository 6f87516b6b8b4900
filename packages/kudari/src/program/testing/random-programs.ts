/** Random Programs for tests: a recipe is a list of moves, each of which applies an operation to tensors made before. */
import * as fc from 'fast-check'
import { foldPatches } from '../../ops/convolution.ts'
import { embed } from '../../ops/gather.ts'
import { concatenate } from '../../ops/joining.ts'
import { maxPoolGradient, takeMaxima } from '../../ops/pooling.ts'
import { allocate, isFloat } from '../../tensor/dtype.ts'
import { type Shape, sizeOf } from '../../tensor/shape.ts'
import { Tensor, type TensorType } from '../../tensor/tensor.ts'
import { replay } from '../differentiate.ts'
import type { Program } from '../program.ts'
import { trace } from '../trace.ts'

/** One move: which operation, on which of the tensors made so far, with which number. */
interface Move {
  readonly kind: string
  readonly first: number
  readonly second: number
  readonly number: number
  readonly isNamed: boolean
}

export interface Recipe {
  readonly inputs: readonly (TensorType & { readonly elements: readonly number[] })[]
  readonly moves: readonly Move[]
}

/** What a move sees: its first operand, a number, and a way to find a second operand that fits. */
interface Step {
  readonly x: Tensor
  readonly number: number
  readonly choice: number
  readonly second: (fits: (y: Tensor) => boolean) => Tensor | undefined
}

const fitsBeside = (x: Tensor) => (y: Tensor): boolean =>
  y.shape.every((length, axis) => {
    const other = x.shape[x.ndim - y.ndim + axis] ?? 1
    return length === other || length === 1 || other === 1
  })

const axisOf = ({ x, choice }: Step): number => choice % Math.max(x.ndim, 1)
/** A move of two operands, the second of which must fit; where none does, nothing happens. */
const pair =
  (fits: (x: Tensor) => (y: Tensor) => boolean, apply: (x: Tensor, y: Tensor) => Tensor) =>
  ({ x, second }: Step): Tensor => {
    const y = second(fits(x))
    return y ? apply(x, y) : x
  }

const beside = (apply: (x: Tensor, y: Tensor) => Tensor) => pair(fitsBeside, apply)
const joins = (x: Tensor) => (y: Tensor) => x.ndim > 0 && y.ndim === x.ndim && y.shape.every((n, i) => i === 0 || n === x.shape[i])
const multiplies = (x: Tensor) => (y: Tensor) =>
  x.ndim > 0 && (y.ndim === 1 || y.ndim === 2) && y.shape[0] === x.shape.at(-1)
/** Moves on images, made of the rows of a matrix: a column of pixels with one channel. The result is a matrix again. */
const onImages =
  (apply: (images: Tensor) => Tensor) =>
  ({ x }: Step): Tensor => {
    if (x.ndim !== 2 || x.size === 0) return x
    const result = apply(x.reshape([...x.shape, 1, 1]))
    return result.reshape([result.shape[0], result.size / result.shape[0]])
  }
const windows = { size: [2, 2], stride: [1, 1], padding: [1, 1], dilation: [2, 1] } as const
const pooling = { size: [2, 2], stride: [1, 1], padding: [1, 1] } as const
const asFloat = (x: Tensor): Tensor => (isFloat(x.dtype) ? x : x.astype('float64'))

/** Moves whose results are exact for small whole numbers and powers of two, so that any order of them gives the same. */
const exactMoves: Readonly<Record<string, (step: Step) => Tensor>> = {
  add: beside((x, y) => x.add(y)),
  subtract: beside((x, y) => x.subtract(y)),
  multiply: beside((x, y) => x.multiply(y)),
  maximum: beside((x, y) => x.maximum(y)),
  plusNumber: ({ x, number }) => x.add(number),
  minusNumber: ({ x, number }) => x.subtract(number),
  timesNumber: ({ x, number }) => x.multiply(number),
  numberTimes: ({ x, number }) => asFloat(x).expandDims(0).multiply(number),
  overNumber: ({ x, choice }) => x.divide([1, 2, 4, -2][choice % 4]),
  over: beside((x, y) => x.divide(y.greater(0).where(2, -1))),
  negative: ({ x }) => x.negative(),
  square: ({ x }) => x.square(),
  cube: ({ x }) => asFloat(x).power(3),
  abs: ({ x }) => x.abs(),
  relu: ({ x }) => x.relu(),
  greater: beside((x, y) => x.greater(y).astype(x.dtype)),
  where: beside((x, y) => x.greater(0).where(y, x)),
  sum: (step) => (step.x.ndim === 0 ? step.x.sum() : step.x.sum({ axis: axisOf(step), keepdims: step.number < 1 })),
  sumAll: ({ x }) => x.sum(),
  mean: ({ x }) => x.mean(),
  transpose: ({ x }) => x.transpose(),
  reshape: ({ x }) => x.reshape([x.size]),
  broadcastTo: ({ x }) => x.broadcastTo([2, ...x.shape]),
  astype: ({ x, choice }) => x.astype((['float64', 'float32', 'int32'] as const)[choice % 3]),
  slice: ({ x, choice }) => (x.ndim === 0 ? x : x.slice(['::-1', ':1', '1:', '::2'][choice % 4])),
  embed: ({ x }) =>
    embed(x, { starts: x.shape.map(() => 1), steps: x.shape.map(() => 1), shape: x.shape.map((n) => n + 1) }),
  concatenate: pair(joins, (x, y) => concatenate([x, y], { axis: 0 })),
  matmul: pair(multiplies, (x, y) => x.matmul(y)),
  patches: onImages((images) => images.patches(windows)),
  foldPatches: onImages((images) => foldPatches(images.patches(windows), { ...windows, shape: images.shape })),
  maxPool: onImages((images) => images.maxPool(pooling)),
  maxPoolGradient: onImages((images) => maxPoolGradient(images, images.maxPool(pooling), pooling)),
  takeMaxima: onImages((images) => takeMaxima(images, images.negative(), pooling)),
  gram: ({ x }) => (x.ndim === 2 ? x.transpose().matmul(x) : x),
}

/** Smooth functions, and divisors that are no powers of two: results depend on the order in the last bits. */
const smoothMoves: Readonly<Record<string, (step: Step) => Tensor>> = {
  overAny: ({ x, choice }) => x.divide([3, 5, 7, -10][choice % 4]),
  timesAny: ({ x, choice }) => asFloat(x).multiply([0.01, 0.3, -0.1, 1.7][choice % 4]),
  tanh: ({ x }) => x.tanh(),
  sigmoid: ({ x }) => x.sigmoid(),
  softplus: ({ x }) => x.softplus(),
  sin: ({ x }) => x.sin(),
  erf: ({ x }) => x.erf(),
  softmax: (step) => (step.x.ndim === 0 ? step.x : step.x.softmax({ axis: axisOf(step) })),
  logSumExp: (step) => (step.x.ndim === 0 ? step.x : step.x.logSumExp({ axis: axisOf(step) })),
}

/** In smooth recipes no result may jump, or the last bits would decide. */
const jumps = new Set(['greater', 'where', 'over', 'astype', 'maxPoolGradient', 'takeMaxima'])

const allMoves = { ...exactMoves, ...smoothMoves }
const shapes: readonly Shape[] = [[], [1], [2], [4], [2, 4], [4, 2], [1, 4], [4, 1], [2, 2], [2, 1, 4], [0], [0, 2]]

/** Which recipes to make: of which moves, with which elements in which inputs. */
export interface RecipeOptions {
  readonly kind: 'exact' | 'smooth'
  readonly dtypes?: readonly ('float64' | 'float32' | 'int32')[]
  readonly elements?: readonly number[]
  readonly shapes?: readonly Shape[]
}

const usual = [-3, -2, -1, 0, 1, 2, 3]

export function recipes({ kind, dtypes = ['float64'], elements = usual, shapes: from = shapes }: RecipeOptions) {
  const input = fc.tuple(fc.constantFrom(...from), fc.constantFrom(...dtypes)).chain(([shape, dtype]) =>
    fc
      .array(fc.constantFrom(...elements), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
      .map((drawn) => ({ shape, dtype, elements: drawn })),
  )
  const exact = Object.keys(exactMoves)
  const kinds = kind === 'exact' ? exact : [...exact.filter((name) => !jumps.has(name)), ...Object.keys(smoothMoves)]
  return fc.record({
    inputs: fc.array(input, { minLength: 1, maxLength: 3 }),
    moves: fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        first: fc.nat(20),
        second: fc.nat(20),
        number: fc.constantFrom(0, 1, -1, 2, 0.5, -4, 3),
        isNamed: fc.constantFrom(false, false, true),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
}

/** The tensors that a recipe starts from. */
export const inputsOf = ({ inputs }: Recipe): Tensor[] =>
  inputs.map(({ shape, dtype, elements }) => {
    const data = allocate(dtype, elements.length)
    data.set(elements)
    return new Tensor({ shape, dtype }, data)
  })

/** Carries out a recipe; the last three tensors are its results. */
export function perform({ moves }: Recipe, inputs: readonly Tensor[]): Tensor[] {
  const made = [...inputs]
  for (const [i, { kind, first, second, number, isNamed }] of moves.entries()) {
    const x = made.at(-1 - (first % made.length))!
    const find = (fits: (y: Tensor) => boolean): Tensor | undefined => {
      const fitting = made.filter(fits)
      return fitting[second % fitting.length]
    }
    const result = allMoves[kind]({ x, second: find, choice: second, number })
    made.push(isNamed && result.recorder ? result.named(`v${i}`) : result)
  }
  return made.slice(-3)
}

/** The Program of a recipe, not simplified. */
export const programOf = (recipe: Recipe): Program =>
  trace(
    (...tensors) => perform(recipe, tensors),
    recipe.inputs.map(({ shape, dtype }, i) => ({ shape, dtype, name: `x${i}` })),
  ).program

/** The largest finite magnitude among all values of a Program, and how small a step the finite ones are multiples of. */
export function spread(program: Program, inputs: readonly Tensor[]): { largest: number; isExact: boolean } {
  let largest = 0
  let isExact = true
  for (const { data } of replay(program, inputs))
    for (const element of data)
      if (Number.isFinite(element)) {
        largest = Math.max(largest, Math.abs(element))
        isExact &&= Number.isInteger(element * 4096)
      }
  return { largest, isExact }
}
