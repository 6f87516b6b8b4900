/** The model as a picture, where it has one or two inputs that are numbers. */
import { type Fit, type NumberColumn, type NumericFeature, type Table, predictTable } from 'kudari'
import type { CurvePicture, PlanePicture } from '../summary.ts'
import { evenly } from './sample.ts'

const CURVE_SAMPLES = 121
const GRID = 100
const POINTS = 400
/** Room around the rows, as a share of their range. */
const MARGIN = 0.05

/** The numeric inputs of a model, if it has one or two and nothing else. */
function numericInputs({ plan }: Fit): readonly NumericFeature[] | undefined {
  const { features } = plan.pipeline
  const numeric = features.filter(
    (feature): feature is NumericFeature =>
      feature.kind === 'numeric' && !feature.indicator && (feature.type === 'number' || feature.type === 'integer'),
  )
  return numeric.length === features.length && numeric.length <= 2 ? numeric : undefined
}

/** A table of numbers as the model knows its inputs. */
const tableOf = (features: readonly NumericFeature[], values: readonly Float64Array[]): Table => ({
  columns: features.map(({ column, type }, i): NumberColumn => ({ name: column, type, values: values[i] })),
  rows: values[0].length,
  source: 'picture',
  missing: [],
})

/** One list for each output: the prediction, the probability of the second of two classes, or one list a class. */
function answers({ model }: Fit, table: Table): number[][] {
  const { values, probabilities } = predictTable(model, table)
  if (!probabilities) return [values.map(Number)]
  return (probabilities.length === 2 ? [probabilities[1]] : probabilities).map((column) => Array.from(column))
}

/** Encoded inputs and targets of some training rows, in the units of the table. */
function somePoints({ plan }: Fit): { inputs: number[][]; target: number[] } {
  const { x, y } = plan.training
  const width = x.shape[1]
  // The dummy column, where there is one, stands in front.
  const first = width - plan.inputs.length
  const { target, features } = plan.pipeline
  const offset = target.task === 'regression' ? target.offset : 0
  const rows = evenly(x.shape[0], POINTS)
  const columns = features.flatMap((feature) => feature.columns)
  return {
    inputs: columns.map((column, j) => rows.map((row) => x.data[row * width + first + j] * column.divisor + column.offset)),
    target: rows.map((row) => y.data[row] + offset),
  }
}

function range(values: readonly number[]): readonly [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const margin = (high - low || Math.abs(low) || 1) * MARGIN
  return [low - margin, high + margin]
}

/** The curve or the plane of a model; undefined where there are other inputs. */
export function picture(run: Fit): CurvePicture | PlanePicture | undefined {
  const features = numericInputs(run)
  if (!features) return undefined
  const { inputs, target } = somePoints(run)
  if (features.length === 1) {
    const [low, high] = range(inputs[0])
    const x = Float64Array.from({ length: CURVE_SAMPLES }, (_, i) => low + ((high - low) * i) / (CURVE_SAMPLES - 1))
    return {
      kind: 'curve',
      input: features[0].column,
      x: [...x],
      values: answers(run, tableOf(features, [x])),
      points: target.map((value, i) => ({ x: inputs[0][i], target: value })),
    }
  }
  const [x, y] = inputs.map(range)
  const centre = ([low, high]: readonly [number, number], i: number) => low + ((i + 0.5) / GRID) * (high - low)
  const cells = GRID * GRID
  return {
    kind: 'plane',
    inputs: [features[0].column, features[1].column],
    x,
    y,
    columns: GRID,
    rows: GRID,
    values: answers(
      run,
      tableOf(features, [
        Float64Array.from({ length: cells }, (_, i) => centre(x, i % GRID)),
        Float64Array.from({ length: cells }, (_, i) => centre(y, Math.floor(i / GRID))),
      ]),
    ),
    points: target.map((value, i) => ({ x: inputs[0][i], y: inputs[1][i], target: value })),
  }
}
