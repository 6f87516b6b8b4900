/** The fit: what the model of a moment answers along one or two of its inputs, beside rows of the table. */
import { type Column, type Feature, type Plan, type Table, type Tensor, type TrainingState, applyPipeline, inputForm, outputs, predictedClasses } from 'kudari'
import type { View } from '../moment.ts'
import { categoriesOf, decoded, keptFor, someOf } from './encoded.ts'
import { type FitAxis, type Held, axisFeatures, axisOf, chosenFeatures, extentOf, heldAt } from './fit-axes.ts'

export type { FitAxis, Held }

export interface FitRequest {
  /** The inputs on the axes, one or two; none: those that say most about the target. */
  readonly axes: readonly string[]
  /** Whether there is time for a fine grid. */
  readonly isFine: boolean
}

/** Rows of the table: where they lie on the axes, and what is true and predicted of them, as a number or as the place of a class. */
export interface FitPoints {
  readonly axes: readonly Float64Array[]
  readonly truth: Float64Array
  readonly predicted: Float64Array
}

/** Where the model is asked along an axis. */
export interface FitTicks {
  readonly first: number
  readonly step: number
  readonly count: number
}

export interface FitView {
  readonly axes: readonly FitAxis[]
  /** The inputs that could lie on an axis. */
  readonly choices: readonly string[]
  /** The other inputs. */
  readonly held: readonly Held[]
  /** One for each axis; the first runs fastest. Of a plane it goes beyond the axes by a step, so that contours do, too. */
  readonly grid: readonly FitTicks[]
  /** Answers on the grid: one list of predictions, or of probabilities of the second of two classes, or a list for each class. */
  readonly values: readonly Float64Array[]
  readonly train: FitPoints
  readonly validation?: FitPoints
  /** Of a regression: what the axis of the target must hold, the same for the whole run. */
  readonly range?: readonly [number, number]
}

/** So many rows are shown. */
const POINTS = 500
const CURVE = 121
const COARSE = 40
const FINE = 100
/** Room above and below the targets, as a share of what is between. */
const MARGIN = 0.06

interface Sample {
  readonly rows: Plan['training']
  readonly axes: readonly Float64Array[]
  readonly truth: Float64Array
}

/** A matrix of inputs to ask the model at. */
interface Grid {
  readonly ticks: readonly FitTicks[]
  readonly x: Tensor
}

const offsetOf = ({ pipeline: { target } }: Plan): number => (target.task === 'regression' ? target.offset : 0)

/** What stays the same while the model learns. */
interface Still {
  readonly plan: Plan
  readonly features: readonly Feature[]
  readonly axes: readonly FitAxis[]
  readonly held: readonly Held[]
  readonly train: Sample
  readonly validation?: Sample
}

/** By the names of the axes, as JSON. */
const stillOf = keptFor((plan: Plan, names: string): Still => {
  const { pipeline, training, validation } = plan
  const features = chosenFeatures(plan, JSON.parse(names) as string[])
  const share = training.x.shape[0] / (training.x.shape[0] + (validation?.x.shape[0] ?? 0))
  const sample = (all: Plan['training'], limit: number): Sample => {
    const rows = someOf(all, limit)
    const offset = offsetOf(plan)
    return { rows, axes: features.map((feature) => decoded(pipeline, feature, rows.x)), truth: Float64Array.from(rows.y.data, (value) => value + offset) }
  }
  const train = sample(training, Math.ceil(POINTS * share))
  const heldOut = validation && sample(validation, Math.ceil(POINTS * (1 - share)))
  const samples = heldOut ? [train, heldOut] : [train]
  return {
    plan,
    features,
    axes: features.map((feature, i) => axisOf(feature, samples.map(({ axes }) => axes[i]))),
    held: pipeline.features.filter((feature) => !features.includes(feature)).map((feature) => heldAt(plan, feature)),
    train,
    ...(heldOut && { validation: heldOut }),
  }
})

function ticksOf(axis: FitAxis, isPlane: boolean, cells: number): FitTicks {
  if (axis.kind === 'category') return { first: 0, step: 1, count: axis.categories.length }
  const { low, high } = axis
  if (!isPlane) return { first: low, step: (high - low) / (CURVE - 1), count: CURVE }
  const step = (high - low) / cells
  return { first: low - step, step, count: cells + 3 }
}

