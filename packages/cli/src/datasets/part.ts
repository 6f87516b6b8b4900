/** The part of a file that has come so far, in FILE.part, and beside it of which version at home it is. */
import { open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../files/run-folder.ts'
import type { DataFile } from './catalogue.ts'

export const partPath = (path: string): string => `${path}.part`
const versionPath = (path: string): string => `${path}.part.json`

/** The version of a file that a server has, by its ETag or its date. */
export interface Version {
  readonly url: string
  readonly validator: string
}

/** What is here of a file, without the header. */
export interface Part {
  readonly bytes: number
  /** Undefined where the server told none, and so nothing can be resumed. */
  readonly version: Version | undefined
}

const nothing: Part = { bytes: 0, version: undefined }

const isVersion = (value: unknown): value is Version =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  typeof value.url === 'string' &&
  'validator' in value &&
  typeof value.validator === 'string'

async function readVersion(path: string): Promise<Version | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(versionPath(path), 'utf8'))
    return isVersion(value) ? value : undefined
  } catch {
    // None, or half of one: then nothing is known of the part.
    return undefined
  }
}

/** What an earlier call left of a file. */
export async function readPart(path: string, { header }: DataFile): Promise<Part> {
  const info = await stat(partPath(path)).catch(() => undefined)
  const bytes = (info?.size ?? 0) - Buffer.byteLength(header)
  return bytes > 0 ? { bytes, version: await readVersion(path) } : nothing
}

/** Begins a file anew. The old part goes first, so that it is never taken for one of the new version. */
export async function beginPart(path: string, { header }: DataFile, version: Version | undefined): Promise<void> {
  await makeFolder(dirname(path))
  await rm(versionPath(path), { force: true })
  const file = await open(partPath(path), 'w')
  try {
    await file.writeFile(header)
  } finally {
    await file.close()
  }
  if (version !== undefined) await writeFile(versionPath(path), JSON.stringify(version))
}

/** Removes what came of a file. */
export async function removePart(path: string): Promise<void> {
  await rm(partPath(path), { force: true })
  await rm(versionPath(path), { force: true })
}
