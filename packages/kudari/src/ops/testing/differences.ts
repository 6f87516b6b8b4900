/** Gradients by central differences, in float64: what derived gradients are held to. */
import { expect } from 'vitest'
import { type Generator, Tensor, generator, grad, randomNormal, sum, tensor, valueAndGrad } from '../../index.ts'

/** A function of float64 tensors, tried at the given ones. */
export interface Differentiable {
  readonly fn: (...inputs: readonly Tensor[]) => Tensor
  readonly at: readonly Tensor[]
}

/**
 * The step to either side. The method's own error is about step ** 2 times the third derivative, rounding adds about
 * 1e-16 / step: both near 1e-10 here. Compared is to 1e-6, relative for numbers above 1.
 */
const step = 1e-5
const tolerance = 1e-6

type Loss = (inputs: readonly Tensor[]) => Tensor

/** One number out of a tensor, to which every element contributes with a weight of its own. */
function weighted({ fn }: Differentiable, random: Generator): Loss {
  let weights: Tensor | undefined
  return (inputs) => {
    const output = fn(...inputs)
    weights ??= randomNormal(random, output.shape)
    return sum(output.multiply(weights))
  }
}

/** The gradients by central differences, one list for each input. */
function differences(loss: Loss, at: readonly Tensor[]): number[][] {
  const shifted = (input: number, element: number, by: number) =>
    loss(at.map((x, i) => (i === input ? new Tensor(x, x.data.with(element, x.data[element] + by)) : x))).item()
  return at.map((x, input) =>
    Array.from(
      { length: x.size },
      (_, element) => (shifted(input, element, step) - shifted(input, element, -step)) / (2 * step),
    ),
  )
}

function expectClose(found: readonly Tensor[], expected: readonly number[][], at: readonly Tensor[]): void {
  expect(found.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(at.map(({ shape, dtype }) => ({ shape, dtype })))
  const wrong = expected.flatMap((list, input) =>
    list.flatMap((wanted, element) => {
      const value = found[input].data[element]
      return Math.abs(value - wanted) <= tolerance * Math.max(1, Math.abs(wanted))
        ? []
        : [`input ${input}, element ${element}: ${value}, by differences ${wanted}`]
    }),
  )
  expect(wrong).toEqual([])
}

/** Holds the gradient to central differences. */
export function expectGradient(function_: Differentiable): void {
  const { at } = function_
  const loss = weighted(function_, generator(1))
  const { value, gradient } = valueAndGrad(loss)(at)
  expect(value.item()).toBe(loss(at).item())
  expectClose(gradient, differences(loss, at), at)
}

/** Holds the gradient of the gradient, along a random direction, to central differences of the gradient. */
export function expectSecondGradient(function_: Differentiable): void {
  const { at } = function_
  const random = generator(2)
  const first = grad(weighted(function_, random))
  const directions = at.map(({ shape }) => randomNormal(random, shape))
  const slope: Loss = (inputs) =>
    first(inputs)
      .map((gradient, i) => sum(gradient.multiply(directions[i])))
      .reduce((a, b) => a.add(b), tensor(0))
  expectClose(grad(slope)(at), differences(slope, at), at)
}
