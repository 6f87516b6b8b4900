/** Some of many rows: for a picture, a few hundred say as much as all. */
import { type Tensor, arange } from 'kudari'

/** Indices (int32) of at most so many rows, evenly spread over all of them. */
export const evenly = (count: number, most: number): Tensor => arange(0, count, Math.max(1, Math.ceil(count / most)), { dtype: 'int32' })
