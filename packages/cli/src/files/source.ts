/** Files and standard input as sources of bytes for the readers. */
import { createReadStream } from 'node:fs'
import { open, readFile, readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type ByteSource, type ImageFolder, type TableSource, imageFolder } from '@kudari/readers'
import { KudariError } from 'kudari'
import type { Io } from '../io.ts'
import { filesMessages } from '../messages/files.ts'
import { readError, resolvePath } from './paths.ts'
import { runFiles } from './run-folder.ts'

/** So many bytes are read at a time: with Node's 64 KiB, a large file is mostly waited for. */
const PIECE = 1024 * 1024

/** What a table is read from: `-` is standard input, a folder one of images, anything else a file. */
export const tableSource = async (io: Io, path: string): Promise<TableSource> =>
  path !== '-' && (await isFolder(io, path)) ? folderSource(io, path) : source(io, path)

/** The images of a folder. */
export async function folderSource(io: Io, path: string): Promise<ImageFolder> {
  const full = resolvePath(io.cwd, path)
  try {
    const paths = await readdir(full, { recursive: true })
    const name = path.replace(/(?<=.)[/\\]+$/, '')
    return imageFolder(name, paths.map((inside) => inside.split(sep).join('/')), (inside) => readBytes(io, join(path, inside)))
  } catch (error) {
    throw readError(error, path)
  }
}

/** `-` is standard input, which cannot be read twice; anything else is a file. */
export async function source(io: Io, path: string): Promise<ByteSource> {
  if (path === '-') return { name: '-', bytes: io.input }
  const full = resolvePath(io.cwd, path)
  try {
    const info = await stat(full)
    if (info.isDirectory()) throw new KudariError('data', filesMessages.isFolder, { path })
    // A pipe or a device has no size to read parts of.
    const isFile = info.isFile()
    await (await open(full)).close()
    return {
      name: path,
      bytes: () => createReadStream(full, { highWaterMark: PIECE }),
      ...(isFile && { size: info.size, slice: (start: number, end: number) => readSlice(full, start, end) }),
    }
  } catch (error) {
    throw readError(error, path)
  }
}

async function readSlice(path: string, start: number, end: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(end - start)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** All bytes of a file. */
export async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolvePath(io.cwd, path))
  } catch (error) {
    throw readError(error, path)
  }
}

/** A JSON file's content. */
export async function readJson(io: Io, path: string): Promise<unknown> {
  const bytes = await readBytes(io, path)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new KudariError('data', filesMessages.badJson, { path, problem: error instanceof Error ? error.message : '' })
  }
}

/** Whether a path names a folder. */
export const isFolder = async (io: Io, path: string): Promise<boolean> =>
  stat(resolvePath(io.cwd, path)).then(
    (info) => info.isDirectory(),
    () => false,
  )

/** Whether a path names anything. */
export const isThere = async (io: Io, path: string): Promise<boolean> =>
  stat(resolvePath(io.cwd, path)).then(
    () => true,
    () => false,
  )

/** The model file that a path means: itself, or the one in a run folder. */
export async function modelPath(io: Io, path: string): Promise<string> {
  if (!(await isFolder(io, path))) return path
  const inside = join(path, runFiles.model)
  if (!(await isThere(io, inside))) throw new KudariError('data', filesMessages.noModel, { path })
  return inside
}
