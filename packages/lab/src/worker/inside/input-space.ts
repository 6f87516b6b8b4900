/** The space of one or two numeric inputs: its extent, a grid over it as the model takes it, and the rows that are learned from as points. */
import { type Plan, Tensor, inputForm } from 'kudari'
import { evenly } from './some-rows.ts'

/** An input and its extent, in the unit of the table. */
export interface Span {
  readonly name: string
  readonly low: number
  readonly high: number
}

/** Some of the training rows. */
export interface SpacePoints {
  /** Where they lie: the share of each input's span, one input after the other for each row. */
  readonly at: Float32Array
  /** The class, or the number to be predicted. */
  readonly truth: Float32Array
}

/** So much of an extent is added on both sides. */
const MARGIN = 0.08
const POINTS = 200

const spans = new WeakMap<Plan, readonly Span[] | undefined>()

/** The inputs of a model, if they are one or two numbers. */
export function spansOf(plan: Plan): readonly Span[] | undefined {
  if (!spans.has(plan)) spans.set(plan, measureSpans(plan))
  return spans.get(plan)
}

function measureSpans(plan: Plan): readonly Span[] | undefined {
  const { features } = plan.pipeline
  const areNumbers = features.every(({ kind, type, columns }) => kind === 'numeric' && type !== 'boolean' && columns.length === 1)
  if (!areNumbers || features.length > 2) return undefined
  return features.map(({ column, columns: [{ offset, divisor }] }, j) => {
    const values = inputValues(plan, j).map((value) => value * divisor + offset)
    const [min, max] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
    const margin = max > min ? MARGIN * (max - min) : 1
    return { name: column, low: min - margin, high: max + margin }
  })
}

const firstInput = (plan: Plan): number => (inputForm(plan).ones ? 1 : 0)

/** The encoded values of an input in all training rows. */
function inputValues(plan: Plan, input: number): Float64Array {
  const { data, shape: [rows, width] } = plan.training.x
  const at = firstInput(plan) + input
  return Float64Array.from({ length: rows }, (_, row) => data[row * width + at])
}

/**
 * Points evenly spaced over the spans, as the model takes them: along the line from its low end, or row by row from the top left
 * corner, where the first input is smallest and the second largest.
 *
 * @param side how many points along each span.
 */
export function gridOf(plan: Plan, own: readonly Span[], side: number): Tensor {
  const first = firstInput(plan)
  const width = first + own.length
  const rows = own.length === 2 ? side * side : side
  const data = plan.dtype === 'float32' ? new Float32Array(rows * width) : new Float64Array(rows * width)
  for (let row = 0; row < rows; row++) {
    if (first === 1) data[row * width] = 1
    const steps = [row % side, side - 1 - Math.floor(row / side)]
    for (const [j, { low, high }] of own.entries()) {
      const { offset, divisor } = plan.pipeline.features[j].columns[0]
      data[row * width + first + j] = (low + ((high - low) * steps[j]) / (side - 1) - offset) / divisor
    }
  }
  return new Tensor({ shape: [rows, width], dtype: plan.dtype }, data)
}

const points = new WeakMap<Plan, SpacePoints>()

export function pointsOf(plan: Plan, own: readonly Span[]): SpacePoints {
  const known = points.get(plan)
  if (known) return known
  const rows = evenly(plan.training.x.shape[0], POINTS).data
  const { target } = plan.pipeline
  const offset = target.task === 'regression' ? target.offset : 0
  const at = new Float32Array(rows.length * own.length)
  for (const [j, { low, high }] of own.entries()) {
    const [values, { offset: from, divisor }] = [inputValues(plan, j), plan.pipeline.features[j].columns[0]]
    for (const [i, row] of rows.entries()) at[i * own.length + j] = (values[row] * divisor + from - low) / (high - low)
  }
  const found = { at, truth: Float32Array.from(rows, (row) => plan.training.y.data[row] + offset) }
  points.set(plan, found)
  return found
}
