/** The derived gradient held to central differences, on a model and data of one's own. */
import { lossOf } from '../nn/losses.ts'
import { forward } from '../nn/model.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { grad } from '../program/differentiate.ts'
import { compile } from '../run/compile.ts'
import { isFloat } from '../tensor/dtype.ts'
import { generator } from '../tensor/random.ts'
import type { Shape } from '../tensor/shape.ts'
import { Tensor } from '../tensor/tensor.ts'
import { breathing } from '../train/breathing.ts'
import type { Rows } from '../train/step.ts'

/** A parameter at which two gradients were compared. */
export interface ComparedElement {
  /** Where it stands in its tensor. */
  readonly index: readonly number[]
  readonly derived: number
  /** (L(w + h) - L(w - h)) / 2h. */
  readonly difference: number
  /** |derived - difference| over the larger of the two, or over {@link floor} where both are smaller. */
  readonly relative: number
}

/** A tensor of parameters after the check. */
export interface CheckedTensor {
  readonly name: string
  readonly shape: Shape
  /** So many of its elements were looked at; all of them, if they are few. */
  readonly checked: number
  /** At so many of them the loss bends within the step (relu, max-pool): the slopes on both sides differ there, and no difference is the gradient. */
  readonly kinks: number
  /** Where gradient and difference are furthest apart, kinks left out; undefined where there are only kinks. */
  readonly worst?: ComparedElement
  readonly isFine: boolean
}

/** The gradient of a model after the check. */
export interface GradientCheck {
  readonly rows: number
  /** The relative difference up to which a gradient is taken for right. */
  readonly tolerance: number
  readonly tensors: readonly CheckedTensor[]
  readonly isFine: boolean
}

/**
 * Steps to either side, for weights up to 1; larger ones take steps in proportion. The error of the method is about h ** 2 times
 * the third derivative, rounding adds about 1e-16 / h: both are near 1e-10 for 1e-5. The smaller steps are for kinks: one that
 * lies within the first step may lie beyond the next.
 */
const STEPS = [1e-5, 1e-6, 1e-7] as const

/** Derived gradients agree to 1e-7 and better where the loss is smooth; mistakes are of the size of the gradient itself. */
const TOLERANCE = 1e-5

/** Rounding in a loss of size 1, in float64: some tens of units in the last place, from sums over many units. */
const ROUNDING = 1e-14

/** Differences cannot tell smaller numbers from 0: rounding, divided by the step, is the tolerance's share of them. */
const floor = (loss: number, h: number): number => (ROUNDING * Math.max(1, Math.abs(loss))) / h / TOLERANCE

/** How many elements of each tensor are looked at. */
const ELEMENTS = 100

/** Some of the numbers below `size`, in order. */
function someElements(size: number, seed: number): number[] {
  if (size <= ELEMENTS) return Array.from({ length: size }, (_, i) => i)
  const random = generator(seed)
  const chosen = new Set<number>()
  while (chosen.size < ELEMENTS) chosen.add(random.integer(size))
  return [...chosen].toSorted((a, b) => a - b)
}

/** The position of an element in each axis. */
const indexOf = (element: number, shape: Shape): number[] =>
  shape.map((length, axis) => Math.floor(element / shape.slice(axis + 1).reduce((a, b) => a * b, 1)) % length)

/** The slopes of the loss along one parameter, to the left, to the right, and across. */
interface Slopes {
  readonly left: number
  readonly right: number
  readonly across: number
  readonly floor: number
}

const relativeTo = (a: number, b: number, least: number): number => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), least)

/** What a comparison at one parameter gave. */
interface Compared {
  readonly isKink: boolean
  readonly relative: number
  readonly difference: number
}

/**
 * Compares a derivative with differences, nearer and nearer where they disagree. In a kink that no step gets out of, any slope
 * between those of the two sides is right.
 */
function compareElement(derived: number, slopesAt: (h: number) => Slopes): Compared {
  let first: Compared | undefined
  for (const h of STEPS) {
    const { left, right, across, floor: least } = slopesAt(h)
    const found = { relative: relativeTo(derived, across, least), difference: across }
    if (found.relative <= TOLERANCE) return { ...found, isKink: first !== undefined }
    first ??= { ...found, isKink: false }
    if (h !== STEPS.at(-1)) continue
    const margin = TOLERANCE * Math.max(Math.abs(left), Math.abs(right), least)
    const isBetween = derived >= Math.min(left, right) - margin && derived <= Math.max(left, right) + margin
    if (relativeTo(left, right, least) > TOLERANCE && isBetween) return { ...found, isKink: true }
  }
  return first!
}

/** A loss of parameters in float64. */
type Loss = (parameters: Parameters) => number

