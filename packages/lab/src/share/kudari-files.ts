/** Files that Kudari has written, among those that were given: a state, a run folder, a model. */
import { KudariError, type Losses, type RunRecord, isRunStart, readLosses } from 'kudari'
import { EXTENSION, readStateFile } from '../session/state-file.ts'
import type { LabState } from '../session/state.ts'
import { shareMessages } from './messages.ts'

export type KudariFiles =
  | { readonly kind: 'state'; readonly state: LabState }
  | { readonly kind: 'run'; readonly record: RunRecord; readonly losses?: Losses; readonly others: readonly File[] }
  | { readonly kind: 'model'; readonly file: File }

/** A record is a page of JSON; its first lines say that it is one. */
const MOST = 50_000_000
const FIRST = 200

const looksLikeRecord = async (file: File): Promise<boolean> =>
  /\.json$/i.test(file.name) && file.size < MOST && /"format"\s*:\s*"kudari-run"/.test(await file.slice(0, FIRST).text())

const isNamed = (name: string) => (file: File): boolean => file.name.toLowerCase() === name

async function readRecord(file: File): Promise<RunRecord> {
  const refuse = (): never => {
    throw new KudariError('data', shareMessages.badRecord, { name: file.name })
  }
  try {
    const value: unknown = JSON.parse(await file.text())
    return isRunStart(value) && 'outcome' in value ? (value as RunRecord) : refuse()
  } catch {
    return refuse()
  }
}

async function readHistory(file: File): Promise<Losses> {
  return readLosses([new Uint8Array(await file.arrayBuffer())], file.name)
}

/**
 * What of Kudari's own is among the files.
 *
 * @returns undefined where there is nothing: they are data then.
 * @throws KudariError when a file is Kudari's, but damaged.
 */
export async function kudariFilesIn(files: readonly File[]): Promise<KudariFiles | undefined> {
  const state = files.find(({ name }) => name.toLowerCase().endsWith(EXTENSION))
  if (state) return { kind: 'state', state: await readStateFile(state) }
  for (const file of files)
    if (await looksLikeRecord(file)) {
      const history = files.find(isNamed('history.csv'))
      return { kind: 'run', record: await readRecord(file), ...(history && { losses: await readHistory(history) }), others: files.filter((each) => each !== file && each !== history) }
    }
  const model = files.find(({ name }) => /\.safetensors$/i.test(name) && !/^checkpoint\./i.test(name))
  return model && { kind: 'model', file: model }
}
