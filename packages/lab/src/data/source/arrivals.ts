/** Files and texts that arrive by drop and by paste, as sources of data. */
import type { DataSource } from '../../worker/data-source.ts'

export type FileSource = Extract<DataSource, { kind: 'files' }>

interface Arrived {
  readonly file: File
  readonly path: string
}

export const sourceOfFiles = (arrived: readonly Arrived[]): FileSource =>
  ({ kind: 'files', files: arrived.map(({ file }) => file), paths: arrived.map(({ path }) => path), reading: {} })

/** What was chosen in a dialog for files or for a folder. */
export const chosenFiles = (files: Iterable<File>): FileSource =>
  sourceOfFiles(Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name })))

/** A text as if it had been a file. */
export const sourceOfText = (text: string, name: string): FileSource => ({ kind: 'files', files: [new File([text], name)], reading: {} })

/** Whether a text can be a table: a header line and a row. */
export const looksLikeTable = (text: string): boolean => text.trim().split(/\r\n|\r|\n/).length >= 2

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => void entry.file(resolve, reject))

/** The entries of a folder, which browsers tell a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => void reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}

async function walk(entry: FileSystemEntry, path: string): Promise<Arrived[]> {
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), path }]
  const inside = await entriesOf(entry as FileSystemDirectoryEntry)
  return (await Promise.all(inside.map((each) => walk(each, `${path}/${each.name}`)))).flat()
}

/** What was dropped, folders with all that is in them. Must be called while the drop is handled: later the browser forgets it. */
export async function droppedFiles(transfer: DataTransfer): Promise<FileSource> {
  const plain = [...transfer.files]
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null)).filter((entry) => entry !== null)
  // Files that are made by a page, or come out of another program, are no entries of a file system.
  if (entries.length === 0) return chosenFiles(plain)
  return sourceOfFiles((await Promise.all(entries.map((entry) => walk(entry, entry.name)))).flat())
}
