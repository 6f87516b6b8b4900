/** The units of layers, one by one: what each gives, and how it is shown. */
import { type Plan, type Tensor, type TrainingState } from 'kudari'
import { largestSize, roundLimit } from './spread.ts'
import { type Station, stationsOf } from './stations.ts'

/** What colours and heights are measured from, and how far they reach. */
export interface UnitScale {
  readonly centre: number
  readonly limit: number
}

/** The least and the most that a unit gives. Where they are the same it says nothing of its input. */
export interface UnitRange {
  readonly min: number
  readonly max: number
}

export interface UnitsLayer<Unit> extends UnitScale {
  /** `h1`, ..., at the end `yp`. */
  readonly name: string
  readonly place: string
  readonly type: string
  /** How many units it has, and the first of them. */
  readonly count: number
  readonly units: readonly Unit[]
}

/** A unit of a station. */
export interface UnitOf {
  readonly station: Station
  readonly isLast: boolean
  readonly unit: number
  readonly values: Float64Array
  readonly scale: UnitScale
}

/** So many units of a layer are shown. */
const UNITS = 16

const countOf = ({ shape }: Tensor): number => (shape.length > 1 ? shape.at(-1)! : 1)

/** What one unit gives for every row; of images, for every pixel of it. */
export function valuesOf(output: Tensor, unit: number): Float64Array {
  const [{ data }, units] = [output, countOf(output)]
  const values = new Float64Array(data.length / units)
  for (let i = 0; i < values.length; i++) values[i] = data[i * units + unit]
  return values
}

export function rangeOf(values: ArrayLike<number>): UnitRange {
  let [min, max] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    if (values[i] < min) min = values[i]
    if (values[i] > max) max = values[i]
  }
  return { min, max }
}

/** Activations that cannot give more than 1. */
const bounded = ['sigmoid', 'tanh', 'softmax']

/** Probabilities of two classes are measured from the middle, predicted numbers from the mean of the truth, all else from 0. */
function scaleOf({ pipeline: { target }, training: { y } }: Plan, { output, layer: { layer: { type } } }: Station, isLast: boolean): UnitScale {
  if (isLast && type === 'sigmoid') return { centre: 0.5, limit: 0.5 }
  const centre = isLast && target.task === 'regression' ? meanOf(y) : 0
  if (bounded.includes(type)) return { centre, limit: 1 }
  const { min, max } = rangeOf(output.data)
  return { centre, limit: roundLimit(largestSize([min - centre, max - centre])) }
}

const means = new WeakMap<Tensor, number>()

function meanOf(y: Tensor): number {
  const known = means.get(y) ?? y.astype('float64').mean().item()
  means.set(y, known)
  return known
}

/** By how much the probability of a class is above that of the likeliest other one. */
function marginOf({ data, shape }: Tensor, unit: number): Float64Array {
  const units = shape[1]
  return Float64Array.from({ length: shape[0] }, (_, row) => {
    let other = -Infinity
    for (let k = 0; k < units; k++) if (k !== unit) other = Math.max(other, data[row * units + k])
    return data[row * units + unit] - other
  })
}

/** What is above 0 on one side of the border of a unit: the input of its activation; of the last layer, what decides for its class. */
export function sidesOf({ target }: Plan['pipeline'], { station: { output, before, layer }, isLast, unit }: UnitOf): Float64Array | undefined {
  if (isLast && target.task === 'regression') return undefined
  if (isLast && layer.layer.type === 'softmax') return marginOf(output, unit)
  return valuesOf(before ?? output, unit)
}

/** Every hidden layer of a pass with its first units, and the prediction at the end. */
export function unitLayers<Unit>(plan: Plan, state: TrainingState, x: Tensor, view: (unit: UnitOf) => Unit): readonly UnitsLayer<Unit>[] {
  const { hidden, last } = stationsOf(plan, state, x)
  const seen = hidden.filter(({ layer }) => !layer.layer.type.endsWith('pool'))
  return [...seen, last].map((station) => {
    const { name, output, layer: { place, layer: { type } } } = station
    const isLast = station === last
    const [count, scale] = [countOf(output), scaleOf(plan, station, isLast)]
    const units = Array.from({ length: Math.min(UNITS, count) }, (_, unit) => view({ station, isLast, unit, values: valuesOf(output, unit), scale }))
    return { name, place, type, count, units, ...scale }
  })
}
