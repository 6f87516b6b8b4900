/** From the rows that a model takes back to what they mean: the values of an input, and some rows that stand for all. */
import { type Feature, type Pipeline, type Plan, Tensor, matrixColumns } from 'kudari'

type Rows = Plan['training']

/** Dates enter a model in days, and stand in a table in milliseconds. */
const MILLISECONDS_OF_A_DAY = 86_400_000
export const unitOf = ({ type }: Feature): number => (type === 'date' ? MILLISECONDS_OF_A_DAY : 1)

/** Numbers and dates, which have a place on an axis; truth values are categories to the eye. */
export const isNumber = ({ kind, type }: Feature): boolean => kind === 'numeric' && type !== 'boolean'

/** What a feature that is no number may be. */
export const categoriesOf = (feature: Feature): readonly string[] => (feature.kind === 'categorical' ? feature.categories : ['false', 'true'])

/** Where a feature's columns begin in a matrix of so many; the dummy column, where there is one, stands in front. */
function placeOf(pipeline: Pipeline, feature: Feature, width: number): number {
  const before = pipeline.features.slice(0, pipeline.features.indexOf(feature))
  return width - matrixColumns(pipeline).length + before.reduce((sum, { columns }) => sum + columns.length, 0)
}

/**
 * The values that a feature has in encoded rows, gaps filled as for the model.
 *
 * @param x (rows, matrix columns), as the model takes it.
 * @returns numbers in the unit of the table; of categories their places, NaN where none is known.
 */
export function decoded(pipeline: Pipeline, feature: Feature, x: Tensor): Float64Array {
  const [rows, width] = x.shape
  const { data } = x
  const at = placeOf(pipeline, feature, width)
  const { columns } = feature
  const value = (row: number, j: number): number => data[row * width + at + j] * columns[j].divisor + columns[j].offset
  if (feature.kind === 'numeric') {
    const unit = unitOf(feature)
    return Float64Array.from({ length: rows }, (_, row) => (feature.type === 'boolean' ? Math.round(value(row, 0)) : value(row, 0) * unit))
  }
  // Of two categories only the second has a column.
  const own = columns.length - (feature.indicator ? 1 : 0)
  const left = feature.categories.length - own
  return Float64Array.from({ length: rows }, (_, row) => {
    for (let j = 0; j < own; j++) if (value(row, j) > 0.5) return left + j
    return left === 1 ? 0 : Number.NaN
  })
}

/** At most so many rows, evenly spread over all. */
export function someOf({ x, y }: Rows, limit: number): Rows {
  const [rows, ...rest] = x.shape
  if (rows <= limit) return { x, y }
  const width = x.size / rows
  const chosen = Array.from({ length: limit }, (_, i) => Math.round((i * (rows - 1)) / Math.max(limit - 1, 1)))
  const data = x.dtype === 'float32' ? new Float32Array(limit * width) : new Float64Array(limit * width)
  for (const [i, row] of chosen.entries()) data.set(x.data.subarray(row * width, (row + 1) * width), i * width)
  const truth = y.dtype === 'int32' ? Int32Array.from(chosen, (row) => y.data[row]) : Float64Array.from(chosen, (row) => y.data[row])
  return { x: new Tensor({ shape: [limit, ...rest], dtype: x.dtype }, data), y: new Tensor({ shape: [limit], dtype: y.dtype }, truth) }
}

/** Keeps what is made for an owner, such as a plan, as long as that lives; a key tells apart what is made of the same one. */
export function keptFor<Owner extends object, Key extends string, Value>(make: (owner: Owner, key: Key) => Value): (owner: Owner, key: Key) => Value {
  const kept = new WeakMap<Owner, Map<Key, Value>>()
  return (owner, key) => {
    let own = kept.get(owner)
    if (!own) kept.set(owner, (own = new Map()))
    let value = own.get(key)
    if (value === undefined) own.set(key, (value = make(owner, key)))
    return value
  }
}

/** Measuring is for looking at: so many rows are enough. */
const MEASURED = 2000

/** The rows on which the model of a moment is measured. */
export const measuredRows = keptFor(({ training, validation }: Plan, _key: 'all') =>
  ({ train: someOf(training, MEASURED), ...(validation && { validation: someOf(validation, MEASURED) }) }))
