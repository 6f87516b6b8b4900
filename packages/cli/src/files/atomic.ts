/** Writing files so that nobody ever sees half of one: beside the place, then moved there in one go. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { writeError } from './paths.ts'

let counter = 0

/** A name in the same folder that nobody else uses. */
const temporaryName = (path: string): string => `${path}.${process.pid}-${++counter}.tmp`

/**
 * Lets `write` fill a new file, and then puts that file in the place of `path` in one step. When anything goes wrong
 * the old file stays as it was, and the new one is removed.
 *
 * @throws KudariError when the place cannot be written or the disk is full.
 */
export async function writeAtomically(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const temporary = temporaryName(path)
  try {
    const file = await open(temporary, 'wx')
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw writeError(error, path)
  }
}
