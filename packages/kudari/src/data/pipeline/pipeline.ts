/** What a fitted pipeline is: the way from a table to the numbers a model takes, as plain data stored in the model. */
import type { ImageSize } from '../images.ts'
import type { Schema } from '../types.ts'
import type { ColumnType } from '../table.ts'
import type { Dropped } from './drop.ts'
import type { Task, TaskReason } from './task.ts'

export type { Task }

/**
 * How inputs that are numbers are scaled: `standard` subtracts the mean and divides by the population standard
 * deviation (scikit-learn's StandardScaler), `minmax` maps the training rows to [0, 1] (MinMaxScaler), `pixels` divides all
 * columns by the largest value of any, so that a picture stays as it is.
 */
export type Scale = 'standard' | 'minmax' | 'pixels' | 'none'

/** What stands in for a missing number. Missing categories and booleans are always filled with the most frequent. */
export type Impute = 'median' | 'mean' | 'most_frequent'

/** What a classifier tells apart: a text, a number or a truth value of the target column. */
export type ClassLabel = string | number | boolean

/** One column of the model's input matrix: the encoded value v enters as (v - offset) / divisor. */
export interface MatrixColumn {
  readonly name: string
  readonly offset: number
  readonly divisor: number
}

interface FeatureBase {
  /** The table's column. */
  readonly column: string
  /** How many training rows had no value. */
  readonly missing: number
  /** Whether a further matrix column, 0 or 1, says that the value was missing. */
  readonly indicator: boolean
  /** The matrix columns this feature becomes, the indicator last. */
  readonly columns: readonly MatrixColumn[]
}

/** A column that is a number already; a boolean counts as 0 or 1, a date in days since 1970-01-01 UTC. */
export interface NumericFeature extends FeatureBase {
  readonly kind: 'numeric'
  readonly type: 'number' | 'integer' | 'boolean' | 'date'
  /** Stands in for a missing value. */
  readonly fill: number
}

/** A column of categories, one-hot encoded. */
export interface CategoricalFeature extends FeatureBase {
  readonly kind: 'categorical'
  readonly type: 'category'
  /** Stands in for a missing value. */
  readonly fill: string
  /** The categories of the training rows, sorted. */
  readonly categories: readonly string[]
}

export type Feature = NumericFeature | CategoricalFeature

/**
 * How the target becomes numbers: `offset` is subtracted and later added back; a class becomes its place in `classes`.
 */
export type Target = { readonly column: string; readonly type: ColumnType } & (
  | { readonly task: 'regression'; readonly offset: number }
  | { readonly task: 'classification'; readonly classes: readonly ClassLabel[] }
)

/** A fitted pipeline: everything that is needed to treat new rows as the training rows were, as JSON-able data. */
export interface Pipeline {
  readonly features: readonly Feature[]
  readonly target: Target
  /** Why this task was chosen; absent when the caller chose it. */
  readonly reason?: TaskReason
  /** Columns that were left out because nothing can be learned from them, and why. */
  readonly dropped: readonly Dropped[]
  /** All columns of the training table that are neither feature nor target: known, but not needed. */
  readonly unused: readonly string[]
  /** The texts that stood for a missing value. */
  readonly missing: readonly string[]
  /** The features are the pixels of images of this size, all of them in order. */
  readonly image?: ImageSize
}

/** The columns of the model's input matrix in order. */
export const matrixColumns = (pipeline: Pipeline): MatrixColumn[] =>
  pipeline.features.flatMap((feature) => feature.columns)

/** How to read a table for predictions (see `typeLike`): the features only. */
export const inputSchema = (pipeline: Pipeline): Schema => ({
  columns: pipeline.features.map(({ column, type }) => ({ name: column, type })),
  missing: pipeline.missing,
})

/** How to read a table for an evaluation: the features and the target. */
export const evaluationSchema = (pipeline: Pipeline): Schema => ({
  columns: [...inputSchema(pipeline).columns, { name: pipeline.target.column, type: pipeline.target.type }],
  missing: pipeline.missing,
})
