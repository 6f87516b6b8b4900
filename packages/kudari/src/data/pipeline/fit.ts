/** Fitting a pipeline: from the training rows of a table to everything that new rows will be treated with. */
import { KudariError } from '../../messages/error.ts'
import type { Table } from '../table.ts'
import { columnNamed } from '../types.ts'
import { type Dropped, dropReason } from './drop.ts'
import { fitFeature, newWorkspace } from './feature.ts'
import { pipelineMessages } from './messages.ts'
import { imageSeen, pixelFeatures, pixelsAlike } from './pixels.ts'
import type { Impute, Pipeline, Scale, Target, Task } from './pipeline.ts'
import { fitTarget, targetRows } from './target.ts'
import { type TaskReason, detectTask } from './task.ts'

export interface PipelineOptions {
  /** The column to predict. */
  readonly target: string
  /** The columns to predict it from, in this order. Default: all others that something can be learned from. */
  readonly features?: readonly string[]
  /** Default: what the target asks for (see `detectTask`). */
  readonly task?: Task
  readonly scale: Scale
  /** Subtracts the mean from every input and from a regression target: the talk's moving of the axes. */
  readonly center?: boolean
  /** What stands in for a missing number; default: the median. */
  readonly impute?: Impute
}

/**
 * Fits a pipeline to the training rows; the other rows leave no trace in it. In order: choose the columns, fill what is
 * missing and flag it (`AGE missing`), encode categories as 0/1 columns (`sex=male`), centre and scale.
 *
 * Columns from which nothing can be learned are left out and recorded in `dropped` — but never one that the caller
 * named in `features`: that one is used, or is an error. Of a table of images all pixels are used, and nothing else: constant
 * ones too, and without flags, so that the picture stays whole.
 *
 * @param trainRows rows of the table to learn from; those without a target value are passed over. Default: all.
 * @throws KudariError when a column is unknown or unusable, or the target is constant, missing or unfit for the task.
 * @example
 * const pipeline = fitPipeline(table, { target: 'weight', scale: 'none', center: true })
 * const { x } = applyPipeline(pipeline, table) // (5, 1): -5, 5, 0, 2, -2
 */
export function fitPipeline(table: Table, options: PipelineOptions, trainRows?: Int32Array): Pipeline {
  const { target: targetName, features: named, scale, center = false, impute = 'median' } = options
  const { rows, target, reason } = chooseTarget(table, options, trainRows)
  const image = imageSeen(table, targetName, named)
  const { chosen, dropped } = named
    ? { chosen: namedFeatures(table, targetName, named, rows), dropped: [] }
    : image
      ? pixelFeatures(table, image, targetName, rows)
      : usableFeatures(table, targetName, rows)
  const space = newWorkspace(rows.length)
  const featureOptions = { scale, center, impute, flagsMissing: image === undefined }
  const fitted = chosen.map((name) => fitFeature(table, columnNamed(table, name), rows, featureOptions, space))
  const features = scale === 'pixels' ? pixelsAlike(fitted) : fitted
  const used = new Set(chosen)
  const unused = table.columns.map(({ name }) => name).filter((name) => name !== targetName && !used.has(name))
  return { features, target, ...(reason && { reason }), dropped, unused, missing: table.missing, ...(image && { image }) }
}

/** What is known of the target before any feature is looked at. */
export interface ChosenTarget {
  /** The rows that were looked at: those with a value. */
  readonly rows: Int32Array
  readonly target: Target
  /** Why this task was chosen; absent when the caller chose it. */
  readonly reason?: TaskReason
}

/**
 * Chooses the task and fits the target, as the first step of {@link fitPipeline}.
 *
 * @throws KudariError when the target is unknown, constant, missing or unfit for the task.
 */
export function chooseTarget(
  table: Table,
  options: Pick<PipelineOptions, 'target' | 'task' | 'center'>,
  trainRows?: Int32Array,
): ChosenTarget {
  const column = columnNamed(table, options.target)
  const withTarget = targetRows(table, options.target)
  const rows = trainRows ? intersection(trainRows, withTarget, table.rows) : withTarget
  if (rows.length === 0)
    throw new KudariError('data', pipelineMessages.noRows, { source: table.source, target: options.target, rows: table.rows })
  const detected = options.task ? undefined : detectTask(column, rows)
  const task = options.task ?? detected?.task ?? 'regression'
  const target = fitTarget(table, column, rows, task, options.center ?? false)
  return { rows, target, ...(detected && { reason: detected.reason }) }
}

function intersection(rows: Int32Array, others: Int32Array, length: number): Int32Array {
  const isKnown = new Uint8Array(length)
  for (const row of others) isKnown[row] = 1
  const common = new Int32Array(rows.length)
  let count = 0
  for (const row of rows) if (isKnown[row] === 1) common[count++] = row
  return common.subarray(0, count)
}

/** The features that the caller named, checked: whatever can be used is used. */
function namedFeatures(table: Table, target: string, named: readonly string[], rows: Int32Array): readonly string[] {
  for (const [i, name] of named.entries()) {
    const column = columnNamed(table, name)
    if (name === target) throw new KudariError('usage', pipelineMessages.targetAmongFeatures, { target })
    if (named.indexOf(name) < i) throw new KudariError('usage', pipelineMessages.featureTwice, { column: name })
    const found = dropReason(table, column, rows)
    if (found?.reason === 'allMissing' || (found?.reason === 'text' && column.type === 'text'))
      throw new KudariError('data', pipelineMessages.unusableFeature, found)
  }
  if (named.length === 0)
    throw new KudariError('usage', pipelineMessages.noFeatures, { source: table.source, dropped: [] })
  return named
}

/** All columns but the target that something can be learned from, and the others with the reason. */
function usableFeatures(table: Table, target: string, rows: Int32Array): { chosen: string[]; dropped: Dropped[] } {
  const dropped: Dropped[] = []
  const chosen: string[] = []
  for (const column of table.columns) {
    if (column.name === target) continue
    const found = dropReason(table, column, rows)
    if (found) dropped.push(found)
    else chosen.push(column.name)
  }
  // A count of the rows is at least something where there is nothing else: hours, months, trials.
  const count = dropped.findIndex(({ reason }) => reason === 'rowNumber')
  if (chosen.length === 0 && count >= 0) chosen.push(dropped.splice(count, 1)[0].column)
  if (chosen.length === 0) throw new KudariError('data', pipelineMessages.noFeatures, { source: table.source, dropped })
  return { chosen, dropped }
}
