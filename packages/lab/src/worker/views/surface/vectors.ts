/** All parameters of a model taken as one vector: lengths, inner products, planes, and directions to go in. */
import { type Generator, type Parameters, Tensor, randomNormal } from 'kudari'

/** A plane through the parameters, `origin + a * u + b * v`. Both directions have length 1 and stand at right angles; of a curve, `v` is 0. */
export interface Plane {
  readonly origin: Parameters
  readonly u: Parameters
  readonly v: Parameters
  /** Of the plane of a path: how much of the path's variance lies in it, from 0 to 1. */
  readonly share?: number
}

/** The same for every tensor. */
export const mapped = (vector: Parameters, of: (tensor: Tensor, name: string) => Tensor): Parameters =>
  Object.fromEntries(Object.entries(vector).map(([name, tensor]) => [name, of(tensor, name)]))

export function dot(a: Parameters, b: Parameters): number {
  let sum = 0
  for (const name of Object.keys(a)) {
    const [x, y] = [a[name].data, b[name].data]
    for (let i = 0; i < x.length; i++) sum += x[i] * y[i]
  }
  return sum
}

export const lengthOf = (a: Parameters): number => Math.sqrt(dot(a, a))

/** `a + factor * b`. */
export const plus = (a: Parameters, factor: number, b: Parameters): Parameters =>
  mapped(a, (tensor, name) => {
    const [data, other] = [tensor.data.slice(), b[name].data]
    for (let i = 0; i < data.length; i++) data[i] += factor * other[i]
    return new Tensor(tensor, data)
  })

export const minus = (a: Parameters, b: Parameters): Parameters => plus(a, -1, b)

export const zerosLike = (a: Parameters): Parameters => mapped(a, (tensor) => new Tensor(tensor, tensor.data.slice().fill(0)))

/** A vector as it is seen on a plane. */
export const seenOn = ({ u, v }: Plane, vector: Parameters): readonly [a: number, b: number] => [dot(vector, u), dot(vector, v)]

/** The vector without the part that lies along directions of length 1, at length 1 itself; undefined where nothing is left of it. */
export function directionOf(vector: Parameters, besides: readonly Parameters[] = []): Parameters | undefined {
  const length = lengthOf(vector)
  if (!(length > 0 && length < Infinity)) return undefined
  let rest = plus(zerosLike(vector), 1 / length, vector)
  // Twice, since rounding leaves something of them behind.
  for (const direction of [...besides, ...besides]) rest = plus(rest, -dot(rest, direction), direction)
  const left = lengthOf(rest)
  return left > 1e-6 ? plus(zerosLike(rest), 1 / left, rest) : undefined
}

const random = (parameters: Parameters, generator: Generator): Parameters =>
  mapped(parameters, ({ shape, dtype }) => randomNormal(generator, shape, 0, 1, { dtype }))

/** A tensor of weights with every filter (all weights of one output) as long as the filter of another tensor; others become 0. */
function withFiltersOf(weights: Tensor, drawn: Tensor): Tensor {
  const data = drawn.data.slice()
  const outputs = weights.ndim > 1 ? weights.shape.at(-1)! : 1
  if (weights.ndim === 0) return new Tensor(drawn, data.fill(0))
  for (let k = 0; k < outputs; k++) {
    let [own, wanted] = [0, 0]
    for (let i = k; i < data.length; i += outputs) {
      own += data[i] ** 2
      wanted += weights.data[i] ** 2
    }
    for (let i = k; i < data.length; i += outputs) data[i] *= Math.sqrt(wanted / own)
  }
  return new Tensor(drawn, data)
}

/**
 * A random direction in which every filter has its share by its own length, and biases none (Li, Xu, Taylor, Studer and Goldstein,
 * "Visualizing the loss landscape of neural nets", 2018); where the weights are all 0, or it would be one of `besides`, one that
 * is just random. Its length is 1.
 *
 * @param biases names of tensors that are no weights.
 * @param besides directions of length 1 to which it is perpendicular.
 */
export function randomDirection(parameters: Parameters, biases: ReadonlySet<string>, generator: Generator, besides: readonly Parameters[]): Parameters {
  const drawn = random(parameters, generator)
  const filtered = mapped(drawn, (tensor, name) => (biases.has(name) ? new Tensor(tensor, tensor.data.slice().fill(0)) : withFiltersOf(parameters[name], tensor)))
  return directionOf(filtered, besides) ?? directionOf(drawn, besides)!
}
