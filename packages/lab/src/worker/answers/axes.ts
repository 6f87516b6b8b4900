/** An input and the target of some of the rows that are learned from, as they stand in the table: the points that scaling is shown on. */
import { KudariError, columnNamed, holdsNumbers } from 'kudari'
import { workerMessages } from '../messages.ts'
import type { Moment } from '../moment.ts'

/** So many points show how a column is spread. */
const POINTS = 300

export interface AxesAnswer {
  /** The rows of the table, in its order. */
  readonly rows: Int32Array
  /** The input in each; NaN where it is missing. */
  readonly x: Float64Array
  /** The target: a number, or the place of the class. */
  readonly y: Float64Array
}

/**
 * Points for the picture of moving axes.
 *
 * @param column an input that is a number.
 */
export function axes({ table, plan: { split, pipeline, training } }: Moment, column: string): AxesAnswer {
  const input = columnNamed(table, column)
  const target = columnNamed(table, pipeline.target.column)
  if (!holdsNumbers(input)) throw new KudariError('usage', workerMessages.noNumbers, { column })
  const step = Math.max(1, Math.ceil(split.train.length / POINTS))
  const places = Int32Array.from({ length: Math.ceil(split.train.length / step) }, (_, i) => i * step)
  const isNumber = pipeline.target.task === 'regression' && holdsNumbers(target)
  return {
    rows: places.map((place) => split.train[place]),
    x: Float64Array.from(places, (place) => input.values[split.train[place]]),
    y: Float64Array.from(places, (place) => (isNumber ? target.values[split.train[place]] : training.y.data[place])),
  }
}
