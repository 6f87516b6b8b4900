/** Curvature: how steeply the gradient turns. It decides how large a learning rate may be. */
import { lossOfModel } from '../nn/model.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { grad } from '../program/differentiate.ts'
import { compile } from '../run/compile.ts'
import { randomNormal } from '../tensor/create.ts'
import { generator } from '../tensor/random.ts'
import type { Rows } from './step.ts'

const dot = (a: Parameters, b: Parameters): number =>
  Object.keys(a).reduce((total, name) => {
    const [x, y] = [a[name].data, b[name].data]
    let sum = 0
    for (let i = 0; i < x.length; i++) sum += x[i] * y[i]
    return total + sum
  }, 0)

const scaled = (a: Parameters, factor: number): Parameters =>
  Object.fromEntries(Object.entries(a).map(([name, tensor]) => [name, tensor.multiply(factor)]))

/**
 * The largest curvature of the loss: the largest eigenvalue (by size) of its second derivatives, found by power iteration
 * on Hessian-vector products (the gradient of `gradient . v`). Gradient descent on a quadratic loss converges while the
 * learning rate is below 2 / curvature, and falls at every step up to 1 / curvature.
 *
 * @param statistics what layers keep beside the parameters.
 * @param iterations of the power method; it stops earlier once the value changes by less than 0.1 %.
 */
export function curvature(
  specification: ModelSpecification,
  parameters: Parameters,
  statistics: Parameters,
  { x, yt }: Rows,
  iterations = 100,
): number {
  const product = compile((w: Parameters, v: Parameters, kept: Parameters, rows: Rows): Parameters =>
    grad((at: Parameters) => {
      const gradient = grad((inner: Parameters) => lossOfModel(specification, { ...inner, ...kept }, rows.x, rows.yt))(at)
      return Object.keys(gradient)
        .map((name) => gradient[name].multiply(v[name]).sum())
        .reduce((a, b) => a.add(b))
    })(w),
  )
  // A random direction is never perpendicular to the steepest one. (An even one would be, for softmax: adding the same
  // to all classes changes nothing.)
  const random = generator(1)
  let v: Parameters = Object.fromEntries(
    Object.entries(parameters).map(([name, { shape, dtype }]) => [name, randomNormal(random, shape, 0, 1, { dtype })]),
  )
  let value = 0
  for (let i = 0; i < iterations; i++) {
    const length = Math.sqrt(dot(v, v))
    if (length === 0 || !Number.isFinite(length)) return length === 0 ? 0 : Number.NaN
    v = scaled(v, 1 / length)
    const next = product(parameters, v, statistics, { x, yt })
    const estimate = dot(v, next)
    v = next
    if (Math.abs(estimate - value) <= 1e-3 * Math.abs(estimate)) return Math.abs(estimate)
    value = estimate
  }
  return Math.abs(value)
}
