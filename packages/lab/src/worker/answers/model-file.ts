/** A model file as seen from the present table: what it is, how good it is here, and what to choose to go on learning from it. */
import {
  type Column, type FitOptions, KudariError, type Metrics, type Model, type Pipeline, type Scale, type Table, countParameters, evaluateTable, holdsNumbers,
  layersFromParameters, matrixColumns, planFit, readModel,
} from 'kudari'
import type { Moment } from '../moment.ts'
import { type PlainFit, plainFit } from '../plain-fit.ts'
import { type Problem, problemOf } from '../problem.ts'
import { textsOf } from '../table-csv.ts'

export interface ModelFileRequest {
  readonly bytes: Uint8Array
  /** The file's name. */
  readonly name: string
}

/** A column that the model needs, and why the table cannot give it. */
export interface MissingColumn {
  readonly column: string
  readonly why: 'absent' | 'noNumbers'
}

export interface ModelFileView {
  readonly target: string
  readonly task: Pipeline['target']['task']
  readonly inputs: readonly string[]
  /** The types of its layers in order. */
  readonly layers: readonly string[]
  readonly parameters: number
  /** If there are any, nothing else can be said. */
  readonly missing: readonly MissingColumn[]
  /** On all rows of the table that have a target. */
  readonly measured?: { readonly rows: number; readonly metrics: Metrics } | { readonly problem: Problem }
  /** To learn on from its weights; `isSame` says whether the inputs are then prepared exactly as the model knows them. */
  readonly chosen?: { readonly fit: PlainFit; readonly isSame: boolean } | { readonly problem: Problem }
}

function missingColumn({ columns }: Table, { column: name, kind }: Pipeline['features'][number]): MissingColumn[] {
  const column = columns.find((each) => each.name === name)
  if (!column) return [{ column: name, why: 'absent' }]
  return kind === 'numeric' && !holdsNumbers(column) ? [{ column: name, why: 'noNumbers' }] : []
}

/** The table with numbers as texts where the model knows categories. */
function readAsModelDoes(table: Table, { features, target }: Pipeline): Table {
  const texts = new Set(features.filter(({ kind }) => kind === 'categorical').map(({ column }) => column))
  if (target.task === 'classification' && (target.type === 'category' || target.type === 'text')) texts.add(target.column)
  const columns = table.columns.map((column): Column =>
    texts.has(column.name) && holdsNumbers(column) ? { name: column.name, type: 'category', values: textsOf(column).map((text) => (text === '' ? null : text)) } : column)
  return { ...table, columns }
}

/** How the inputs were scaled, from what the pipeline subtracts and divides by. */
function scaling({ image, features, target }: Pipeline, table: Table): { readonly scale: Scale } | { readonly center: true } {
  if (image) return { scale: 'pixels' }
  const columns = features.filter(({ kind }) => kind === 'numeric')
  const scaled = columns.find(({ columns: [first] }) => first.divisor !== 1)
  if (!scaled) return (target.task === 'regression' && target.offset !== 0) || columns.some(({ columns: [first] }) => first.offset !== 0) ? { center: true } : { scale: 'none' }
  const values = (table.columns.find(({ name }) => name === scaled.column)!.values as ArrayLike<number>)
  let [least, sum, count] = [Infinity, 0, 0]
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue
    least = Math.min(least, values[i])
    sum += values[i]
    count++
  }
  const [{ offset }] = scaled.columns
  return { scale: Math.abs(offset - least) < Math.abs(offset - sum / count) ? 'minmax' : 'standard' }
}

function choiceOf({ pipeline, specification, parameters, dtype }: Model, table: Table): NonNullable<ModelFileView['chosen']> {
  const fit: FitOptions = {
    target: pipeline.target.column,
    features: pipeline.features.map(({ column }) => column),
    task: pipeline.target.task,
    model: specification,
    initial: layersFromParameters(specification, matrixColumns(pipeline).length, parameters),
    dtype: dtype === 'float32' ? 'float32' : 'float64',
    ...scaling(pipeline, table),
  }
  const problem = (error: unknown): { readonly problem: Problem } => {
    if (!(error instanceof KudariError)) throw error
    return { problem: problemOf(error) }
  }
  try {
    const planned = planFit(table, fit).pipeline
    const spelled = ({ features, target }: Pipeline): string => JSON.stringify([features, target])
    return { fit: plainFit(fit), isSame: spelled(planned) === spelled(pipeline) }
  } catch (error) {
    return problem(error)
  }
}

function measuresOf(model: Model, table: Table): NonNullable<ModelFileView['measured']> {
  try {
    const { metrics, rows } = evaluateTable(model, readAsModelDoes(table, model.pipeline))
    return { metrics, rows }
  } catch (error) {
    if (!(error instanceof KudariError)) throw error
    return { problem: problemOf(error) }
  }
}

/** @throws KudariError when the bytes are no model file. */
export function modelFile({ table }: Moment, { bytes, name }: ModelFileRequest): ModelFileView {
  const model = readModel(bytes, name)
  const { pipeline: { target, features }, specification, parameters } = model
  const missing = features.flatMap((feature) => missingColumn(table, feature))
  return {
    target: target.column,
    task: target.task,
    inputs: features.map(({ column }) => column),
    layers: specification.layers.map(({ type }) => type),
    parameters: countParameters(parameters),
    missing,
    ...(missing.length === 0 && { measured: measuresOf(model, table), chosen: choiceOf(model, table) }),
  }
}