/** The slopes of a loss along one element of a tensor, for steps of any size. */
function slopesAlong(loss: Loss, parameters: Parameters, name: string, element: number, middle: number): (step: number) => Slopes {
  const tensor = parameters[name]
  const w = tensor.data[element]
  const at = (value: number): number => loss({ ...parameters, [name]: new Tensor(tensor, tensor.data.with(element, value)) })
  return (step) => {
    const h = step * Math.max(1, Math.abs(w))
    const [before, after] = [at(w - h), at(w + h)]
    return { left: (middle - before) / h, right: (after - middle) / h, across: (after - before) / (2 * h), floor: floor(middle, h) }
  }
}

/** What came of the elements of a tensor. */
function summary(name: string, { shape, data }: Tensor, compared: readonly (Compared & { readonly element: number })[]): CheckedTensor {
  const smooth = compared.filter(({ isKink }) => !isKink)
  const worst = smooth.length === 0 ? undefined : smooth.reduce((a, b) => (a.relative >= b.relative || Number.isNaN(a.relative) ? a : b))
  return {
    name,
    shape,
    checked: compared.length,
    kinks: compared.length - smooth.length,
    ...(worst && {
      worst: {
        index: indexOf(worst.element, shape),
        derived: data[worst.element],
        difference: worst.difference,
        relative: worst.relative,
      },
    }),
    isFine: !worst || worst.relative <= TOLERANCE,
  }
}

/** How a check goes on. */
export interface CheckOptions {
  /** Of the elements that are looked at, where a tensor has more than 100. */
  readonly seed?: number
  /** Ends the check. */
  readonly signal?: AbortSignal
  /** Called after every element. */
  readonly onElement?: (done: number, total: number) => void
}

/**
 * Compares gradients with central differences of a loss.
 *
 * @param derived the gradients at `parameters`, under the same names.
 * @returns undefined where the check was ended before.
 */
export async function compareGradients(
  loss: Loss,
  parameters: Parameters,
  derived: Parameters,
  { seed = 0, signal, onElement }: CheckOptions = {},
): Promise<Omit<GradientCheck, 'rows'> | undefined> {
  const middle = loss(parameters)
  const breathe = breathing()
  const plan = Object.entries(parameters).map(([name, { size }]) => ({ name, elements: someElements(size, seed) }))
  const total = plan.reduce((sum, { elements }) => sum + elements.length, 0)
  let done = 0
  const tensors: CheckedTensor[] = []
  for (const { name, elements } of plan) {
    const compared: (Compared & { readonly element: number })[] = []
    for (const element of elements) {
      if (signal?.aborted) return undefined
      compared.push({ element, ...compareElement(derived[name].data[element], slopesAlong(loss, parameters, name, element, middle)) })
      onElement?.(++done, total)
      await breathe()
    }
    tensors.push(summary(name, derived[name], compared))
  }
  return { tolerance: TOLERANCE, tensors, isFine: tensors.every(({ isFine }) => isFine) }
}

/** Tensors in float64; counts stay what they are. */
const inFloat64 = (tensors: Parameters): Parameters =>
  Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, isFloat(tensor.dtype) ? tensor.astype('float64') : tensor]))

const trainingLoss = (specification: ModelSpecification, parameters: Parameters, statistics: Parameters, { x, yt }: Rows): Tensor =>
  lossOf(specification.loss).compute(forward(specification, { ...parameters, ...statistics }, x, true), yt)

const compiledLoss = compile((specification: ModelSpecification, parameters: Parameters, statistics: Parameters, rows: Rows): Tensor =>
  trainingLoss(specification, parameters, statistics, rows))

const compiledGradient = compile((specification: ModelSpecification, parameters: Parameters, statistics: Parameters, rows: Rows): Parameters =>
  grad((at: Parameters) => trainingLoss(specification, at, statistics, rows))(parameters))

/**
 * Checks the derived gradient of a model in training: at some parameters of each tensor, in float64 whatever the dtypes given.
 * Dropout leaves out the same units every time, because they follow from the statistics, which stay as they are.
 *
 * @param rows prepared as for a step. Some tens are enough.
 * @returns undefined where the check was ended before.
 * @example
 * (await checkGradients(specification, parameters, statistics, someRows(rows, 32)))?.isFine // true
 */
export async function checkGradients(
  specification: ModelSpecification,
  parameters: Parameters,
  statistics: Parameters,
  rows: Rows,
  options: CheckOptions = {},
): Promise<GradientCheck | undefined> {
  const at = inFloat64(parameters)
  const kept = inFloat64(statistics)
  const wide: Rows = { x: rows.x.astype('float64'), yt: rows.yt.astype('float64') }
  const loss: Loss = (w) => compiledLoss(specification, w, kept, wide).item()
  const compared = await compareGradients(loss, at, compiledGradient(specification, at, kept, wide), options)
  return compared && { rows: rows.x.shape[0], ...compared }
}
