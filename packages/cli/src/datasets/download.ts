/** Fetching a file: into FILE.part, resumed where it broke off, checked, and only then put in its place. */
import type { IncomingMessage } from 'node:http'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { KudariError, type Message } from 'kudari'
import { writeError } from '../files/paths.ts'
import { datasetMessages } from '../messages/datasets.ts'
import type { DataFile } from './catalogue.ts'
import { sha256 } from './check.ts'
import { type Part, type Version, beginPart, partPath, readPart, removePart } from './part.ts'
import { type Link, ServerTrouble, connectionTrouble, request } from './request.ts'

/** A file to fetch. */
export interface Target {
  readonly file: DataFile
  /** Where it goes. */
  readonly path: string
  /** The same as the user sees it. */
  readonly shown: string
  /** Where it is to be had; the next one is for when the one before it fails. */
  readonly urls: readonly URL[]
}

/** Who wants to know how it goes. */
export interface Watcher {
  /** A server begins to send; so many bytes were here before. */
  readonly starts: (url: URL, before: number) => void
  readonly progresses: (bytes: number) => void
  /** It is tried once more, after a pause in milliseconds. */
  readonly again: (trouble: ServerTrouble, pause: number, attempt: number) => void
  /** It is tried on another server. */
  readonly elsewhere: (trouble: ServerTrouble, url: URL) => void
}

/** Pauses before the further attempts, in milliseconds. */
export const pauses = [500, 1000, 2000]

/**
 * Fetches a file.
 *
 * @throws KudariError when no server gives it or it cannot be written; an AbortError when the signal is given. What came is kept unless it
 * was found wrong, and the next call goes on from there.
 */
export async function download(target: Target, link: Link, watcher: Watcher): Promise<void> {
  for (const [i, url] of target.urls.entries()) {
    try {
      return await fetchPatiently(target, url, link, watcher)
    } catch (error) {
      if (link.signal.aborted || !(error instanceof ServerTrouble)) throw error
      const next = target.urls[i + 1]
      if (next === undefined) {
        const values = { file: target.file.remote, path: target.shown }
        throw new KudariError('failure', after<typeof values>(datasetMessages.failed, error), values)
      }
      watcher.elsewhere(error, next)
    }
  }
}

/** Tries again what may pass. */
async function fetchPatiently(target: Target, url: URL, link: Link, watcher: Watcher): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetchFrom(target, url, link, watcher)
    } catch (error) {
      if (link.signal.aborted || !(error instanceof ServerTrouble) || !error.mayPass) throw error
      if (attempt === pauses.length) {
        const values = { attempts: attempt }
        throw new ServerTrouble(false, after<typeof values>(datasetMessages.gaveUp, error), values)
      }
      watcher.again(error, pauses[attempt], attempt + 1)
      await pause(pauses[attempt], undefined, { signal: link.signal })
    }
  }
}

/** A message that begins with what went wrong. */
const after = <Values>(message: Message<Values & { problem: string }>, trouble: ServerTrouble): Message<Values> => ({
  en: (values) => message.en({ ...values, problem: trouble.in('en') }),
  ja: (values) => message.ja({ ...values, problem: trouble.in('ja') }),
})

/** What is missing of a file is fetched from one server, once. */
async function fetchFrom(target: Target, url: URL, link: Link, watcher: Watcher): Promise<void> {
  const { file, path } = target
  const part = await readPart(path, file)
  if (part.bytes !== file.bytes) {
    const { answer, before } = await askForRest(target, url, part, link)
    watcher.starts(url, before)
    await receive(answer, target, url, before, link, watcher)
  }
  await settle(target, url)
}

/** The version that an answer is of; weak ETags do not tell versions apart (RFC 9110, 13.1.5). */
function versionOf({ headers }: IncomingMessage, url: URL): Version | undefined {
  const validator = headers.etag?.startsWith('"') ? headers.etag : headers['last-modified']
  return validator === undefined ? undefined : { url: url.href, validator }
}

