/** When a product goes to the system's BLAS: a rule, because a measurement of the moment would decide about bits. */

/** Multiplications from which the call and the threads of a BLAS are worth it (docs/decisions/0010). */
const LEAST_PRODUCTS = 60_000
/** Narrower operands leave most of its registers empty. */
const LEAST_SIDE = 4

/** Whether C (m, n) = A (m, k) B (k, n) is faster by the system's BLAS than by our own kernels. */
export const isWorthIt = (m: number, n: number, k: number): boolean =>
  m * n * k >= LEAST_PRODUCTS && Math.min(m, n, k) >= LEAST_SIDE
