/** Columns of very different size, unscaled: the loss becomes a long valley with steep sides. */
import { type ModelSpecification, type Parameters, type Plan, type Rows, Tensor, isNetwork, takesDummy } from 'kudari'
import { fallOfStep } from './curves.ts'
import { curvatureAt, scaleRemedy } from './learning-rate.ts'
import type { InputColumn } from './lesson.ts'
import { FIRST_STEPS, type Recogniser, momentumOf, ofPlan, rowsOf } from './recognise.ts'
import { MOST_ROWS, steepest, tryStep } from './trial.ts'

/** So many columns can be scaled for a trial in no time. */
const COLUMNS = 200

/** The columns of inputs behind the dummy, as they are. */
export function columnsOf({ x }: Rows, names: readonly string[]): InputColumn[] {
  const [rows, width] = x.shape
  return names.map((name, j) => {
    let [sum, squares] = [0, 0]
    for (let i = 0; i < rows; i++) sum += x.data[i * width + j + 1]
    const mean = sum / rows
    for (let i = 0; i < rows; i++) squares += (x.data[i * width + j + 1] - mean) ** 2
    return { name, mean, deviation: Math.sqrt(squares / rows) }
  })
}

/** The same rows with columns of mean 0 and standard deviation 1. */
export function scaledRows({ x, yt }: Rows, columns: readonly InputColumn[]): Rows {
  const width = x.shape[1]
  const data = x.data.map((value, at) => {
    const j = (at % width) - 1
    return j < 0 ? 1 : (value - columns[j].mean) / (columns[j].deviation || 1)
  })
  return { x: new Tensor({ shape: x.shape, dtype: x.dtype }, data as typeof x.data), yt }
}

/** Weights that give the same predictions of scaled columns: w' = w * deviation, w0' = w0 + the sum of w * mean. */
export function scaledWeights(w: Tensor, columns: readonly InputColumn[]): Tensor {
  const outputs = w.shape[1] ?? 1
  const data = w.data.slice()
  for (const [j, { mean, deviation }] of columns.entries())
    for (let k = 0; k < outputs; k++) {
      data[k] += w.data[(j + 1) * outputs + k] * mean
      data[(j + 1) * outputs + k] *= deviation || 1
    }
  return new Tensor({ shape: w.shape, dtype: w.dtype }, data)
}

const seenScaled = ofPlan((plan: Plan) => {
  const rows = rowsOf(plan, MOST_ROWS)
  const columns = columnsOf(rows, plan.inputs)
  return { rows: scaledRows(rows, columns), columns }
})

/** Models whose only weights multiply the inputs. */
const isPlainModel = (specification: ModelSpecification): boolean => takesDummy(specification) && !isNetwork(specification)

/** A rate of less than a tenth of 1 / curvature could be raised instead. */
const RAISED = 0.1

/**
 * The rate cannot be raised, steps hardly lower the loss, and yet one step with scaled columns, beginning with the same predictions,
 * would lower it by a hundredth and do what takes a hundred of these.
 */
export const unscaled: Recogniser = (moment) => {
  const { plan, state, history: { loss }, iteration, learningRate } = moment
  const { specification, scale, inputs, learning: { optimizer, penalty }, stepsPerEpoch } = plan
  const momentum = momentumOf(optimizer)
  if (scale !== 'none' || penalty || momentum === undefined || inputs.length > COLUMNS || iteration < FIRST_STEPS || !isPlainModel(specification)) return []
  const curvature = curvatureAt(moment)
  if (!curvature || learningRate / (1 - momentum) < RAISED / curvature) return []
  const { rows, columns } = seenScaled(moment)
  const [[name, w]] = Object.entries(state.parameters)
  const parameters: Parameters = { [name]: scaledWeights(w, columns) }
  const trial = { parameters, statistics: state.statistics }
  const { loss: now, after } = tryStep(specification, trial, rows, 1 / steepest(specification, trial, rows))
  const fall = fallOfStep(loss, iteration, stepsPerEpoch)
  const steps = (now - after) / Math.max(fall, 0)
  if (!(now - after > 0.01 * now && steps > 100)) return []
  const largest = columns.toSorted((a, b) => b.mean ** 2 + b.deviation ** 2 - a.mean ** 2 - a.deviation ** 2)
  return [{ kind: 'unscaled', columns: [...new Set([largest[0], largest.at(-1)!])], learningRate, limit: 2 / curvature, now, after, steps, remedies: [scaleRemedy] }]
}
