/** Planes through the parameters: along two of them, along the gradient and at random, or the one that holds most of the path walked. */
import { KudariError, type Parameters, type Plan, Tensor, generator, variablesOf } from 'kudari'
import { surfaceViewMessages } from './messages.ts'
import type { Path } from './path.ts'
import { type Plane, directionOf, dot, minus, plus, randomDirection, zerosLike } from './vectors.ts'

/** One parameter: an element of a tensor, counted in row-major order. */
export interface Element {
  readonly tensor: string
  readonly index: number
}

/** Which plane is wanted. Seeds are those of random directions. */
export type PlaneRequest =
  /** One parameter: the loss is a curve. */
  | { readonly kind: 'parameters'; readonly axes: readonly [Element] | readonly [Element, Element] }
  | { readonly kind: 'gradient'; readonly seed: number }
  | { readonly kind: 'path'; readonly seed: number }

/** A tensor with one of its elements set. */
function withElement(tensor: Tensor, index: number, value: number): Tensor {
  const data = tensor.data.slice()
  data[index] = value
  return new Tensor(tensor, data)
}

/** Along one or two parameters, all others held where they are. Coordinates are the parameters' own values. */
export function parameterPlane(parameters: Parameters, axes: readonly Element[]): Plane {
  let origin = parameters
  const directions = axes.map(({ tensor, index }) => {
    const own = parameters[tensor] as Tensor | undefined
    if (!own || index < 0 || index >= own.size) throw new KudariError('usage', surfaceViewMessages.noSuchParameter, { name: `${tensor}[${index}]` })
    origin = { ...origin, [tensor]: withElement(origin[tensor], index, 0) }
    const zeros = zerosLike(parameters)
    return { ...zeros, [tensor]: withElement(zeros[tensor], index, 1) }
  })
  return { origin, u: directions[0], v: directions[1] ?? zerosLike(parameters) }
}

const biasesOf = ({ specification, inputs }: Plan): ReadonlySet<string> =>
  new Set(variablesOf(specification, inputs.length).flatMap(({ name, kind }) => (kind === 'weights' ? [] : [name])))

/** Down the gradient (`u`) and in a random direction (`v`); coordinates are distances from the present parameters. */
export function gradientPlane(plan: Plan, parameters: Parameters, gradient: Parameters, seed: number): Plane {
  const up = directionOf(gradient)
  if (!up) throw new KudariError('usage', surfaceViewMessages.noGradient, undefined)
  const u = minus(zerosLike(up), up)
  return { origin: parameters, u, v: randomDirection(parameters, biasesOf(plan), generator(seed), [u]) }
}

/** So many points of a path are enough to see where it goes. */
const POINTS = 60

/** The largest eigenvalue of a symmetric matrix and its vector, by the power method. */
function largestEigenvector(matrix: readonly Float64Array[]): { readonly value: number; readonly vector: Float64Array } {
  let vector = Float64Array.from(matrix, (_, i) => 1 + i)
  let value = 0
  for (let round = 0; round < 200; round++) {
    const next = Float64Array.from(matrix, (row) => row.reduce((sum, x, j) => sum + x * vector[j], 0))
    const length = Math.hypot(...next)
    if (length === 0) return { value: 0, vector }
    vector = next.map((x) => x / length)
    if (Math.abs(length - value) <= 1e-12 * length) return { value: length, vector }
    value = length
  }
  return { value, vector }
}

/**
 * The plane through the present parameters that holds most of the path: its two principal directions. The first points from where
 * the path begins to where it is now; coordinates are distances from its beginning.
 */
export function pathPlane(plan: Plan, parameters: Parameters, path: Path, seed: number): Plane {
  const every = Math.ceil(path.iterations.length / POINTS)
  const points = path.iterations.flatMap((_, i) => (i % every === 0 || i === path.iterations.length - 1 ? [path.parametersAt(i)] : []))
  const mean = points.reduce((sum, point) => plus(sum, 1 / points.length, point), zerosLike(parameters))
  const centred = points.map((point) => minus(point, mean))
  const products = centred.map((p) => Float64Array.from(centred, (q) => dot(p, q)))
  const total = products.reduce((sum, row, i) => sum + row[i], 0)
  const combined = (vector: Float64Array): Parameters => centred.reduce((sum, point, i) => plus(sum, vector[i], point), zerosLike(parameters))

  const first = largestEigenvector(products)
  const along = directionOf(combined(first.vector))
  if (!(total > 0) || !along) throw new KudariError('usage', surfaceViewMessages.noPath, undefined)
  const begin = path.parametersAt(0)
  const u = dot(minus(parameters, begin), along) < 0 ? minus(zerosLike(along), along) : along
  const rest = products.map((row, i) => row.map((x, j) => x - first.value * first.vector[i] * first.vector[j]))
  const second = largestEigenvector(rest)
  const isLine = second.value <= 1e-9 * total
  const v = (isLine ? undefined : directionOf(combined(second.vector), [u])) ?? randomDirection(parameters, biasesOf(plan), generator(seed), [u])
  return { origin: throughPresent(parameters, begin, u, v), u, v, share: Math.min(1, (first.value + (isLine ? 0 : second.value)) / total) }
}

/** The origin of a plane through the present parameters whose coordinates are distances from `begin`. */
function throughPresent(parameters: Parameters, begin: Parameters, u: Parameters, v: Parameters): Parameters {
  const from = minus(parameters, begin)
  return plus(plus(parameters, -dot(from, u), u), -dot(from, v), v)
}

/** The same directions through other parameters. */
export const movedTo = (plane: Plane, parameters: Parameters, begin: Parameters): Plane =>
  ({ ...plane, origin: throughPresent(parameters, begin, plane.u, plane.v) })
