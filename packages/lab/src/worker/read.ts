/** From a source of data to a table whose columns have types. */
import { type ImageFolder, type ByteSource, bytesSource, readTable } from '@kudari/readers'
import { KudariError, type Table, typeTable } from 'kudari'
import { madeTable } from '../samples/made.ts'
import { samples } from '../samples/samples.ts'
import type { DataSource, DrawnPoints } from './data-source.ts'
import { workerMessages } from './messages.ts'

/** A file that was dropped or chosen, as the readers take it. */
const sourceOf = (file: File): ByteSource => ({
  name: file.webkitRelativePath || file.name,
  bytes: () => file.stream(),
  size: file.size,
  slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
})

const isLabels = ({ name }: File): boolean => /labels|idx1/i.test(name)
const isImage = ({ name }: File): boolean => /\.(png|jpe?g)$/i.test(name)

/** Images in folders that are named after their classes. */
function folderOf(files: readonly File[]): ImageFolder {
  const [first] = files
  return {
    name: first.webkitRelativePath.split('/')[0] || first.name,
    images: files.filter(isImage).map((file) => ({
      name: file.webkitRelativePath.split('/').slice(1).join('/') || file.name,
      bytes: async () => new Uint8Array(await file.arrayBuffer()),
    })),
  }
}

function drawnTable({ task, points }: DrawnPoints): Table {
  const classes = new Set(points.map(([, , k]) => k))
  if (points.length < 2 || (task === 'classification' && classes.size < 2)) throw new KudariError('data', workerMessages.tooFewPoints, undefined)
  const numbers = (name: string, of: 0 | 1) => ({ name, type: 'number' as const, values: Float64Array.from(points, (point) => point[of]) })
  const columns = task === 'regression'
    ? [numbers('x', 0), numbers('y', 1)]
    : [numbers('x1', 0), numbers('x2', 1), { name: 'class', type: 'category' as const, values: points.map(([, , k]) => 'ABCDEFGHIJ'[k]) }]
  return { columns, rows: points.length, source: 'points', missing: [] }
}

/**
 * Reads a source.
 *
 * @throws KudariError when the file is no table, with the line where there are lines.
 */
export async function readData(data: DataSource): Promise<{ readonly table: Table; readonly detected: Awaited<ReturnType<typeof readTable>>['detected'] }> {
  if (data.kind === 'made') return { table: madeTable(data.made), detected: undefined }
  if (data.kind === 'drawn') return { table: drawnTable(data.drawn), detected: undefined }
  const raw = data.kind === 'sample'
    ? await readTable(bytesSource(samples[data.name].file, new TextEncoder().encode(samples[data.name].csv)), {})
    : await readFiles(data.files, data.reading)
  return { table: typeTable(raw), detected: raw.detected }
}

function readFiles(files: readonly File[], reading: Parameters<typeof readTable>[1]): ReturnType<typeof readTable> {
  if (files.some(isImage)) return readTable(folderOf(files), reading)
  const labels = files.length === 2 ? files.find(isLabels) : undefined
  const [file] = files.filter((each) => each !== labels)
  return readTable(sourceOf(file), { ...reading, ...(labels && { labels: sourceOf(labels) }) })
}
