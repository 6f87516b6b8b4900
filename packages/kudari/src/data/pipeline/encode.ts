/** Encoding: the values of a feature filled, encoded, flagged, scaled, and written into the columns of a matrix. */
import { KudariError } from '../../messages/error.ts'
import { type Column, type NumberColumn, type Table, holdsNumbers } from '../table.ts'
import { infiniteValue } from './finite.ts'
import { pipelineMessages } from './messages.ts'
import { encodedCategories } from './one-hot.ts'
import type { CategoricalFeature, Feature, NumericFeature } from './pipeline.ts'
import { unitOf } from './unit.ts'

/** A matrix in row-major order. */
export interface Matrix {
  readonly data: Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>
  readonly width: number
}

/** Texts of a column at some rows that training did not see, with how often each occurs. */
export type UnseenCategories = ReadonlyMap<string, number>

/** Writes one feature of some rows after the other, and keeps count. */
export interface Encoder {
  /** Writes `rows[start]` to before `rows[end]` into the same rows of the matrix, its first column being `at`. */
  readonly write: (rows: Int32Array, start: number, end: number, matrix: Matrix, at: number) => void
  /** How many values were missing and filled in. */
  readonly filled: () => number
  readonly unseen: UnseenCategories
}

/**
 * The encoder of a feature.
 *
 * @param column the feature's column; where there is none every value is missing.
 * @throws KudariError when the column is of another type; when writing, where a value is infinite.
 */
export const encoderOf = (feature: Feature, table: Table, column: Column | undefined): Encoder =>
  feature.kind === 'categorical' ? categoryEncoder(feature, table, column) : numberEncoder(feature, table, column)

function numberEncoder(feature: NumericFeature, table: Table, column: Column | undefined): Encoder {
  const values = column && numberColumn(table, column, feature).values
  const unit = unitOf(feature.type)
  const [{ offset, divisor }] = feature.columns
  const flag = feature.indicator ? feature.columns[1] : undefined
  let filled = 0
  return {
    write(rows, start, end, { data, width }, at) {
      for (let i = start; i < end; i++) {
        let value = values ? values[rows[i]] / unit : NaN
        const isMissing = Number.isNaN(value)
        if (isMissing) {
          value = feature.fill
          filled++
        } else if (value === Infinity || value === -Infinity) throw infiniteValue(table, feature.column, rows[i])
        data[i * width + at] = (value - offset) / divisor
        if (flag) data[i * width + at + 1] = ((isMissing ? 1 : 0) - flag.offset) / flag.divisor
      }
    },
    filled: () => filled,
    unseen: new Map(),
  }
}

function categoryEncoder(feature: CategoricalFeature, table: Table, column: Column | undefined): Encoder {
  const values = column && textValues(table, column)
  const { categories, columns, indicator, fill } = feature
  const known = new Set(categories)
  const places = new Map(encodedCategories(categories).map((category, i) => [category, i]))
  const zeros = columns.map(({ offset, divisor }) => (0 - offset) / divisor)
  const ones = columns.map(({ offset, divisor }) => (1 - offset) / divisor)
  const unseen = new Map<string, number>()
  let filled = 0
  return {
    write(rows, start, end, { data, width }, at) {
      for (let i = start; i < end; i++) {
        const text = values ? values[rows[i]] : null
        const to = i * width + at
        for (let j = 0; j < zeros.length; j++) data[to + j] = zeros[j]
        const place = places.get(text ?? fill)
        if (place !== undefined) data[to + place] = ones[place]
        if (text === null) {
          filled++
          if (indicator) data[to + zeros.length - 1] = ones[zeros.length - 1]
        } else if (place === undefined && !known.has(text)) unseen.set(text, (unseen.get(text) ?? 0) + 1)
      }
    },
    filled: () => filled,
    unseen,
  }
}

function textValues(table: Table, column: Column): readonly (string | null)[] {
  if (!holdsNumbers(column)) return column.values
  throw wrongType(table, column, 'category')
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
