/** When a product goes to the system's BLAS: a rule, because a measurement of the moment would decide about bits. */

/** Multiplications from which a product is faster than by our kernels, for which the call costs nothing. */
const LEAST_PRODUCTS = 30_000
/** Narrower operands leave most of its registers empty. */
const LEAST_SIDE = 4
/** Multiplications from which threads of a BLAS are worth waking. */
const LEAST_PRODUCTS_FOR_THREADS = 20_000_000

/** Whether C (m, n) = A (m, k) B (k, n) is faster by the system's BLAS than by our own kernels. */
export const isWorthIt = (m: number, n: number, k: number): boolean =>
  m * n * k >= LEAST_PRODUCTS && Math.min(m, n, k) >= LEAST_SIDE

/** Whether it is faster on several threads than on one. */
export const isWorthThreads = (m: number, n: number, k: number): boolean => m * n * k >= LEAST_PRODUCTS_FOR_THREADS
