/** The functions that a BLAS must have, found in a library and called through koffi. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import type { Message } from 'kudari'
import { reasons } from './messages.ts'

/** A product by the C interface: order, transpositions, sizes, and the operands with their row lengths. */
export type Gemm = (
  order: number, transposeA: number, transposeB: number, m: number, n: number, k: number,
  alpha: number, a: Uint8Array, lda: number, b: Uint8Array, ldb: number, beta: number, c: Uint8Array, ldc: number,
) => void

/** The sum of the products of numbers that lie apart by so many. */
export type Dot = (n: number, x: Float64Array, incx: number, y: Float64Array, incy: number) => number

/** What a library has to offer. */
export interface Functions {
  readonly sgemm: Gemm
  readonly dgemm: Gemm
  readonly ddot: Dot
  readonly setThreads: (count: number) => void
  /** Whether it is a BLIS that has no kernels for this processor: plain loops, slower than ours. */
  readonly isGeneric: boolean
}

/** Why a library cannot be used. */
export interface Refusal {
  readonly reason: Message
}

/** What is needed of koffi. */
interface Library {
  func(prototype: string): unknown
}
interface Koffi {
  load(path: string): Library
}

const gemm = (name: string, type: string): string =>
  `void ${name}(int order, int transA, int transB, int m, int n, int k, ${type} alpha, void *a, int lda, void *b, int ldb, ${type} beta, void *c, int ldc)`

const needed = {
  cblas_sgemm: gemm('cblas_sgemm', 'float'),
  cblas_dgemm: gemm('cblas_dgemm', 'double'),
  // Its integers have 32 bits; what is handed over has 64, so that a library that reads all of them is found out.
  cblas_ddot: 'double cblas_ddot(int64_t n, void *x, int64_t incx, void *y, int64_t incy)',
}

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

/** A function of a library, where it has it. */
function find<F>(library: Library, prototype: string): F | undefined {
  try {
    return library.func(prototype) as F
  } catch {
    return undefined
  }
}

/** BLIS says which kernels it has chosen for the processor. */
function isGeneric(library: Library): boolean {
  const query = find<() => number>(library, 'int bli_arch_query_id()')
  const name = find<(id: number) => string>(library, 'const char *bli_arch_string(int id)')
  return query !== undefined && name?.(query()) === 'generic'
}

/** Loads a library and finds its functions. */
export function openFunctions(path: string): Functions | Refusal {
  const koffi = loadKoffi()
  if (!koffi) return { reason: reasons.noKoffi }
  let library: Library
  try {
    library = koffi.load(path)
  } catch (error) {
    // Only a path says where the file lies: a mere name is looked for in the system's folders.
    const isThere = basename(path) !== path && existsSync(path)
    return { reason: reasons.notLoaded(error instanceof Error ? error.message : String(error), isThere) }
  }
  const found = Object.entries(needed).map(([name, prototype]) => ({ name, call: find(library, prototype) }))
  const missing = found.find(({ call }) => call === undefined)
  if (missing) return { reason: reasons.lacks(missing.name) }
  const [sgemm, dgemm, ddot] = found.map(({ call }) => call) as [Gemm, Gemm, Dot]
  const setters = threadSetters.map((setter) => find<(count: number) => void>(library, setter)).filter((setter) => setter !== undefined)
  return { sgemm, dgemm, ddot, setThreads: (count) => setters.forEach((setter) => setter(count)), isGeneric: isGeneric(library) }
}
