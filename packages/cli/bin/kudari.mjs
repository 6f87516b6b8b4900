#!/usr/bin/env node
/** The `kudari` executable. It is here, and not in `dist`, so that npm can link it before anything is built. */
import { existsSync, statSync } from 'node:fs'
import * as modules from 'node:module'

/** Files from so many bytes on make the memory of the process large. */
const LARGE_FILE = 64 * 2 ** 20

/** The size of a file; 0 for anything that is none. */
function sizeOf(path) {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/**
 * For large tables, the system hands out memory in huge pages, which takes half of the time. The C library of Linux must be told
 * so before a process starts: so this process begins anew, in its own place (Node 23.11 and later).
 */
function useHugePages() {
  const { execArgv, execPath, argv, env, platform } = process
  if (platform !== 'linux' || !process.execve || env.GLIBC_TUNABLES !== undefined) return
  if (!argv.slice(3).some((argument) => sizeOf(argument) >= LARGE_FILE)) return
  process.execve(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' })
}

useHugePages()
// From the second start on, what was compiled is read from the disk (Node 22.1 and later).
modules.enableCompileCache?.()

const built = new URL('../dist/bin.js', import.meta.url)
if (existsSync(built)) await import(built)
else {
  console.error('kudari: not built yet; run: npm run build\nkudari: まだビルドされていません。npm run build を実行してください')
  process.exitCode = 1
}
