/** The system's BLAS, where one is made known: matrix products that are faster than ours, but not the same on every machine. */

/** Matrix products on numbers in a WebAssembly memory, by addresses of bytes. */
export interface MatrixProducts {
  readonly name: string
  attach(memory: WebAssembly.Memory): void
  /** Whether a product of these sizes is faster than by our own kernels. A rule, not a measurement: it decides about bits. */
  isWorthIt(dtype: 'float32' | 'float64', m: number, n: number, k: number): boolean
  /** How many threads it may use. */
  setThreads(count: number): void
  /** C = alpha A B + beta C with C (m, n), A (m, k), B (k, n); `lda`, `ldb`, `ldc`: numbers from one row to the next. */
  gemm(
    dtype: 'float32' | 'float64',
    transposeA: boolean,
    transposeB: boolean,
    m: number,
    n: number,
    k: number,
    alpha: number,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    beta: number,
    c: number,
    ldc: number,
  ): void
}

let source: () => MatrixProducts | undefined = () => undefined
let found: { readonly products: MatrixProducts | undefined } | undefined
let changes = 0

/**
 * Makes matrix products by the system's BLAS available to everything that is prepared from now on; `undefined` takes them away.
 * Results are then the same from run to run on one machine with one number of threads, but not from machine to machine.
 *
 * @param products the products, or a function that looks for them when a Program has products of matrices for the first time.
 */
export function useProducts(products: MatrixProducts | (() => MatrixProducts | undefined) | undefined): void {
  source = typeof products === 'function' ? products : () => products
  found = undefined
  changes++
}

/** What {@link useProducts} made available. */
export const products = (): MatrixProducts | undefined => (found ??= { products: source() }).products

/** Another number for everything that was made available since. */
export const productsVersion = (): number => changes
