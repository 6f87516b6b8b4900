/** `kudari predict`: the user's own table with the model's predictions beside it, row by row, however large it is. */
import type { FileHandle } from 'node:fs/promises'
import { relative } from 'node:path'
import { streamTable } from '@kudari/readers'
import {
  type Cell,
  KudariError,
  type Model,
  type Pipeline,
  type RawColumn,
  type RawTable,
  cellAt,
  cellsOf,
  inputSchema,
  isNumberArray,
  isNumberCells,
  predictTable,
  readModel,
  typeLike,
} from 'kudari'
import Papa from 'papaparse'
import { EXIT } from '../exit.ts'
import { writeAtomically } from '../files/atomic.ts'
import { resolvePath } from '../files/paths.ts'
import { isThere, modelPath, readBytes, tableSource } from '../files/source.ts'
import type { Io, Voice } from '../io.ts'
import { settleExecution } from '../learning/execution.ts'
import { channelsLike, readOptions } from '../learning/problem.ts'
import { filesMessages } from '../messages/files.ts'
import { learningMessages } from '../messages/learning.ts'
import type { Values } from '../options/option.ts'
import type { predict as options } from '../options/tables.ts'
import { type TableNotes, addNotes, noNotes, noteLines } from '../output/notes.ts'

type PredictOptions = Values<typeof options>

/** A cell as CSV shows it. */
const cellText = (cell: Cell): string | number | boolean | bigint =>
  cell === null ? '' : cell instanceof Date ? cell.toISOString() : cell

/** A name for a new column that the table does not have yet: `prediction`, `prediction_2`, ... */
function newName(taken: ReadonlySet<string>, name: string): string {
  let free = name
  for (let i = 2; taken.has(free); i++) free = `${name}_${i}`
  return free
}

const classesOf = ({ pipeline: { target } }: Model): readonly string[] =>
  target.task === 'classification' ? target.classes.map(String) : []

/** The names of the columns that are added. */
function addedNames(model: Model, names: readonly string[]): string[] {
  const taken = new Set(names)
  return ['prediction', ...classesOf(model).map((label) => `probability_${label}`)].map((name) => newName(taken, name))
}

interface Predicted {
  /** The columns that are added, by name. */
  readonly added: readonly string[]
  readonly values: readonly (readonly (string | number | boolean)[])[]
  readonly notes: TableNotes
}

function predictChunk(model: Model, raw: RawTable): Predicted {
  const { values, probabilities = [], ...notes } = predictTable(model, typeLike(raw, inputSchema(model.pipeline)))
  const columns = [values, ...probabilities.map((column) => Array.from(column))]
  // The target may stand in the table: it is neither used nor surplus.
  const { target } = model.pipeline
  return {
    added: addedNames(model, raw.names),
    values: columns,
    notes: { ...notes, surplus: notes.surplus.filter((name) => name !== target.column) },
  }
}

/** The cells of a column as CSV shows them; those of numbers are texts or numbers already. */
const cellTexts = (column: RawColumn): readonly (string | number | boolean | bigint)[] =>
  isNumberCells(column) || isNumberArray(column) ? (cellsOf(column) as readonly (string | number)[]) : column.map(cellText)

/** The columns that stand beside the predictions: all of the table, but no pixels. */
function shownColumns({ image, names, columns }: RawTable, { features }: Pipeline): { readonly names: readonly string[]; readonly columns: readonly RawColumn[] } {
  if (!image) return { names, columns }
  const pixels = new Set(features.map(({ column }) => column))
  const shown = names.map((_, j) => j).filter((j) => !pixels.has(names[j]))
  return { names: shown.map((j) => names[j]), columns: shown.map((j) => columns[j]) }
}

/** A chunk of the table with its predictions as CSV, with the header before the first one. */
function chunkCsv(raw: RawTable, pipeline: Pipeline, { added, values }: Predicted, isFirst: boolean): string {
  const shown = shownColumns(raw, pipeline)
  const columns = [...shown.columns.map(cellTexts), ...values]
  const rows = Array.from({ length: raw.rows }, (_, i) => columns.map((column) => column[i]))
  const all = isFirst ? [[...shown.names, ...added], ...rows] : rows
  return all.length === 0 ? '' : `${Papa.unparse(all, { newline: '\n' })}\n`
}

/** The predictions of a chunk as objects; those of images also say which file they are of. */
function chunkObjects(raw: RawTable, pipeline: Pipeline, { added, values }: Predicted): Record<string, unknown>[] {
  const shown = raw.image ? shownColumns(raw, pipeline) : { names: [], columns: [] }
  return Array.from({ length: raw.rows }, (_, i) =>
    Object.fromEntries([
      ...shown.names.map((name, j) => [name, cellAt(shown.columns[j], i)] as const),
      ...added.map((name, j) => [name, values[j][i]] as const),
    ]))
}

/** Adds the predictions of a model to a table. */
export async function predict(modelName: string, data: string, given: PredictOptions, io: Io, voice: Voice): Promise<number> {
  const out = given.out === undefined ? undefined : resolvePath(io.cwd, given.out)
  if (out !== undefined && given.force !== true && (await isThere(io, out)))
    throw new KudariError('usage', filesMessages.exists, { path: given.out! })
  await settleExecution(given, io)
  const path = await modelPath(io, modelName)
  const model = readModel(await readBytes(io, path), path)
  const chunks = streamTable(await tableSource(io, data), { ...readOptions(given), ...channelsLike(model.pipeline) })

  let rows = 0
  let notes = noNotes
  const listed: Record<string, unknown>[] = []
  const writeTo = async (write: (text: string) => Promise<unknown>): Promise<void> => {
    let isFirst = true
    for await (const raw of chunks) {
      if (io.signal.aborted || (out === undefined && io.isOutClosed())) break
      const missing = given.missing ?? model.pipeline.missing
      const predicted = predictChunk({ ...model, pipeline: { ...model.pipeline, missing } }, raw)
      notes = addNotes(notes, predicted.notes)
      rows += raw.rows
      if (voice.mode === 'json' && out === undefined) listed.push(...chunkObjects(raw, model.pipeline, predicted))
      else await write(chunkCsv(raw, model.pipeline, predicted, isFirst))
      isFirst = false
    }
  }
  const toStandardOutput = (text: string): Promise<unknown> => {
    io.out(text)
    return io.outDrained()
  }
  if (out === undefined) await writeTo(toStandardOutput)
  else await writeAtomically(out, (file: FileHandle) => writeTo((text) => file.writeFile(text)))

  if (voice.mode === 'json') {
    const { missing, surplus } = notes
    const place = out === undefined ? { predictions: listed } : { out: relative(io.cwd, out) }
    io.out(`${JSON.stringify({ ...place, rows, missing, surplus })}\n`)
  }
  if (voice.mode === 'text') {
    for (const line of noteLines(notes, data, voice.language)) io.err(`${line}\n`)
    if (given.out !== undefined) io.err(`${learningMessages.predicted[voice.language]({ rows, path: given.out })}\n`)
  }
  return io.signal.aborted ? EXIT.interrupted : EXIT.fine
}
