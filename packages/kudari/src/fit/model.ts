/** A trained model: the pipeline that prepares its inputs, its structure, and its parameters. One of these is one file. */
import { type MatrixForm, applyPipeline } from '../data/pipeline/apply.ts'
import { type ClassLabel, type Pipeline } from '../data/pipeline/pipeline.ts'
import { decodeTarget, encodeTarget } from '../data/pipeline/target.ts'
import type { Table } from '../data/table.ts'
import { type ClassificationMetrics, classificationMetrics } from '../metrics/classification.ts'
import { predictedClasses } from '../metrics/probability.ts'
import { type RegressionMetrics, regressionMetrics } from '../metrics/regression.ts'
import { predictions, takesDummy } from '../nn/model.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { DType } from '../tensor/dtype.ts'
import type { Tensor } from '../tensor/tensor.ts'

/** Everything that predicting needs. */
export interface Model {
  readonly pipeline: Pipeline
  readonly specification: ModelSpecification
  readonly parameters: Parameters
  /** What its layers keep beside their parameters, such as running means; of most models nothing. */
  readonly statistics: Parameters
  readonly dtype: DType
}

/** Measures of a model on rows it was given. */
export type Metrics =
  | ({ readonly task: 'regression' } & RegressionMetrics)
  | ({ readonly task: 'classification' } & ClassificationMetrics)

/** The form in which a model takes its inputs: they are made once, and never copied. */
export const inputForm = ({ specification, dtype }: Pick<Model, 'specification' | 'dtype'>): MatrixForm => ({
  dtype: dtype === 'float32' ? 'float32' : 'float64',
  ones: takesDummy(specification),
})

/**
 * The outputs of a model: numbers, or probabilities of the second class (rows,) or of all (rows, classes).
 *
 * @param x prepared inputs, in the form of {@link inputForm}.
 */
export function outputs({ specification, parameters, statistics }: Pick<Model, 'specification' | 'parameters' | 'statistics'>, x: Tensor): Tensor {
  const yp = predictions(specification, { ...parameters, ...statistics }, x).astype('float64')
  return yp.ndim === 2 && yp.shape[1] === 1 ? yp.reshape([yp.shape[0]]) : yp
}

/** What a model says of the rows of a table. */
export interface Predictions {
  /** For each row the predicted number, or class. */
  readonly values: readonly ClassLabel[]
  /** For each class, in the order of the pipeline's classes, its probability in every row; absent for regression. */
  readonly probabilities?: readonly Float64Array[]
  /** What had to be said about the table: see `applyPipeline`. */
  readonly missing: readonly string[]
  readonly surplus: readonly string[]
  readonly filled: readonly { readonly column: string; readonly count: number }[]
  readonly unseen: readonly { readonly column: string; readonly category: string; readonly count: number }[]
}

/**
 * Predicts every row of a table.
 *
 * @param table typed like the training table: `typeLike(raw, inputSchema(model.pipeline))`.
 */
export function predictTable(model: Model, table: Table): Predictions {
  const { x, ...notes } = applyPipeline(model.pipeline, table, undefined, inputForm(model))
  const yp = outputs(model, x)
  const { target } = model.pipeline
  if (target.task === 'regression') return { values: decodeTarget(model.pipeline, yp), ...notes }
  const classes = target.classes.length
  const probabilities = target.classes.map((_, k) =>
    Float64Array.from({ length: table.rows }, (__, row) => {
      if (yp.ndim === 2) return yp.data[row * classes + k]
      return k === 1 ? yp.data[row] : 1 - yp.data[row]
    }),
  )
  return { values: decodeTarget(model.pipeline, predictedClasses(yp)), probabilities, ...notes }
}

/** Measures outputs of a model against encoded targets, in the target's own unit. */
export function measureOutputs(model: Model, yp: Tensor, y: Tensor): Metrics {
  const { target } = model.pipeline
  if (target.task === 'regression')
    return { task: 'regression', ...regressionMetrics(y.add(target.offset), yp.add(target.offset)) }
  return { task: 'classification', ...classificationMetrics(y, yp) }
}

/** How good a model is on a table that has the target column. */
export interface Evaluation {
  readonly metrics: Metrics
  readonly rows: number
  /** Rows that could not be measured: without a target value, or with a class that training did not see. */
  readonly withoutTarget: number
  readonly unseenClasses: readonly { readonly label: string; readonly count: number }[]
  readonly missing: readonly string[]
  readonly surplus: readonly string[]
}

/**
 * Measures a model on a table.
 *
 * @param table typed like the training table: `typeLike(raw, evaluationSchema(model.pipeline))`.
 * @throws KudariError when the table lacks the target or has no row to measure.
 */
export function evaluateTable(model: Model, table: Table): Evaluation {
  const { y, rows, missing: withoutTarget, unseen } = encodeTarget(model.pipeline, table)
  const { x, missing, surplus } = applyPipeline(model.pipeline, table, rows, inputForm(model))
  const metrics = measureOutputs(model, outputs(model, x), y)
  return { metrics, rows: rows.length, withoutTarget, unseenClasses: unseen, missing, surplus }
}
