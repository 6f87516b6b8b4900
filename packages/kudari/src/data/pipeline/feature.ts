/** One feature, fitted to a column of the training rows. */
import { type Column, type NumberColumn, type Table, holdsNumbers } from '../table.ts'
import { type Matrix, encoderOf } from './encode.ts'
import { infiniteValue } from './finite.ts'
import { INDICATOR_ROWS, fillCategory, fillNumber } from './impute.ts'
import { categoriesOf, encodedCategories } from './one-hot.ts'
import type { CategoricalFeature, Feature, Impute, MatrixColumn, NumericFeature, Scale } from './pipeline.ts'
import { type Scaling, fitScaling } from './scale.ts'
import { unitOf } from './unit.ts'

export interface FeatureOptions {
  readonly scale: Scale
  readonly center: boolean
  readonly impute: Impute
  /** Whether missing values, from {@link INDICATOR_ROWS} on, are flagged by a column of their own. */
  readonly flagsMissing: boolean
}

/** Room for the numbers of one feature, used for one after the other: fresh memory takes longer than the work. */
export interface Workspace {
  /** Numbers that are there. */
  readonly present: Float64Array
  /** Encoded numbers. */
  readonly encoded: Float64Array<ArrayBuffer>
}

/** Room for the features of so many rows. */
export const newWorkspace = (rows: number): Workspace => ({ present: new Float64Array(rows), encoded: new Float64Array(rows) })

/**
 * Learns from the training rows what stands in for a missing value, which categories there are, and how to scale.
 * Only columns of numbers and dates are scaled; 0/1 columns (booleans, one-hot, indicators) stay as they are, but
 * `center` centres them too.
 */
export function fitFeature(table: Table, column: Column, rows: Int32Array, options: FeatureOptions, space: Workspace): Feature {
  const unscaled = unscaledFeature(table, column, rows, options, space)
  const scalesFirst = unscaled.kind === 'numeric' && unscaled.type !== 'boolean'
  // Columns of 0 and 1 need not be looked at to be left as they are.
  if (!scalesFirst && !options.center) return unscaled
  const width = unscaled.columns.length
  const size = rows.length * width
  const matrix: Matrix = { data: size <= space.encoded.length ? space.encoded.subarray(0, size) : new Float64Array(size), width }
  encoderOf(unscaled, table, column).write(rows, 0, rows.length, matrix, 0)
  return {
    ...unscaled,
    columns: unscaled.columns.map(({ name }, j): MatrixColumn => {
      const scaling: Scaling = fitScaling(name, columnOf(matrix, j), scalesFirst && j === 0 ? options.scale : 'none', options.center)
      return { name, ...scaling }
    }),
  }
}

/** A column of a matrix, the only one as it is. */
const columnOf = ({ data, width }: Matrix, j: number): Float64Array =>
  width === 1 && data instanceof Float64Array ? data : Float64Array.from({ length: data.length / width }, (_, i) => data[i * width + j])

const plain = (names: readonly string[]): MatrixColumn[] => names.map((name) => ({ name, offset: 0, divisor: 1 }))

function unscaledFeature(table: Table, column: Column, rows: Int32Array, { impute, flagsMissing }: FeatureOptions, space: Workspace): Feature {
  const isFlagged = (missing: number) => flagsMissing && missing >= INDICATOR_ROWS
  const indicatorName = (missing: number) => (isFlagged(missing) ? [`${column.name} missing`] : [])
  const common = (missing: number) => ({ column: column.name, missing, indicator: isFlagged(missing) })

  if (!holdsNumbers(column)) {
    const present = presentTexts(column.values, rows)
    const categories = categoriesOf(present)
    const missing = rows.length - present.length
    return {
      ...common(missing),
      kind: 'categorical',
      type: 'category',
      fill: fillCategory(present),
      categories,
      columns: plain([
        ...encodedCategories(categories).map((category) => `${column.name}=${category}`),
        ...indicatorName(missing),
      ]),
    } satisfies CategoricalFeature
  }
  const present = presentNumbers(table, column, rows, space.present)
  const missing = rows.length - present.length
  return {
    ...common(missing),
    kind: 'numeric',
    type: column.type,
    fill: fillNumber(present, column.type === 'boolean' ? 'most_frequent' : impute),
    columns: plain([column.name, ...indicatorName(missing)]),
  } satisfies NumericFeature
}

function presentTexts(values: readonly (string | null)[], rows: Int32Array): string[] {
  const present: string[] = []
  for (const row of rows) {
    const text = values[row]
    if (text !== null) present.push(text)
  }
  return present
}

/**
 * The numbers that a column has at the given rows, dates in days, without those that are missing.
 *
 * @param space at least as many elements as rows.
 * @throws KudariError when one is infinite.
 */
function presentNumbers(table: Table, column: NumberColumn, rows: Int32Array, space: Float64Array): Float64Array {
  const { values } = column
  const unit = unitOf(column.type)
  let count = 0
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]] / unit
    // One subtraction finds out what is not finite: NaN and the infinities give NaN.
    if (value - value === 0) space[count++] = value
    else if (!Number.isNaN(value)) throw infiniteValue(table, column.name, rows[i])
  }
  return space.subarray(0, count)
}
