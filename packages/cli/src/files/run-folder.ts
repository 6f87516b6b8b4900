/** The folder of a run: where it goes, and how it gets there whole. */
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { KudariError } from 'kudari'
import { filesMessages } from '../messages/files.ts'
import type { Io } from '../io.ts'
import { resolvePath, writeError } from './paths.ts'

/** The files of a run folder. */
export const runFiles = {
  model: 'model.safetensors',
  history: 'history.csv',
  record: 'run.json',
  report: 'report.html',
  checkpoint: 'checkpoint.safetensors',
} as const

/** The entries of a folder; undefined where there is none. */
async function entries(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw writeError(error, folder)
  }
}

/**
 * Makes sure, before any work is done, that a run may be written to a folder.
 *
 * @throws KudariError when something is there and `force` is not given, or when what is there is no run.
 */
export async function requireFree(folder: string, force: boolean): Promise<void> {
  const found = await entries(folder)
  if (found === undefined || found.length === 0) return
  if (!force) throw new KudariError('usage', filesMessages.exists, { path: folder })
  if (!found.includes(runFiles.record) && !found.includes(runFiles.checkpoint)) throw new KudariError('usage', filesMessages.notARunFolder, { path: folder })
}

/** Whether a folder holds the record or the model of a run. */
export async function isRun(io: Io, path: string): Promise<boolean> {
  const found = (await entries(resolvePath(io.cwd, path))) ?? []
  return found.includes(runFiles.record) || found.includes(runFiles.model)
}

/** The first of `runs/NAME`, `runs/NAME-2`, ... that is free. */
export async function freeFolder(cwd: string, name: string): Promise<string> {
  for (let i = 1; ; i++) {
    const folder = join(cwd, 'runs', i === 1 ? name : `${name}-${i}`)
    if ((await entries(folder)) === undefined) return folder
  }
}

/** A name for the runs of a table: its file name without endings, in characters that every file system takes. */
export function runName(source: string, model: string): string {
  const base = source === '-' ? 'stdin' : basename(source).replace(/(?:\.[A-Za-z]\w{0,7}){1,2}$/, '')
  const safe = base.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '')
  return `${safe || 'run'}-${model}`
}

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

/** Makes a folder and those above it. (Node's own way never ends where a parent exists and still nothing can be made.) */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return
    if (!hasCode(error, 'ENOENT') || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

/**
 * Writes a run as a whole: into a folder beside the place, which is then moved there. An interrupted or failed write
 * leaves the old run as it was.
 */
export async function writeRun(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`)
  try {
    await makeFolder(temporary)
    for (const [name, content] of Object.entries(files)) await writeFile(join(temporary, name), content, { flush: true })
    await replaceFolder(temporary, folder)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw writeError(error, folder)
  }
}

/** Puts one folder in the place of another. A folder cannot replace one that holds files, so the old one steps aside first. */
async function replaceFolder(from: string, to: string): Promise<void> {
  const exists = await stat(to).then(
    () => true,
    () => false,
  )
  if (!exists) return rename(from, to)
  const old = `${from}.old`
  await rename(to, old)
  try {
    await rename(from, to)
  } catch (error) {
    await rename(old, to)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}
