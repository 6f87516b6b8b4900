/** `run.json` as the command writes and reads it: with the files that a run read, and whether they are still the same. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { type Initial, KudariError, type Plan, type RecordedFile, type RunRecord, type RunStart, isRunStart, keptInitial, runStart } from 'kudari'
import { labelsPath } from '../files/labels.ts'
import { folderSource, isFolder, readJson } from '../files/source.ts'
import { resolvePath } from '../files/paths.ts'
import { runFiles } from '../files/run-folder.ts'
import type { Io } from '../io.ts'
import { filesMessages } from '../messages/files.ts'
import type { Values } from '../options/option.ts'
import type { train } from '../options/tables.ts'
import { version } from '../version.ts'

/** So many bytes are read at a time. */
const PIECE = 1024 * 1024

/** Of a file; of a folder of images: over the name, the size and the bytes of each of them in order. */
async function sha256(io: Io, path: string): Promise<string> {
  const hash = createHash('sha256')
  if (await isFolder(io, path)) {
    const { images } = await folderSource(io, path)
    for (const { name, bytes } of images) {
      const content = await bytes()
      hash.update(`${name}\0${content.length}\0`).update(content)
    }
    return hash.digest('hex')
  }
  for await (const chunk of createReadStream(resolvePath(io.cwd, path), { highWaterMark: PIECE })) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** @param labels where the labels are, if told. */
async function recordFile(io: Io, folder: string, path: string, labels?: string): Promise<RecordedFile> {
  if (path === '-') return { path }
  const seen = relative(folder, resolvePath(io.cwd, path))
  const found = await labelsPath(io, path, labels)
  return {
    path: sep === '/' ? seen : seen.replaceAll(sep, '/'),
    sha256: await sha256(io, path),
    ...(found !== undefined && { labels: await recordFile(io, folder, found) }),
  }
}

const notRecorded = new Set(['out', 'force', 'quiet', 'json', 'lang', 'log-every', 'help', 'validation-data', 'labels', 'checkpoint'])

/** Puts on record what a run is going to do. */
export async function recordStart(
  io: Io,
  folder: string,
  data: string,
  options: Values<typeof train>,
  initial: Initial | undefined,
  plan: Plan,
): Promise<RunStart> {
  const held = options['validation-data']
  return runStart(plan, {
    kudari: version,
    data: await recordFile(io, folder, data, options.labels),
    ...(held !== undefined && { validationData: await recordFile(io, folder, held) }),
    given: {
      ...Object.fromEntries(Object.entries(options).filter(([name]) => !notRecorded.has(name))),
      ...keptInitial(plan, initial),
    },
  })
}

/** Where a recorded file lies, as seen by the user. */
export const recordedPath = (folder: string, path: string): string =>
  path === '-' || isAbsolute(path) ? path : join(folder, path)

/**
 * Reads a `run.json`, whatever has become of the run's data.
 *
 * @throws KudariError when it is none.
 */
export async function readRecordFile(io: Io, path: string): Promise<RunRecord> {
  const value = await readJson(io, path)
  if (!isRunStart(value)) throw new KudariError('data', filesMessages.badRunRecord, { path, problem: 'format' })
  return value as RunRecord
}

/**
 * Reads the record of a run that is to be repeated.
 *
 * @param path the run folder, or its model file.
 * @returns the record, and the folder that its paths are seen from.
 * @throws KudariError when there is none, or the data have changed since.
 */
export async function readRecord(io: Io, path: string, isRunFolder: boolean): Promise<{ record: RunRecord; folder: string }> {
  const folder = isRunFolder ? path : dirname(path)
  const place = join(folder, runFiles.record)
  let record: RunRecord
  try {
    record = await readRecordFile(io, place)
  } catch (error) {
    if (error instanceof KudariError && error.message.includes('no such file'))
      throw new KudariError('data', filesMessages.noRunRecord, { path })
    throw error
  }
  await requireSameData(io, record, folder, place)
  return { record, folder }
}

/**
 * Makes sure that the files a run read are still there, and are the same.
 *
 * @param folder that its paths are seen from.
 * @param place for messages: the record's file.
 */
export async function requireSameData(io: Io, { data, validationData }: RunStart, folder: string, place: string): Promise<void> {
  for (const file of [data, data.labels, validationData, validationData?.labels]) {
    if (file === undefined) continue
    if (file.path === '-') throw new KudariError('data', filesMessages.dataFromInput, { path: place })
    const full = resolvePath(io.cwd, recordedPath(folder, file.path))
    const found = await sha256(io, full).catch(() => undefined)
    if (found === undefined) throw new KudariError('data', filesMessages.dataGone, { path: place, data: full })
    if (found !== file.sha256) throw new KudariError('data', filesMessages.dataChanged, { path: place, data: full })
  }
}
