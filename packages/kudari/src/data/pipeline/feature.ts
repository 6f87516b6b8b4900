/** One feature: fitted to a column of the training rows, and encoded as columns of numbers. */
import { KudariError } from '../../messages/error.ts'
import { type Column, type NumberColumn, type Table, holdsNumbers } from '../table.ts'
import { requireFinite } from './finite.ts'
import { INDICATOR_ROWS, fillCategory, fillNumber } from './impute.ts'
import { pipelineMessages } from './messages.ts'
import { categoriesOf, encodedCategories, oneHot } from './one-hot.ts'
import type { CategoricalFeature, Feature, Impute, MatrixColumn, NumericFeature, Scale } from './pipeline.ts'
import { fitScaling } from './scale.ts'

export interface FeatureOptions {
  readonly scale: Scale
  readonly center: boolean
  readonly impute: Impute
}

const MILLISECONDS_OF_A_DAY = 86_400_000

/** Texts of a column at some rows that training did not see, with how often each occurs. */
export type UnseenCategories = ReadonlyMap<string, number>

/** What a feature made of some rows. */
export interface Encoded {
  /** A list of numbers for each matrix column, not yet scaled. */
  readonly columns: readonly Float64Array[]
  /** How many values were missing and filled in. */
  readonly filled: number
  readonly unseen: UnseenCategories
}

/**
 * Learns from the training rows what stands in for a missing value, which categories there are, and how to scale.
 * Only columns of numbers and dates are scaled; 0/1 columns (booleans, one-hot, indicators) stay as they are, but
 * `center` centres them too.
 */
export function fitFeature(table: Table, column: Column, rows: Int32Array, options: FeatureOptions): Feature {
  const unscaled = unscaledFeature(table, column, rows, options.impute)
  const { columns } = encodeFeature(unscaled, table, column, rows)
  const scalesFirst = unscaled.kind === 'numeric' && unscaled.type !== 'boolean'
  return {
    ...unscaled,
    columns: unscaled.columns.map(({ name }, i) => {
      const scale = scalesFirst && i === 0 ? options.scale : 'none'
      return { name, ...fitScaling(name, columns[i], scale, options.center) }
    }),
  }
}

const plain = (names: readonly string[]): MatrixColumn[] => names.map((name) => ({ name, offset: 0, divisor: 1 }))

function unscaledFeature(table: Table, column: Column, rows: Int32Array, impute: Impute): Feature {
  const indicatorName = (missing: number) => (missing >= INDICATOR_ROWS ? [`${column.name} missing`] : [])
  const common = (missing: number) => ({ column: column.name, missing, indicator: missing >= INDICATOR_ROWS })

  if (!holdsNumbers(column)) {
    const present = textsAt(column.values, rows).filter((text) => text !== null)
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
  const present = withoutMissing(numbersAt(table, column, rows))
  const missing = rows.length - present.length
  return {
    ...common(missing),
    kind: 'numeric',
    type: column.type,
    fill: fillNumber(present, column.type === 'boolean' ? 'most_frequent' : impute),
    columns: plain([column.name, ...indicatorName(missing)]),
  } satisfies NumericFeature
}

/** Fills, encodes and flags the given rows of a column; without a column every value is missing. */
export function encodeFeature(
  feature: Feature,
  table: Table,
  column: Column | undefined,
  rows: Int32Array,
): Encoded {
  const isMissing = new Float64Array(rows.length)
  const unseen = new Map<string, number>()
  let columns: Float64Array[]
  if (feature.kind === 'categorical') {
    const texts = column ? textsAt(textValues(table, column), rows) : Array.from(rows, () => null)
    const known = new Set(feature.categories)
    const filled = texts.map((text, i) => {
      if (text === null) isMissing[i] = 1
      else if (!known.has(text)) unseen.set(text, (unseen.get(text) ?? 0) + 1)
      return text ?? feature.fill
    })
    columns = oneHot(filled, feature.categories)
  } else {
    const numbers = column
      ? numbersAt(table, numberColumn(table, column, feature), rows)
      : new Float64Array(rows.length).fill(NaN)
    for (let i = 0; i < numbers.length; i++) {
      if (!Number.isNaN(numbers[i])) continue
      isMissing[i] = 1
      numbers[i] = feature.fill
    }
    columns = [numbers]
  }
  const filled = isMissing.reduce((sum, each) => sum + each, 0)
  return { columns: feature.indicator ? [...columns, isMissing] : columns, filled, unseen }
}

const textsAt = (values: readonly (string | null)[], rows: Int32Array): (string | null)[] =>
  Array.from(rows, (row) => values[row])

function textValues(table: Table, column: Column): readonly (string | null)[] {
  if (!holdsNumbers(column)) return column.values
  throw wrongType(table, column, 'category')
}

/** The numbers at the given rows, dates in days. @throws KudariError when one is infinite. */
function numbersAt(table: Table, column: NumberColumn, rows: Int32Array): Float64Array {
  const unit = column.type === 'date' ? MILLISECONDS_OF_A_DAY : 1
  const numbers = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) numbers[i] = column.values[rows[i]] / unit
  requireFinite(table, column.name, numbers, rows)
  return numbers
}

/** The numbers that are there. (A loop: the typed arrays' own `filter` boxes every number.) */
function withoutMissing(numbers: Float64Array): Float64Array {
  const present = new Float64Array(numbers.length)
  let count = 0
  for (const value of numbers) if (!Number.isNaN(value)) present[count++] = value
  return present.subarray(0, count)
}

function numberColumn(table: Table, column: Column, feature: Feature): NumberColumn {
  if (holdsNumbers(column) && (column.type === 'date') === (feature.type === 'date')) return column
  throw wrongType(table, column, feature.type)
}

const wrongType = (table: Table, column: Column, expected: string) =>
  new KudariError('data', pipelineMessages.wrongColumnType, {
    source: table.source,
    column: column.name,
    type: column.type,
    expected,
  })
