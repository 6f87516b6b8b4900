/** Ends well if the system has a BLAS that Kudari can use. */
import { loadBlas } from '../packages/blas/dist/index.js'

process.exit(loadBlas('auto') ? 0 : 1)