/** Asks for what is missing, or for everything where the server has another version or sends no parts. */
async function askForRest(target: Target, url: URL, part: Part, link: Link): Promise<{ answer: IncomingMessage; before: number }> {
  const { file } = target
  const { bytes, version } = part
  if (version?.url === url.href && bytes < file.bytes) {
    const answer = await request(url, { range: `bytes=${bytes}-`, 'if-range': version.validator }, link)
    if (isRest(answer, bytes, version, file)) return { answer, before: bytes }
    if (answer.statusCode !== 206 && answer.statusCode !== 416) return { answer: await begin(answer, target, url), before: 0 }
    // Not the part that was asked for.
    answer.destroy()
  }
  return { answer: await begin(await request(url, {}, link), target, url), before: 0 }
}

/** Whether an answer is the rest of what is here. */
function isRest({ statusCode, headers }: IncomingMessage, bytes: number, { validator }: Version, file: DataFile): boolean {
  // The date may be left out of a part, the ETag may not (RFC 9110, 15.3.7).
  const isSame = validator.startsWith('"') ? headers.etag === validator : true
  return statusCode === 206 && isSame && headers['content-range'] === `bytes ${bytes}-${file.bytes - 1}/${file.bytes}`
}

/** Begins the file anew with an answer that holds it, or says why it does not. */
async function begin(answer: IncomingMessage, { file, path, shown }: Target, url: URL): Promise<IncomingMessage> {
  const { statusCode: status = 0, headers } = answer
  const length = headers['content-length'] === undefined ? undefined : Number(headers['content-length'])
  try {
    if (status >= 500 || status === 408 || status === 429) throw new ServerTrouble(true, datasetMessages.busy, { host: url.host, status })
    if (status !== 200) throw new ServerTrouble(false, datasetMessages.refused, { url: url.href, status })
    if (length !== undefined && length !== file.bytes)
      throw new ServerTrouble(false, datasetMessages.wrongLength, { url: url.href, expected: file.bytes, found: length })
    await beginPart(path, file, versionOf(answer, url)).catch((error: unknown) => {
      throw diskTrouble(error, file.bytes, shown)
    })
    return answer
  } catch (error) {
    answer.destroy()
    throw error
  }
}

/** An error of writing, in words. */
function diskTrouble(error: unknown, missing: number, shown: string): unknown {
  const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  return isFull ? new KudariError('failure', datasetMessages.diskFull, { path: shown, bytes: missing }) : writeError(error, shown)
}

/** The part of a file, opened. */
const openPart = ({ path, shown }: Target, flags: 'a' | 'r+'): Promise<FileHandle> =>
  open(partPath(path), flags).catch((error: unknown) => {
    throw writeError(error, shown)
  })

/** Writes what comes behind what is here. */
async function receive(answer: IncomingMessage, target: Target, url: URL, before: number, link: Link, watcher: Watcher): Promise<void> {
  const { file, path, shown } = target
  const expected = file.bytes
  let bytes = before
  const part = await openPart(target, 'a')
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      if (bytes + piece.length > expected) {
        await removePart(path)
        throw new ServerTrouble(false, datasetMessages.wrongLength, { url: url.href, expected, found: undefined })
      }
      await part.appendFile(piece).catch((error: unknown) => {
        throw diskTrouble(error, expected - bytes, shown)
      })
      bytes += piece.length
      watcher.progresses(bytes)
    }
  } catch (error) {
    throw connectionTrouble(error, url, link.env)
  } finally {
    await part.close()
  }
  // A server that names no length may stop anywhere.
  if (bytes < expected) throw new ServerTrouble(true, datasetMessages.broken, { host: url.host, code: `${bytes} < ${expected}` })
}

/** Puts the whole file in its place, if it is the right one. */
async function settle(target: Target, url: URL): Promise<void> {
  const { file, path, shown } = target
  const part = await openPart(target, 'r+')
  try {
    await part.sync()
  } finally {
    await part.close()
  }
  const found = await sha256(partPath(path), Buffer.byteLength(file.header))
  if (found !== file.sha256) {
    await removePart(path)
    throw new ServerTrouble(false, datasetMessages.wrongChecksum, { url: url.href, expected: file.sha256, found })
  }
  await rename(partPath(path), path).catch((error: unknown) => {
    throw writeError(error, shown)
  })
  await removePart(path)
}
