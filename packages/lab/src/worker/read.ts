/** From a source of data to a table whose columns have types. */
import { type ByteSource, bytesSource, readTable } from '@kudari/readers'
import { type Detected, KudariError, type RawTable, type Table, typeTable } from 'kudari'
import { madeTable } from '../samples/made.ts'
import { samples } from '../samples/samples.ts'
import { type DataSource, type DrawnPoints, drawnClasses } from './data-source.ts'
import { type GivenFile, meantBy } from './given-files.ts'
import { workerMessages } from './messages.ts'

/** A file that was dropped or chosen, as the readers take it. */
const sourceOf = ({ path, file }: GivenFile): ByteSource => ({
  name: path,
  bytes: () => file.stream(),
  size: file.size,
  slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
})

function drawnTable({ task, points }: DrawnPoints): Table {
  const classes = new Set(points.map(([, , k]) => k))
  if (points.length < 2 || (task === 'classification' && classes.size < 2)) throw new KudariError('data', workerMessages.tooFewPoints, undefined)
  const numbers = (name: string, of: 0 | 1) => ({ name, type: 'number' as const, values: Float64Array.from(points, (point) => point[of]) })
  const columns = task === 'regression'
    ? [numbers('x', 0), numbers('y', 1)]
    : [numbers('x1', 0), numbers('x2', 1), { name: 'class', type: 'category' as const, values: points.map(([, , k]) => drawnClasses[k]) }]
  return { columns, rows: points.length, source: 'points', missing: [] }
}

function readFiles({ files, paths, reading }: Extract<DataSource, { kind: 'files' }>): Promise<RawTable> {
  const given = meantBy(files.map((file, i) => ({ file, path: paths?.[i] ?? file.name })))
  if (given.kind === 'folder') return readTable(given.folder, reading)
  if (given.kind === 'table') return readTable(sourceOf(given.table), reading)
  return readTable(sourceOf(given.images), { ...reading, labels: sourceOf(given.labels) })
}

/**
 * Reads a source.
 *
 * @throws KudariError when the file is no table, with the line where there are lines.
 */
export async function readData(data: DataSource): Promise<{ readonly table: Table; readonly detected: Detected | undefined }> {
  if (data.kind === 'made') return { table: madeTable(data.made), detected: undefined }
  if (data.kind === 'drawn') return { table: drawnTable(data.drawn), detected: undefined }
  const raw = data.kind === 'sample'
    ? await readTable(bytesSource(samples[data.name].file, new TextEncoder().encode(samples[data.name].csv)), {})
    : await readFiles(data)
  return { table: typeTable(raw), detected: raw.detected }
}
