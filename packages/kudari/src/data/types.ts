/** From cells to typed columns: the type of each column detected, given by the caller, or known from training. */
import { KudariError } from '../messages/error.ts'
import { nearest } from '../messages/nearest.ts'
import { dateIn, declaredTruthIn, numberIn, readsAsCode, textIn, truthIn } from './cells.ts'
import { dataMessages } from './messages.ts'
import { MISSING_MARKERS, type MissingTest, missingTest } from './missing.ts'
import { type Cell, type NumberArray, type NumberCells, type RawColumn, cellAt, cellsOf, isNumberArray, isNumberCells } from './number-cells.ts'
import type { Column, ColumnType, RawTable, Table } from './table.ts'

export interface TypeOptions {
  /** The texts that stand for a missing value, instead of {@link MISSING_MARKERS}. */
  readonly missing?: readonly string[]
  /** Types that are given rather than detected, by column name. */
  readonly types?: Readonly<Record<string, ColumnType>>
}

/** How the columns of one table were read, so that another table can be read in the same way: plain data. */
export interface Schema {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
  readonly missing: readonly string[]
}

/**
 * Gives every column a type. A column is the first of these that all its present cells fit:
 *
 * 1. `number`, or `integer` when all values are whole (`0` and `1` too, and `24.0`): see {@link parseNumber}. A column
 *    in which digits have zeros in front (`007`) is not a number but a code.
 * 2. `boolean`: `true` and `false` in any case. (`yes`/`no` or `はい`/`いいえ` are two categories: that keeps the words.)
 * 3. `date`: see {@link dateIn}.
 * 4. `text`, when nearly every row has another one (see {@link repeatsLittle}), else `category`.
 *
 * A column without a single present cell is `number`.
 *
 * @throws KudariError when a given type contradicts a cell (with its place) or names a column that is not there.
 * @example
 * typeTable({ names: ['a'], columns: [['1', '', '3']], rows: 3, source: 'a.csv' }).columns[0]
 * // { name: 'a', type: 'integer', values: Float64Array [1, NaN, 3] }
 */
export function typeTable(raw: RawTable, options: TypeOptions = {}): Table {
  const { types = {}, missing: markers = MISSING_MARKERS } = options
  for (const name of Object.keys(types)) if (!raw.names.includes(name)) throw unknownColumn(raw.source, name, raw.names)
  const missing = missingTest(markers)
  const columns = raw.names.map((name, i) => {
    const type = Object.hasOwn(types, name) ? types[name] : undefined
    if (type === undefined) return detectColumn(name, raw.columns[i], missing)
    const column = columnOfType(raw, i, type, missing)
    if (column.type === 'integer') requireWhole(raw, i, column.values)
    return column
  })
  return withOrigin(raw, columns, markers)
}

/**
 * Types a table as another one was typed; for predictions on new rows. A column of type `integer` also takes fractions
 * here, since they are as good for a model. Columns that the schema does not know are left as `text`.
 *
 * @throws KudariError naming the place of a cell that does not fit.
 */
export function typeLike(raw: RawTable, schema: Schema): Table {
  const missing = missingTest(schema.missing)
  const types = new Map(schema.columns.map(({ name, type }) => [name, type]))
  const columns = raw.names.map((name, i) => columnOfType(raw, i, types.get(name) ?? 'text', missing))
  return withOrigin(raw, columns, schema.missing)
}

/** The schema of a table. */
export const schemaOf = (table: Table): Schema => ({
  columns: table.columns.map(({ name, type }) => ({ name, type })),
  missing: table.missing,
})

/** The column of that name. @throws KudariError that lists the columns and names the nearest one. */
export function columnNamed(table: Table, name: string): Column {
  const column = table.columns.find((each) => each.name === name)
  if (!column) throw unknownColumn(table.source, name, table.columns.map((each) => each.name))
  return column
}

const unknownColumn = (source: string, name: string, names: readonly string[]) =>
  new KudariError('usage', dataMessages.unknownColumn, { source, name, names, nearest: nearest(name, names) })

/** Whether so many different texts in so many rows are rather names or sentences than categories. */
export const repeatsLittle = (distinct: number, rows: number): boolean => distinct > 10 && distinct * 2 > rows

const withOrigin = (raw: RawTable, columns: readonly Column[], missing: readonly string[]): Table => ({
  columns,
  rows: raw.rows,
  source: raw.source,
  ...(raw.lines && { lines: raw.lines }),
  missing,
  ...(raw.image && { image: raw.image }),
})

/** The values of a column, or the first row whose cell does not fit. */
type Reading<Values> = { readonly values: Values } | { readonly misfit: number }

