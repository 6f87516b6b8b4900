/** Breaking off and going on: the checkpoints of a run, and how one is taken up again. */
import { join } from 'node:path'
import { type Checkpoint, type CheckpointOptions, KudariError, type RunStart, isRunStart, readCheckpoint, writeCheckpoint } from 'kudari'
import { writeAtomically } from '../files/atomic.ts'
import { resolvePath } from '../files/paths.ts'
import { makeFolder, runFiles } from '../files/run-folder.ts'
import { isFolder, readBytes } from '../files/source.ts'
import type { Io } from '../io.ts'
import { filesMessages } from '../messages/files.ts'
import { requireSameData } from './record.ts'

/** Where nothing was said of checkpoints: nobody loses more than a minute. */
const USUAL = { seconds: 60 } as const

/** What stands in a checkpoint beside the state of training. */
interface Kept {
  readonly start: RunStart
  /** How long the run has taken so far. */
  readonly seconds: number
}

/** Keeps the last checkpoint of a run in its folder. */
export function checkpointKeeper(folder: string, start: RunStart, every: { readonly epochs?: number; readonly seconds?: number } = USUAL, secondsBefore = 0) {
  const begin = performance.now()
  let last: Uint8Array | undefined
  const seconds = (): number => secondsBefore + Math.round(performance.now() - begin) / 1000
  const options: CheckpointOptions = {
    ...every,
    async save(checkpoint) {
      const kept: Kept = { start, seconds: seconds() }
      last = writeCheckpoint(checkpoint, kept)
      await makeFolder(folder)
      const bytes = last
      await writeAtomically(join(folder, runFiles.checkpoint), async (file) => void (await file.write(bytes)))
    },
  }
  return { options, seconds, last: (): Uint8Array | undefined => last }
}

/** A run that was broken off. */
export interface BrokenOff extends Kept {
  readonly folder: string
  readonly checkpoint: Checkpoint
}

/**
 * Reads what a run left when it was broken off.
 *
 * @throws KudariError when there is no checkpoint, it is damaged, or the data have changed.
 */
export async function readBrokenOff(io: Io, folder: string): Promise<BrokenOff> {
  const path = join(folder, runFiles.checkpoint)
  if (!(await isFolder(io, folder))) throw new KudariError('data', filesMessages.noRunToResume, { path: folder })
  const bytes = await readBytes(io, path).catch((error: unknown) => {
    if (error instanceof KudariError && error.message.includes('no such file')) throw new KudariError('data', filesMessages.noCheckpoint, { path: folder })
    throw error
  })
  const { checkpoint, run } = readCheckpoint(bytes, path)
  const { start, seconds } = run as Kept
  if (!isRunStart(start)) throw new KudariError('data', filesMessages.badRunRecord, { path, problem: 'format' })
  await requireSameData(io, start, folder, path)
  return { folder: resolvePath(io.cwd, folder), start, seconds, checkpoint }
}
