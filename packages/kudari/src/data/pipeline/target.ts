/** The target column: turned into numbers to learn from, and predictions turned back into its own values. */
import { KudariError } from '../../messages/error.ts'
import { Tensor } from '../../tensor/tensor.ts'
import { byCodePoint } from '../order.ts'
import { type Column, type NumberColumn, type Table, holdsNumbers } from '../table.ts'
import { columnNamed, repeatsLittle } from '../types.ts'
import { requireFinite } from './finite.ts'
import { pipelineMessages } from './messages.ts'
import type { ClassLabel, Pipeline, Target, Task } from './pipeline.ts'
import { fitScaling } from './scale.ts'

/** What a row says about the target: `null` where the value is missing. */
function labelAt(column: Column, row: number): ClassLabel | null {
  const value = column.values[row]
  if (value === null || Number.isNaN(value)) return null
  return column.type === 'boolean' ? value === 1 : value
}

/** Those of some rows in which a column has a value. */
function rowsWithValue(column: Column, rows: Int32Array): Int32Array {
  const present = new Int32Array(rows.length)
  let count = 0
  if (holdsNumbers(column)) {
    const { values } = column
    for (let i = 0; i < rows.length; i++) if (!Number.isNaN(values[rows[i]])) present[count++] = rows[i]
  } else {
    const { values } = column
    for (let i = 0; i < rows.length; i++) if (values[rows[i]] !== null) present[count++] = rows[i]
  }
  return count === rows.length ? rows : present.slice(0, count)
}

/**
 * The rows that can be learned from: those with a value in the target column.
 *
 * @throws KudariError when there is no such column, or no such row.
 */
export function targetRows(table: Table, target: string): Int32Array {
  const column = columnNamed(table, target)
  const present = rowsWithValue(column, allRows(table))
  if (present.length === 0)
    throw new KudariError('data', pipelineMessages.noRows, { source: table.source, target, rows: table.rows })
  return present
}

/** Fits the target to the training rows, all of which have a value in it. */
export function fitTarget(table: Table, column: Column, rows: Int32Array, task: Task, center: boolean): Target {
  const { name, type } = column
  const target = name
  if (type === 'date') throw new KudariError('data', pipelineMessages.dateTarget, { target })
  const labels = new Set<ClassLabel>()
  for (const row of rows) {
    const label = labelAt(column, row)
    if (label !== null) labels.add(label)
    if (task === 'regression' && labels.size > 1) break
  }
  if (labels.size === 1)
    throw new KudariError('data', pipelineMessages.constantTarget, {
      source: table.source,
      target,
      value: String([...labels][0]),
      rows: rows.length,
    })

  if (task === 'classification') {
    if (repeatsLittle(labels.size, rows.length))
      throw new KudariError('data', pipelineMessages.tooManyClasses, {
        target,
        classes: labels.size,
        rows: rows.length,
      })
    return { column: name, type, task, classes: [...labels].toSorted(byLabel) }
  }
  if (!holdsNumbers(column))
    throw new KudariError('usage', pipelineMessages.wrongTask, { target, type, task })
  const values = shiftedValues(column, rows, 0)
  requireFinite(table, column.name, values, rows)
  return { column: name, type, task, offset: fitScaling(name, values, 'none', center).offset }
}

/** Numbers numerically, false before true, texts by code point: the order of scikit-learn's `classes_`. */
function byLabel(a: ClassLabel, b: ClassLabel): number {
  return typeof a === 'string' && typeof b === 'string' ? byCodePoint(a, b) : Number(a) - Number(b)
}

function shiftedValues(column: NumberColumn, rows: Int32Array, offset: number): Float64Array<ArrayBuffer> {
  const values = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i]] - offset
  return values
}

/** The target as numbers, for the rows that have a usable value. */
export interface EncodedTarget {
  /** Regression: float64 (rows,), the offset subtracted. Classification: int32 (rows,), the place of each class. */
  readonly y: Tensor
  /** The table's rows that `y` speaks of. */
  readonly rows: Int32Array
  /** How many of the rows asked for had no value. */
  readonly missing: number
  /** Classes that training did not see, with the number of their rows; such rows are not in `y`. */
  readonly unseen: readonly { readonly label: string; readonly count: number }[]
}

/**
 * Turns the target column into numbers.
 *
 * @param rows the rows wanted; default: all.
 * @throws KudariError when the table has no such column, or a value is infinite.
 * @example
 * encodeTarget(pipeline, table).y // int32 (150,): 0, 0, ..., 2
 */
export function encodeTarget(pipeline: Pipeline, table: Table, rows = allRows(table)): EncodedTarget {
  const { target } = pipeline
  const column = columnNamed(table, target.column)
  const present = rowsWithValue(column, rows)
  const missing = rows.length - present.length
  if (target.task === 'regression') {
    if (!holdsNumbers(column))
      throw new KudariError('data', pipelineMessages.wrongColumnType, {
        source: table.source,
        column: column.name,
        type: column.type,
        expected: target.type,
      })
    const values = shiftedValues(column, present, target.offset)
    requireFinite(table, column.name, values, present)
    return { y: new Tensor({ shape: [present.length], dtype: 'float64' }, values), rows: present, missing, unseen: [] }
  }
  const placeOf = placesOf(target.classes)
  const unseen = new Map<string, number>()
  const known = new Int32Array(present.length)
  const classes = new Int32Array(present.length)
  let count = 0
  for (const row of present) {
    const label = labelAt(column, row)
    const place = placeOf(label)
    if (place === undefined) unseen.set(String(label), (unseen.get(String(label)) ?? 0) + 1)
    else {
      known[count] = row
      classes[count++] = place
    }
  }
  return {
    y: new Tensor({ shape: [count], dtype: 'int32' }, classes.subarray(0, count)),
    rows: known.subarray(0, count),
    missing,
    unseen: [...unseen].map(([label, count]) => ({ label, count })),
  }
}

/** Few classes are found by looking at one after the other, which is faster than a map. */
const FEW_CLASSES = 8

/** From a label to its place among the classes. */
function placesOf(classes: readonly ClassLabel[]): (label: ClassLabel | null) => number | undefined {
  if (classes.length > FEW_CLASSES) {
    const places = new Map<ClassLabel | null, number>(classes.map((label, i) => [label, i]))
    return (label) => places.get(label)
  }
  return (label) => {
    for (let i = 0; i < classes.length; i++) if (classes[i] === label) return i
    return undefined
  }
}

/** All rows of a table. */
export function allRows(table: Table): Int32Array {
  const rows = new Int32Array(table.rows)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  return rows
}

/**
 * Predictions in the target's own terms: numbers with the offset added back, or the classes that the places mean.
 *
 * @param y (rows,): predicted numbers, or places of classes (int32).
 * @example
 * decodeTarget(pipeline, tensor([2, 0], { dtype: 'int32' })) // ['virginica', 'setosa']
 */
export function decodeTarget(pipeline: Pipeline, y: Tensor): ClassLabel[] {
  const { target } = pipeline
  if (target.task === 'regression') return Array.from(y.data, (value) => value + target.offset)
  const { classes } = target
  return Array.from(y.data, (index) => {
    if (!(index in classes))
      throw new KudariError('usage', pipelineMessages.notAClass, { index, classes: classes.length })
    return classes[index]
  })
}
