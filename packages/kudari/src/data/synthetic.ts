/** Synthetic data: small sets of points, made from a seed, that show what a model can and cannot learn. */
import { type Generator, generator } from '../tensor/random.ts'
import { Tensor } from '../tensor/tensor.ts'
import { cos, sin } from '../tensor/trigonometry.ts'

/** Points and what is to be learned of them. */
export interface Samples {
  /** float64 (rows, 2), or (rows, 1) of {@link makePolynomial}. */
  readonly x: Tensor
  /** The classes, int32 (rows,), or the targets, float64 (rows,). */
  readonly y: Tensor
}

export interface SampleOptions {
  /** How many points. */
  readonly rows: number
  readonly seed: number
  /** Standard deviation of the normal noise added to every coordinate (to the target of a polynomial). Default: 0. */
  readonly noise?: number
}

type Point = readonly [x1: number, x2: number]

/** `rows` points divided among the classes as evenly as possible, class after class. */
function pointsByClass(
  { rows, seed, noise = 0 }: SampleOptions,
  classes: number,
  point: (label: number, i: number, count: number, random: Generator) => Point,
): Samples {
  const random = generator(seed)
  const x = new Float64Array(rows * 2)
  const y = new Int32Array(rows)
  let row = 0
  for (let label = 0; label < classes; label++) {
    const count = Math.floor(rows / classes) + (label < rows % classes ? 1 : 0)
    for (let i = 0; i < count; i++, row++) {
      const [x1, x2] = point(label, i, count, random)
      x[2 * row] = x1 + noise * random.normal()
      x[2 * row + 1] = x2 + noise * random.normal()
      y[row] = label
    }
  }
  return {
    x: new Tensor({ shape: [rows, 2], dtype: 'float64' }, x),
    y: new Tensor({ shape: [rows], dtype: 'int32' }, y),
  }
}

/** The i-th of `count` evenly spaced numbers from 0 to `end`, which is included. */
const spaced = (i: number, count: number, end: number): number => (count > 1 ? (i * end) / (count - 1) : 0)

/**
 * Two half circles that reach into each other (scikit-learn's `make_moons`): for t from 0 to π, class 0 is
 * (cos t, sin t) and class 1 is (1 - cos t, 1/2 - sin t).
 *
 * @example
 * const { x, y } = makeMoons({ rows: 200, seed: 0, noise: 0.1 })
 */
export const makeMoons = (options: SampleOptions): Samples =>
  pointsByClass(options, 2, (label, i, count) => {
    const t = spaced(i, count, Math.PI)
    return label === 0 ? [cos(t), sin(t)] : [1 - cos(t), 0.5 - sin(t)]
  })

/**
 * A circle within a circle (scikit-learn's `make_circles`): points at equal angles on radius 1 (class 0) and on radius
 * `factor` (class 1; default 0.8).
 */
export const makeCircles = ({ factor = 0.8, ...options }: SampleOptions & { readonly factor?: number }): Samples =>
  pointsByClass(options, 2, (label, i, count) => {
    const angle = (2 * Math.PI * i) / count
    const radius = label === 0 ? 1 : factor
    return [radius * cos(angle), radius * sin(angle)]
  })

/**
 * Clouds of points (scikit-learn's `make_blobs`): the centre of each class is uniform in [-10, 10]², its points are
 * normally distributed around it; `noise`, here 1 by default, is their standard deviation.
 */
export function makeBlobs({
  classes = 3,
  noise = 1,
  ...options
}: SampleOptions & { readonly classes?: number }): Samples {
  const random = generator(options.seed)
  const centre = (): Point => [20 * random.uniform() - 10, 20 * random.uniform() - 10]
  const centres = Array.from({ length: classes }, centre)
  return pointsByClass({ ...options, noise, seed: random.bits() }, classes, (label) => centres[label])
}

/**
 * Exclusive or: points uniform in [-1, 1]², of class 1 where exactly one coordinate is positive. The noise moves the
 * points, not the classes. No straight line separates them.
 */
export const makeXor = (options: SampleOptions): Samples =>
  pointsByClass(options, 2, (label, _, __, random) => {
    const [x1, x2] = [random.uniform(), random.uniform()]
    const side = random.uniform() < 0.5 ? -1 : 1
    return [side * x1, (label === 0 ? side : -side) * x2]
  })

/**
 * Spiral arms, one a class: at the share s from 0 to 1 along an arm the radius is s and the angle
 * 2π (turns s + class / classes); two classes and 1.75 turns are TensorFlow Playground's spiral.
 */
export function makeSpiral({
  classes = 2,
  turns = 1.75,
  ...options
}: SampleOptions & { readonly classes?: number; readonly turns?: number }): Samples {
  return pointsByClass(options, classes, (label, i, count) => {
    const radius = i / count
    const angle = 2 * Math.PI * (turns * radius + label / classes)
    return [radius * sin(angle), radius * cos(angle)]
  })
}

/**
 * Points on a polynomial: x uniform in [-1, 1], y = c0 + c1 x + c2 x² + ... plus noise.
 *
 * @example
 * makePolynomial({ rows: 50, seed: 0, noise: 0.1, coefficients: [1, 0, -2] }) // y = 1 - 2 x² + noise
 */
export function makePolynomial({
  rows,
  seed,
  noise = 0,
  coefficients,
}: SampleOptions & { readonly coefficients: readonly number[] }): Samples {
  const random = generator(seed)
  const x = new Float64Array(rows)
  const y = new Float64Array(rows)
  for (let i = 0; i < rows; i++) {
    x[i] = 2 * random.uniform() - 1
    y[i] = coefficients.reduceRight((sum, c) => sum * x[i] + c, 0) + noise * random.normal()
  }
  return {
    x: new Tensor({ shape: [rows, 1], dtype: 'float64' }, x),
    y: new Tensor({ shape: [rows], dtype: 'float64' }, y),
  }
}
