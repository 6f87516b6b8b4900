/** What this package offers: the system's BLAS, found and tried, as the products that the library can use. */
export { type Blas, loadBlas } from './load.ts'
