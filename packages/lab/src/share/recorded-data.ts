/** The data of a run as its record knows them: files that lie beside it. */
import type { RecordedFile } from 'kudari'
import { samples } from '../samples/samples.ts'
import { type DataSource, nameOfSource } from '../worker/data-source.ts'
import { meantBy } from '../worker/given-files.ts'

/** SHA-256 in hexadecimal; undefined in pages that were not opened over a secure connection. */
export async function sha256(...parts: readonly BlobPart[]): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await new Blob([...parts]).arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function recorded(path: string, ...parts: readonly BlobPart[]): Promise<RecordedFile> {
  const sum = await sha256(...parts)
  return { path, ...(sum !== undefined && { sha256: sum }) }
}

/** Whether data are made by the page, so that a file of them has to be saved first. */
export const isMade = ({ kind }: DataSource): boolean => kind === 'made' || kind === 'drawn'

/** The file of the data, as it lies beside a record. */
export const dataFileName = (data: DataSource): string => (isMade(data) ? `${nameOfSource(data)}.csv` : nameOfSource(data))

/** @param rows gives the table of made data as CSV. */
export async function recordedData(data: DataSource, rows: () => Promise<string>): Promise<RecordedFile> {
  if (data.kind === 'sample') return recorded(samples[data.name].file, samples[data.name].csv)
  if (data.kind !== 'files') return recorded(dataFileName(data), await rows())
  const given = meantBy(data.files.map((file, i) => ({ file, path: data.paths?.[i] ?? file.name })))
  if (given.kind === 'table') return recorded(given.table.file.name, given.table.file)
  if (given.kind === 'labelled') {
    const { images, labels } = given
    return { ...(await recorded(images.file.name, images.file)), labels: await recorded(labels.file.name, labels.file) }
  }
  const { name, images } = given.folder
  const parts = await Promise.all(images.map(async (image) => {
    const bytes = await image.bytes()
    return [`${image.name}\0${bytes.length}\0`, bytes as Uint8Array<ArrayBuffer>]
  }))
  return recorded(name, ...parts.flat())
}
