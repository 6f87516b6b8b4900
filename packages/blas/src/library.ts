/** A library as a BLAS: its functions on numbers in a WebAssembly memory, tried before they are trusted. */
import type { MatrixProducts } from 'kudari'
import { type Functions, type Refusal, openFunctions } from './functions.ts'
import { libraryName } from './names.ts'
import { isWorthIt, isWorthThreads } from './rule.ts'
import { misfit } from './self-test.ts'

/**
 * A BLAS of the system. Its results are the same from run to run on one machine with the same number of threads, but not with
 * another number, nor on another machine: each has kernels of its own for its processor.
 */
export interface Blas extends MatrixProducts {
  readonly path: string
}

/** Constants of the C interface. */
const ROW_MAJOR = 101
const NO_TRANSPOSE = 111
const TRANSPOSE = 112

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
export function tryLibrary(path: string): { readonly blas: Blas; readonly isGeneric: boolean } | Refusal {
  const functions = openFunctions(path)
  if ('reason' in functions) return functions
  const blas = blasOf(path, functions)
  const reason = misfit(functions.ddot, blas)
  return reason ? { reason } : { blas, isGeneric: functions.isGeneric }
}
