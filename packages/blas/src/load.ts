/** Finds a BLAS, or takes the one that was named. */
import { spawnSync } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { KudariError } from 'kudari'
import type { Refusal } from './functions.ts'
import { type Blas, tryLibrary } from './library.ts'
import { blasMessages, reasons } from './messages.ts'
import { usualNames } from './names.ts'

/** The script that tries a library: built like this file, or a source like it. */
const trial = fileURLToPath(new URL(`trial${extname(import.meta.url)}`, import.meta.url))

/** Whether loading a library ends the process, found out in another one. */
function tryApart(path: string): Refusal | undefined {
  // Options of Node that are meant for this process could keep the other from running, or let it wait for a debugger.
  const { status, signal, error } = spawnSync(process.execPath, [trial, path], { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } })
  if (error) return { reason: reasons.notLoaded(error.message, false) }
  return status === 0 ? undefined : { reason: reasons.endsProcess(signal, status) }
}

/** The first of these libraries that can be used and has kernels for this processor. */
export function firstUsable(paths: readonly string[]): Blas | undefined {
  for (const path of paths) {
    const tried = tryLibrary(path)
    if ('blas' in tried && !tried.isGeneric) return tried.blas
  }
  return undefined
}

/**
 * The system's BLAS.
 *
 * @param request `auto`: the first of the usual names that can be used and has kernels for this processor, or none. A path: that
 * library, tried in a process of its own first, because a broken file ends the process that loads it.
 * @returns undefined with `auto` where no BLAS can be used.
 * @throws KudariError when the library at a path cannot be used, saying why.
 * @example
 * useProducts(loadBlas('auto'))
 */
export function loadBlas(request: string): Blas | undefined {
  if (request === 'auto') return firstUsable(usualNames(process.platform))
  const tried = tryApart(request) ?? tryLibrary(request)
  if ('blas' in tried) return tried.blas
  throw new KudariError('usage', blasMessages.cannotUse, { path: request, reason: tried.reason })
}
