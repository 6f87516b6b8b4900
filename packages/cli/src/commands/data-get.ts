/** `kudari data get`: a well-known data set, fetched from its home and checked. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KudariError, nearest } from 'kudari'
import { type DataSet, dataSets } from '../datasets/catalogue.ts'
import { standingOf } from '../datasets/check.ts'
import { type Target, type Watcher, download, pauses } from '../datasets/download.ts'
import { useProxy } from '../datasets/proxy.ts'
import { EXIT } from '../exit.ts'
import { writeAtomically } from '../files/atomic.ts'
import { resolvePath, writeError } from '../files/paths.ts'
import type { Io, Voice } from '../io.ts'
import { datasetMessages } from '../messages/datasets.ts'
import type { Values } from '../options/option.ts'
import type { dataGet as options } from '../options/tables.ts'
import { shellQuote } from '../output/command-line.ts'
import { downloadLine } from '../terminal/progress.ts'
import { sizeText } from '../terminal/size.ts'

/** A server that sends nothing for so many milliseconds is given up. */
const PATIENCE = 30_000

function findDataSet(name: string): DataSet {
  const found = dataSets.find((each) => each.name === name)
  if (found) return found
  const names = dataSets.map((each) => each.name)
  throw new KudariError('usage', datasetMessages.unknown, { name, nearest: nearest(name, names), known: names.join(', ') })
}

/** Where each file of a data set is to be had, and where it goes. */
const targetsOf = (set: DataSet, folder: string, bases: readonly string[], cwd: string): Target[] =>
  set.files.map((file) => {
    const shown = join(folder, file.name)
    return { file, shown, path: resolvePath(cwd, shown), urls: bases.map((base) => new URL(file.remote, base)) }
  })

/**
 * Takes what is here already, before anything is fetched.
 *
 * @returns the files that are missing.
 * @throws KudariError when something else is in the place of a file, or the place cannot be looked at.
 */
async function missingOf(targets: readonly Target[], force: boolean): Promise<Set<Target>> {
  const missing = new Set<Target>()
  const bare: Target[] = []
  for (const target of targets) {
    const standing = await standingOf(target.path, target.file).catch((error: unknown) => {
      throw writeError(error, target.shown)
    })
    if (standing.kind === 'other' && !force)
      throw new KudariError('usage', datasetMessages.differs, { path: target.shown, expected: target.file.sha256, found: standing.found })
    if (standing.kind === 'bare') bare.push(target)
    else if (standing.kind !== 'right') missing.add(target)
  }
  // Fetched by hand, as it is at home.
  for (const { path, file } of bare) {
    const content = await readFile(path)
    await writeAtomically(path, (handle) => handle.writeFile(Buffer.concat([Buffer.from(file.header), content])))
  }
  return missing
}

/** Tells how the fetching of one file goes. */
function watcherOf({ file, shown: path }: Target, io: Io, voice: Voice): Watcher & { readonly ends: () => void } {
  const { language, mode } = voice
  const tell = (write: Io['out'], text: string) => {
    if (mode === 'text') write(`${text}\n`)
  }
  const size = sizeText(file.bytes)
  let line = downloadLine(0, file.bytes, io, voice)
  return {
    starts({ host }, before) {
      const { starts, resumes } = datasetMessages
      tell(io.out, before > 0 ? resumes[language]({ path, host, size, done: sizeText(before) }) : starts[language]({ path, host, size }))
      line = downloadLine(before, file.bytes, io, voice)
    },
    progresses: (bytes) => line.update(bytes),
    again(trouble, pause, attempt) {
      line.clear()
      const problem = trouble.in(language)
      tell(io.err, datasetMessages.again[language]({ problem, seconds: pause / 1000, attempt, attempts: pauses.length }))
    },
    elsewhere(trouble, { host }) {
      line.clear()
      tell(io.err, datasetMessages.elsewhere[language]({ problem: trouble.in(language), host }))
    },
    ends: () => line.clear(),
  }
}

/**
 * Fetches one file, and tells how it goes.
 *
 * @returns whether it is there now; false when the user stopped it.
 */
async function fetchFile(target: Target, io: Io, voice: Voice): Promise<boolean> {
  const watcher = watcherOf(target, io, voice)
  try {
    await download(target, { env: io.env, signal: io.signal, patience: PATIENCE }, watcher)
    return true
  } catch (error) {
    if (io.signal.aborted) return false
    throw error
  } finally {
    watcher.ends()
  }
}

/** Fetches a data set. */
export async function dataGet(name: string, given: Values<typeof options>, io: Io, voice: Voice): Promise<number> {
  const { language, mode } = voice
  const texts = datasetMessages
  const set = findDataSet(name)
  const folder = given.out ?? set.name
  const targets = targetsOf(set, folder, given.url === undefined ? set.bases : [given.url], io.cwd)
  const missing = await missingOf(targets, given.force === true)
  const files: { path: string; bytes: number; sha256: string; fetched: boolean }[] = []
  const tell = (text: string) => {
    if (mode === 'text') io.out(`${text}\n`)
  }
  const end = (isInterrupted: boolean): number => {
    if (mode === 'json') io.out(`${JSON.stringify({ name, out: folder, files, interrupted: isInterrupted })}\n`)
    return isInterrupted ? EXIT.interrupted : EXIT.fine
  }

  tell(texts.source[language]({ name, title: set.title[language](), license: set.license, home: set.home }))
  const stopUsingProxy = useProxy(io.env)
  try {
    for (const target of targets) {
      const { shown: path, file } = target
      const isMissing = missing.has(target)
      if (isMissing && !(await fetchFile(target, io, voice))) {
        tell(texts.interrupted[language]({ path }))
        return end(true)
      }
      tell(isMissing ? texts.fetched[language]({ path, bytes: file.bytes }) : texts.present[language]({ path }))
      files.push({ path, bytes: file.bytes, sha256: file.sha256, fetched: isMissing })
    }
  } finally {
    stopUsingProxy()
  }
  tell(`\n${texts.next[language]()}\n  kudari train ${shellQuote(join(folder, set.next.file))} ${set.next.options}`)
  return end(false)
}