/** A column of the table in which a feature has these values: numbers, or the places or names of categories. */
function columnOf(feature: Feature, values: readonly (number | string)[]): Column {
  const { column: name, type } = feature
  if (type === 'category') return { name, type, values: values.map((value) => (typeof value === 'number' ? categoriesOf(feature)[value] : value)) }
  return { name, type, values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : categoriesOf(feature).indexOf(value))) }
}

const gridOf = keptFor(({ plan, features, axes, held }: Still, fineness: 'coarse' | 'fine'): Grid => {
  const ticks = axes.map((axis) => ticksOf(axis, axes.length === 2, fineness === 'fine' ? FINE : COARSE))
  const rows = ticks.reduce((product, { count }) => product * count, 1)
  const along = (i: number, row: number): number => {
    const { first, step, count } = ticks[i]
    return first + step * (i === 0 ? row % count : Math.floor(row / ticks[0].count))
  }
  const columns = plan.pipeline.features.map((feature) => {
    const fixed = held.find(({ column }) => column === feature.column)
    return columnOf(feature, Array.from({ length: rows }, (_, row) => (fixed ? fixed.value : along(features.indexOf(feature), row))))
  })
  const table: Table = { columns, rows, source: 'fit', missing: [] }
  return { ticks, x: applyPipeline(plan.pipeline, table, undefined, inputForm(plan)).x }
})

type Variables = Pick<TrainingState, 'parameters' | 'statistics'>

const outputsOf = ({ specification }: Plan, { parameters, statistics }: Variables, x: Tensor): Tensor =>
  outputs({ specification, parameters, statistics }, x)

/** What a model answers: see {@link FitView.values}. */
function answers(plan: Plan, variables: Variables, x: Tensor): Float64Array[] {
  const yp = outputsOf(plan, variables, x)
  const [rows, classes = 1] = yp.shape
  if (classes === 1) {
    const offset = offsetOf(plan)
    return [Float64Array.from(yp.data, (value) => value + offset)]
  }
  const lists = Array.from({ length: classes }, (_, k) => Float64Array.from({ length: rows }, (__, row) => yp.data[row * classes + k]))
  return classes === 2 ? [lists[1]] : lists
}

function pointsOf(plan: Plan, variables: Variables, { rows, axes, truth }: Sample): FitPoints {
  if (plan.pipeline.target.task === 'regression') return { axes, truth, predicted: answers(plan, variables, rows.x)[0] }
  return { axes, truth, predicted: Float64Array.from(predictedClasses(outputsOf(plan, variables, rows.x)).data) }
}

/** The lowest and highest target, with room for the curve that the run begins with as far as that is not far away. */
const rangeOf = keptFor((still: Still, _key: 'target'): readonly [number, number] => {
  const { plan, train, validation, axes } = still
  const [low, high] = extentOf([train.truth, ...(validation ? [validation.truth] : [])])
  const span = high - low || Math.abs(high) || 1
  const [first, last] = axes.length === 2 ? [low, high] : extentOf(answers(plan, plan, gridOf(still, 'coarse').x))
  const bottom = Math.max(Math.min(low, first), low - span)
  const top = Math.min(Math.max(high, last), high + span)
  const margin = (top - bottom || span) * MARGIN
  return [bottom - margin, top + margin]
})

export const fit: View<FitRequest, FitView> = ({ plan, state }, { axes: names, isFine }) => {
  const still = stillOf(plan, JSON.stringify(names))
  const { ticks, x } = gridOf(still, isFine ? 'fine' : 'coarse')
  const { axes, held, train, validation } = still
  return {
    axes,
    choices: axisFeatures(plan.pipeline).map(({ column }) => column),
    held,
    grid: ticks,
    values: answers(plan, state, x),
    train: pointsOf(plan, state, train),
    ...(validation && { validation: pointsOf(plan, state, validation) }),
    ...(plan.pipeline.target.task === 'regression' && { range: rangeOf(still, 'target') }),
  }
}
