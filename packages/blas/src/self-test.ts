/** Trying a BLAS before it is trusted: small products in every form against plain loops. */
import type { MatrixProducts } from 'kudari'

const SIZES = { m: 5, n: 7, k: 6 } as const
const PAGE = 65536

/**
 * Why a library is not what it seems to be; undefined where all products are right.
 */
export function misfit(blas: MatrixProducts): string | undefined {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
  blas.attach(memory)
  const { m, n, k } = SIZES
  const third = PAGE / 4
  for (const dtype of ['float32', 'float64'] as const) {
    const numbers = (address: number, length: number): Float32Array | Float64Array =>
      dtype === 'float32' ? new Float32Array(memory.buffer, address, length) : new Float64Array(memory.buffer, address, length)
    const [a, b, c] = [numbers(0, m * k), numbers(third, k * n), numbers(2 * third, m * n)]
    for (let i = 0; i < a.length; i++) a[i] = (i % 11) - 5
    for (let i = 0; i < b.length; i++) b[i] = (i % 7) - 3
    for (const transposeA of [false, true])
      for (const transposeB of [false, true]) {
        c.fill(1)
        blas.gemm(dtype, transposeA, transposeB, m, n, k, 2, 0, transposeA ? m : k, third, transposeB ? k : n, 3, 2 * third, n)
        for (let i = 0; i < m; i++)
          for (let j = 0; j < n; j++) {
            let sum = 0
            for (let l = 0; l < k; l++) sum += a[transposeA ? l * m + i : i * k + l] * b[transposeB ? j * k + l : l * n + j]
            // Whole numbers: there is nothing to be rounded.
            if (c[i * n + j] !== 2 * sum + 3) return `its products of ${dtype} are wrong`
          }
      }
  }
  return undefined
}
