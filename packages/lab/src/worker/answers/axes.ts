/** Some of the rows that are learned from, as they stand in the table: the points on which scaling is shown. */
import { type Column, KudariError, type Table, columnNamed, holdsNumbers } from 'kudari'
import { workerMessages } from '../messages.ts'
import type { Moment } from '../moment.ts'

/** So many points show how a column is spread. */
const POINTS = 300

export interface AxesRequest {
  /** Columns of numbers. */
  readonly x: string
  readonly y?: string | undefined
}

export interface AxesAnswer {
  /** The rows of the table, in its order. */
  readonly rows: Int32Array
  /** The values in each; NaN where one is missing. */
  readonly x: Float64Array
  readonly y?: Float64Array
  /** The place of the class of each, where classes are predicted. */
  readonly labels?: Int32Array
}

function numbers(table: Table, name: string, rows: Int32Array): Float64Array {
  const column: Column = columnNamed(table, name)
  if (!holdsNumbers(column)) throw new KudariError('usage', workerMessages.noNumbers, { column: name })
  return Float64Array.from(rows, (row) => column.values[row])
}

/** Points evenly taken from the rows that are learned from. */
export function axes({ table, plan: { split, pipeline, training } }: Moment, { x, y }: AxesRequest): AxesAnswer {
  const step = Math.max(1, Math.ceil(split.train.length / POINTS))
  const places = Int32Array.from({ length: Math.ceil(split.train.length / step) }, (_, i) => i * step)
  const rows = places.map((place) => split.train[place])
  return {
    rows,
    x: numbers(table, x, rows),
    ...(y !== undefined && { y: numbers(table, y, rows) }),
    ...(pipeline.target.task === 'classification' && { labels: places.map((place) => training.y.data[place]) }),
  }
}
