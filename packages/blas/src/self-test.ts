/** Trying a BLAS before it is trusted: the width of its integers, then small products in every form against plain loops. */
import type { MatrixProducts, Message } from 'kudari'
import type { Dot } from './functions.ts'
import { reasons } from './messages.ts'

const SIZES = { m: 5, n: 7, k: 6 } as const
const PAGE = 65536

/** Processors that hand over an integer of 32 bits in the lower half of 64, the upper half of which its reader ignores. */
const tellingProcessors = new Set(['x64', 'arm64'])

/**
 * Whether the integers of a library have 64 bits: its products would then read numbers beside those that were handed over.
 * The length of two vectors is 5 in its lower half and negative as a whole; a dot product of no numbers is 0 (BLAS reference, ddot).
 */
function hasWideIntegers(ddot: Dot): boolean {
  const ones = new Float64Array(5).fill(1)
  return tellingProcessors.has(process.arch) && ddot(5 - 2 ** 32, ones, 1, ones, 1) === 0
}

/**
 * Why a library is not what it seems to be; undefined where all products are right.
 */
export function misfit(ddot: Dot, blas: MatrixProducts): Message | undefined {
  if (hasWideIntegers(ddot)) return reasons.wideIntegers
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
  blas.attach(memory)
  const { m, n, k } = SIZES
  const quarter = PAGE / 4
  for (const dtype of ['float32', 'float64'] as const) {
    const numbers = (address: number, length: number): Float32Array | Float64Array =>
      dtype === 'float32' ? new Float32Array(memory.buffer, address, length) : new Float64Array(memory.buffer, address, length)
    const [a, b, c] = [numbers(0, m * k), numbers(quarter, k * n), numbers(2 * quarter, m * n)]
    for (let i = 0; i < a.length; i++) a[i] = (i % 11) - 5
    for (let i = 0; i < b.length; i++) b[i] = (i % 7) - 3
    for (const transposeA of [false, true])
      for (const transposeB of [false, true]) {
        c.fill(1)
        blas.gemm(dtype, transposeA, transposeB, m, n, k, 2, 0, transposeA ? m : k, quarter, transposeB ? k : n, 3, 2 * quarter, n)
        for (let i = 0; i < m; i++)
          for (let j = 0; j < n; j++) {
            let sum = 0
            for (let l = 0; l < k; l++) sum += a[transposeA ? l * m + i : i * k + l] * b[transposeB ? j * k + l : l * n + j]
            // Whole numbers: there is nothing to be rounded.
            if (c[i * n + j] !== 2 * sum + 3) return reasons.wrongProducts(dtype)
          }
      }
  }
  return undefined
}
