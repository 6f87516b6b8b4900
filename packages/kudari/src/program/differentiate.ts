/** Differentiation: the chain rule, walked backwards through a Program (reverse mode). */
import { KudariError } from '../messages/error.ts'
import { apply } from '../ops/operation.ts'
import { operations } from '../ops/table.ts'
import { zeros } from '../tensor/create.ts'
import { isFloat } from '../tensor/dtype.ts'
import { type Shape, formatShape, sameShape } from '../tensor/shape.ts'
import { Tensor, scalar } from '../tensor/tensor.ts'
import { programMessages } from './messages.ts'
import type { Program, ValueId } from './program.ts'
import { parameterNames } from './parameters.ts'
import { trace } from './trace.ts'
import { type Flattened, type Tree, describe, flatten, rootName } from './tree.ts'

/**
 * Applies the instructions of a Program one by one to the given inputs and returns all its values. With numbers this
 * computes; with tensors of a trace it copies the Program into that trace.
 */
export function replay(program: Program, inputs: readonly Tensor[]): Tensor[] {
  const tensors: Tensor[] = []
  for (const { value, tensor } of program.constants) tensors[value] = tensor
  for (const [i, value] of program.inputs.entries()) tensors[value] = inputs[i]
  for (const { output, operation, inputs: from, attributes } of program.instructions) {
    const tensor = apply(
      operations.get(operation)!,
      from.map((id) => tensors[id]),
      attributes,
    )
    const { name } = program.values[output]
    tensors[output] = name !== undefined && tensor.recorder ? tensor.named(name) : tensor
  }
  return tensors
}

/** Sums a gradient over the axes along which its input was stretched by broadcasting. */
export function sumTo(g: Tensor, shape: Shape): Tensor {
  if (sameShape(g.shape, shape)) return g
  const extra = g.ndim - shape.length
  const leading = extra > 0 ? g.sum({ axis: Array.from({ length: extra }, (_, axis) => axis) }) : g
  const stretched = shape.flatMap((length, axis) => (length === 1 && leading.shape[axis] !== 1 ? [axis] : []))
  const summed = stretched.length > 0 ? leading.sum({ axis: stretched, keepdims: true }) : leading
  // A rule may also answer with fewer axes than its input has (one number for all elements).
  return summed.broadcastTo(shape)
}

/** Which values depend on the given ones: only they need gradients. */
function dependents(program: Program, roots: readonly ValueId[]): boolean[] {
  const depends: boolean[] = []
  for (const root of roots) depends[root] = true
  for (const { inputs, output } of program.instructions) depends[output] = inputs.some((input) => depends[input])
  return depends
}

/**
 * The gradient of the Program's first output, one number, with respect to the inputs named by `roots`: one tensor each,
 * of the input's shape.
 *
 * @param values all values of the Program, as {@link replay} gives them.
 */
export function backpropagate(program: Program, values: readonly Tensor[], roots: readonly ValueId[]): Tensor[] {
  const depends = dependents(program, roots)
  const gradients: (Tensor | undefined)[] = []
  const loss = program.outputs[0].value
  const one = scalar(1, program.values[loss].dtype)
  gradients[loss] = values[loss].recorder?.lift(one) ?? one
  for (const { operation, inputs, output, attributes } of program.instructions.toReversed()) {
    const g = gradients[output]
    const { gradient } = operations.get(operation)!
    if (!g || !depends[output] || !gradient) continue
    const parts = gradient({ g, inputs: inputs.map((id) => values[id]), output: values[output], attributes })
    for (const [i, id] of inputs.entries()) {
      const part = parts[i]
      if (!part || !depends[id]) continue
      const { shape, dtype } = program.values[id]
      if (!isFloat(dtype)) continue
      const fitted = sumTo(part, shape).astype(dtype)
      gradients[id] = gradients[id]?.add(fitted) ?? fitted
    }
  }
  return roots.map((root) => gradients[root] ?? zeros(values[root].shape, { dtype: values[root].dtype }))
}

