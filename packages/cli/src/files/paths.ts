/** Paths as the user means them, and what the operating system's errors mean for them. */
import { isAbsolute, join } from 'node:path'
import { KudariError } from 'kudari'
import { filesMessages } from '../messages/files.ts'

/** A path as seen from where the user stands. */
export const resolvePath = (cwd: string, path: string): string => (isAbsolute(path) ? path : join(cwd, path))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** An error of reading a file, in words. What is not known is thrown as it came. */
export function readError(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new KudariError('data', filesMessages.notFound, { path })
  if (code === 'EISDIR') return new KudariError('data', filesMessages.isFolder, { path })
  if (code === 'EACCES' || code === 'EPERM') return new KudariError('data', filesMessages.noPermission, { path })
  return error
}

/** An error of writing a file, in words: a full disk is a failure, a place that cannot be written a wrong call. */
export function writeError(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new KudariError('failure', filesMessages.diskFull, { path })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EISDIR', 'EEXIST', 'ENAMETOOLONG'].includes(code))
    return new KudariError('usage', filesMessages.cannotWrite, { path, reason: code })
  return error
}
