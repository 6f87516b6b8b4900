/** Finds a BLAS, tries it, and hands it out. */
import { createRequire } from 'node:module'
import { KudariError, type MatrixProducts } from 'kudari'
import { blasMessages } from './messages.ts'
import { libraryName, usualNames } from './names.ts'
import { isWorthIt, isWorthThreads } from './rule.ts'
import { misfit } from './self-test.ts'

/**
 * A BLAS of the system. Its results are the same on one machine from run to run, but not from machine to machine: each has
 * kernels of its own for its processor.
 */
export interface Blas extends MatrixProducts {
  readonly path: string
}

/** A product by the C interface: order, transpositions, sizes, and the operands with their row lengths. */
export type Gemm = (
  order: number, transposeA: number, transposeB: number, m: number, n: number, k: number,
  alpha: number, a: Uint8Array, lda: number, b: Uint8Array, ldb: number, beta: number, c: Uint8Array, ldc: number,
) => void

/** What is needed of koffi. */
interface Koffi {
  load(path: string): { func(prototype: string): (...args: unknown[]) => unknown }
}

/** Constants of the C interface. */
const ROW_MAJOR = 101
const NO_TRANSPOSE = 111
const TRANSPOSE = 112

const prototype = (name: string, type: string): string =>
  `void ${name}(int order, int transA, int transB, int m, int n, int k, ${type} alpha, void *a, int lda, void *b, int ldb, ${type} beta, void *c, int ldc)`

/** Ways of the libraries to set their number of threads. */
const threadSetters = [
  'void openblas_set_num_threads(int count)',
  'void MKL_Set_Num_Threads(int count)',
  'void bli_thread_set_num_threads(int64_t count)',
]

/** koffi is an optional dependency: without it there is no BLAS. */
function loadKoffi(): Koffi | undefined {
  try {
    return createRequire(import.meta.url)('koffi') as Koffi
  } catch {
    return undefined
  }
}

interface Functions {
  readonly sgemm: Gemm
  readonly dgemm: Gemm
  readonly setThreads: (count: number) => void
}

function open(koffi: Koffi, path: string): Functions {
  const library = koffi.load(path)
  const optional = (text: string): ((count: number) => void) | undefined => {
    try {
      return library.func(text) as (count: number) => void
    } catch {
      return undefined
    }
  }
  const setters = threadSetters.map(optional).filter((setter) => setter !== undefined)
  return {
    sgemm: library.func(prototype('cblas_sgemm', 'float')) as Gemm,
    dgemm: library.func(prototype('cblas_dgemm', 'double')) as Gemm,
    setThreads: (count) => setters.forEach((setter) => setter(count)),
  }
}

function blasOf(path: string, { sgemm, dgemm, setThreads }: Functions): Blas {
  let memory: WebAssembly.Memory | undefined
  /** How many threads it may use, and how many it is set to. */
  let allowed = 1
  let present = 0
  let buffer: ArrayBufferLike | undefined
  /** Views that begin at an address: the same ones are asked for at every step. */
  const views = new Map<number, Uint8Array>()
  const at = (address: number): Uint8Array => {
    // A memory that is not shared moves when it grows.
    if (memory!.buffer !== buffer) {
      ;({ buffer } = memory!)
      views.clear()
    }
    let found = views.get(address)
    if (!found) {
      found = new Uint8Array(buffer, address)
      views.set(address, found)
    }
    return found
  }
  return {
    name: libraryName(path),
    path,
    attach(given) {
      memory = given
    },
    isWorthIt: (_dtype, m, n, k) => isWorthIt(m, n, k),
    setThreads(count) {
      allowed = count
    },
    gemm(dtype, transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc) {
      const gemm = dtype === 'float32' ? sgemm : dgemm
      const threads = isWorthThreads(m, n, k) ? allowed : 1
      if (threads !== present) setThreads((present = threads))
      gemm(
        ROW_MAJOR, transposeA ? TRANSPOSE : NO_TRANSPOSE, transposeB ? TRANSPOSE : NO_TRANSPOSE,
        m, n, k, alpha, at(a), Math.max(lda, 1), at(b), Math.max(ldb, 1), beta, at(c), Math.max(ldc, 1),
      )
    },
  }
}

/** A library that can be used, or why it cannot. */
function tryLibrary(koffi: Koffi, path: string): { readonly blas: Blas } | { readonly reason: string } {
  try {
    const functions = open(koffi, path)
    const blas = blasOf(path, functions)
    const reason = misfit(blas)
    return reason === undefined ? { blas } : { reason }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * The system's BLAS.
 *
 * @param request `auto`: the first of the usual names that can be used, or none. A path: that one.
 * @returns undefined with `auto` where no BLAS can be used.
 * @throws KudariError when the library at a path cannot be used, saying why.
 * @example
 * useProducts(loadBlas('auto'))
 */
export function loadBlas(request: string): Blas | undefined {
  const koffi = loadKoffi()
  if (request === 'auto') {
    for (const path of koffi ? usualNames(process.platform) : []) {
      const tried = tryLibrary(koffi!, path)
      if ('blas' in tried) return tried.blas
    }
    return undefined
  }
  const tried = koffi ? tryLibrary(koffi, request) : { reason: 'the package koffi is not installed' }
  if ('blas' in tried) return tried.blas
  throw new KudariError('usage', blasMessages.cannotLoad, { path: request, reason: tried.reason })
}
