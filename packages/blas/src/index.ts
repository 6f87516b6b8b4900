/** What this package offers: the system's BLAS, found and tried, as the products that the library can use. */
export type { Blas } from './library.ts'
export { loadBlas } from './load.ts'