/** The result of the function, if it can be differentiated: one floating-point number. */
function requireLoss(result: unknown): Tensor {
  if (result instanceof Tensor && result.ndim === 0 && isFloat(result.dtype)) return result
  const found = result instanceof Tensor ? `shape ${formatShape(result.shape)}, dtype ${result.dtype}` : describe(result)
  throw new KudariError('usage', programMessages.lossIsNotOneNumber, { found })
}

/** The value of a function and its gradient with respect to the first argument. */
export interface ValueAndGradient<A> {
  readonly value: Tensor
  readonly gradient: A
}

/** The same, and what else the function gave. */
export interface ValueGradientAndAside<A, B> extends ValueAndGradient<A> {
  readonly aside: B
}

/**
 * A function that gives the value of `fn` and its gradient with respect to the first argument, in that argument's
 * structure. Works inside traces and on its own results (second derivatives).
 *
 * @param fn returns one floating-point number. It is called with tensors that have no numbers yet.
 * @throws KudariError when the result is not one number, or something in the first argument is not a floating-point
 *   tensor.
 * @example
 * const { value, gradient } = valueAndGrad((w: Tensor) => w.square().sum())(tensor([3, 4]))
 * value.item() // 25
 * gradient.toArray() // [6, 8]
 */
export function valueAndGrad<A, Rest extends readonly unknown[]>(
  fn: (first: A, ...rest: Rest) => Tensor,
): (first: A, ...rest: Rest) => ValueAndGradient<A> {
  const withNothing = (first: A, ...rest: Rest) => ({ value: fn(first, ...rest), aside: {} })
  return (first, ...rest) => differentiate(withNothing, parameterNames(fn)[0], first, rest)
}

/**
 * Like {@link valueAndGrad} for a function that computes more on its way: `aside` is handed out as it comes, and no gradient
 * flows through it.
 *
 * @param fn returns one floating-point number as `value`, and a tree of tensors as `aside`.
 */
export const valueGradAndAside =
  <A, B extends Tree>(fn: (first: A) => { readonly value: Tensor; readonly aside: B }) =>
  (first: A): ValueGradientAndAside<A, B> =>
    differentiate(fn, parameterNames(fn)[0], first, [])

function differentiate<A, B, Rest extends readonly unknown[]>(
  fn: (first: A, ...rest: Rest) => { readonly value: Tensor; readonly aside: B },
  name: string | undefined,
  first: A,
  rest: Rest,
): ValueGradientAndAside<A, B> {
  const { leaves, rebuild } = flatten(first, rootName(first, name ?? '', 'argument1'), 'argument 1', 'tensors only')
  for (const { path, tensor } of leaves)
    if (!isFloat(tensor.dtype))
      throw new KudariError('usage', programMessages.notDifferentiable, { place: path, dtype: tensor.dtype })
  let aside: Flattened<B> | undefined
  const { program } = trace(
    (...tensors) => {
      const result = fn(rebuild(tensors), ...rest)
      aside = flatten(result.aside, '', 'aside', 'tensors only')
      return [requireLoss(result.value), ...aside.leaves.map(({ tensor }) => tensor)]
    },
    leaves.map(({ path, tensor }) => ({ shape: tensor.shape, dtype: tensor.dtype, name: path })),
  )
  const values = replay(
    program,
    leaves.map(({ tensor }) => tensor),
  )
  const [value, ...others] = program.outputs.map((output) => values[output.value])
  return { value, gradient: rebuild(backpropagate(program, values, program.inputs)), aside: aside!.rebuild(others) }
}

/**
 * The gradient of a function with respect to its first argument.
 *
 * @example
 * grad((w: Tensor) => w.square().sum())(tensor([3, 4])).toArray() // [6, 8]
 */
export const grad =
  <A extends Tree, Rest extends readonly unknown[]>(
    fn: (first: A, ...rest: Rest) => Tensor,
  ): ((first: A, ...rest: Rest) => A) =>
  (first, ...rest) =>
    valueAndGrad(fn)(first, ...rest).gradient