function readNumbers(column: RawColumn, missing: MissingTest): Reading<NumberArray> {
  // Cells that were read as numbers are not looked at again.
  if (isNumberArray(column)) return { values: withoutMarkers(column, missing) }
  if (isNumberCells(column)) return readOthers(column, missing)
  const values = new Float64Array(column.length)
  for (let row = 0; row < column.length; row++) {
    const value = numberIn(column[row])
    // Most cells are numbers: only those that are not are looked up among the markers.
    if (Number.isNaN(value) && !missing.cell(column[row])) return { misfit: row }
    values[row] = missing.number?.(value) ? NaN : value
  }
  return { values }
}

/** The numbers without those that mark a missing value; the same array where there are none to look for. */
function withoutMarkers(values: NumberArray, { number: isMarker }: MissingTest): NumberArray {
  return isMarker ? new Float64Array(values).map((value) => (isMarker(value) ? NaN : value)) : values
}

/** The numbers of a column, with those that the cells among `others` say. */
function readOthers({ values: plain, others }: NumberCells, missing: MissingTest): Reading<NumberArray> {
  const isMarker = missing.number
  let values = withoutMarkers(plain, missing)
  for (const [row, text] of others) {
    const value = numberIn(text)
    if (Number.isNaN(value)) {
      if (!missing.cell(text)) return { misfit: row }
    } else if (!isMarker?.(value)) {
      // What was read stays as it is.
      if (values === plain) values = plain.slice()
      values[row] = value
    }
  }
  return { values }
}

/** Whether the digits of some cell are a code: plain numbers have no zeros in front. */
function holdsCodes(column: RawColumn): boolean {
  if (isNumberArray(column)) return false
  return (isNumberCells(column) ? [...column.others.values()] : column).some(readsAsCode)
}

function readEach(cells: readonly Cell[], read: (cell: Cell) => number, missing: MissingTest): Reading<Float64Array> {
  const values = new Float64Array(cells.length).fill(NaN)
  for (let row = 0; row < cells.length; row++) {
    if (missing.cell(cells[row])) continue
    values[row] = read(cells[row])
    if (Number.isNaN(values[row])) return { misfit: row }
  }
  return { values }
}

const readTexts = (cells: readonly Cell[], missing: MissingTest): (string | null)[] =>
  cells.map((cell) => (missing.cell(cell) ? null : textIn(cell)))

/** Whether there are whole numbers and no others. (A loop: the typed arrays' own `every` boxes every number.) */
function isWhole(values: NumberArray): boolean {
  if (values instanceof Uint8Array) return values.length > 0
  let present = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    if (!Number.isInteger(value)) return false
    present++
  }
  return present > 0
}

function detectColumn(name: string, column: RawColumn, missing: MissingTest): Column {
  const numbers = readNumbers(column, missing)
  if ('values' in numbers && !holdsCodes(column)) {
    const { values } = numbers
    return { name, type: isWhole(values) ? 'integer' : 'number', values }
  }
  const cells = cellsOf(column)
  const truths = readEach(cells, truthIn, missing)
  if ('values' in truths) return { name, type: 'boolean', values: truths.values }
  const dates = readEach(cells, dateIn, missing)
  if ('values' in dates) return { name, type: 'date', values: dates.values }

  const values = readTexts(cells, missing)
  const distinct = new Set<string>()
  let present = 0
  for (const text of values) {
    if (text === null) continue
    present++
    // More can only make it more of a text: no need to go on counting.
    if (distinct.size * 2 <= cells.length + 20) distinct.add(text)
  }
  return { name, type: repeatsLittle(distinct.size, present) ? 'text' : 'category', values }
}

function columnOfType(raw: RawTable, index: number, type: ColumnType, missing: MissingTest): Column {
  const name = raw.names[index]
  const column = raw.columns[index]
  const fitting = (reading: Reading<NumberArray>): NumberArray => {
    if ('values' in reading) return reading.values
    throw cellDoesNotFit(raw, index, reading.misfit, type)
  }
  switch (type) {
    case 'category':
    case 'text':
      return { name, type, values: readTexts(cellsOf(column), missing) }
    case 'boolean':
      return { name, type, values: fitting(readEach(cellsOf(column), declaredTruthIn, missing)) }
    case 'date':
      return { name, type, values: fitting(readEach(cellsOf(column), dateIn, missing)) }
    case 'number':
    case 'integer':
      return { name, type, values: fitting(readNumbers(column, missing)) }
  }
}

function requireWhole(raw: RawTable, index: number, values: NumberArray): void {
  const row = values.findIndex((value) => !Number.isInteger(value) && !Number.isNaN(value))
  if (row >= 0) throw cellDoesNotFit(raw, index, row, 'integer')
}

const cellDoesNotFit = (raw: RawTable, index: number, row: number, type: ColumnType) =>
  new KudariError('data', dataMessages.cellDoesNotFit, {
    source: raw.source,
    line: raw.lines?.[row],
    row,
    column: raw.names[index],
    cell: String(cellAt(raw.columns[index], row)),
    type,
  })
