/** Splitting the rows of a table into those to learn from and those to check with. */
import { KudariError } from '../messages/error.ts'
import { generator, permutation } from '../tensor/random.ts'
import { dataMessages } from './messages.ts'

export interface SplitOptions {
  /** The rows to split. */
  readonly rows: Int32Array
  /** The share held out for validation, in [0, 1). */
  readonly fraction: number
  readonly seed: number
  /** For each row the class it belongs to: every class is then split in the same proportion. */
  readonly strata?: ArrayLike<string | number | null>
}

export interface Split {
  /** In the order of `rows`, like `validation`. */
  readonly train: Int32Array
  readonly validation: Int32Array
}

/**
 * Holds out a share of the rows at random: rounded, but at least one row when there are two, and never all. With
 * strata, the share is divided among the classes by the largest remainders, and a class keeps at least one row for
 * training.
 *
 * @throws KudariError when the fraction is outside [0, 1) or there is not one stratum a row.
 * @example
 * trainValidationSplit({ rows: Int32Array.of(0, 1, 2, 3, 4), fraction: 0.2, seed: 0 }) // 4 rows and 1 row
 */
export function trainValidationSplit({ rows, fraction, seed, strata }: SplitOptions): Split {
  if (!(fraction >= 0 && fraction < 1)) throw new KudariError('usage', dataMessages.badFraction, { fraction })
  if (strata && strata.length !== rows.length)
    throw new KudariError('usage', dataMessages.strataLength, { rows: rows.length, strata: strata.length })

  const count = fraction === 0 ? 0 : Math.min(Math.max(1, Math.round(fraction * rows.length)), rows.length - 1)
  const order = permutation(generator(seed), rows.length)
  const shuffled = strata ? groupsOf(order, strata) : rows.length > 0 ? [order] : []
  const shares = apportion(shuffled.map((group) => group.length), count)
  const isHeldOut = new Uint8Array(rows.length)
  for (const [i, group] of shuffled.entries()) for (let k = 0; k < shares[i]; k++) isHeldOut[group[k]] = 1
  const heldOut = shares.reduce((sum, share) => sum + share, 0)
  const train = new Int32Array(rows.length - heldOut)
  const validation = new Int32Array(heldOut)
  let trained = 0
  let held = 0
  for (let position = 0; position < rows.length; position++) {
    if (isHeldOut[position] === 1) validation[held++] = rows[position]
    else train[trained++] = rows[position]
  }
  return { train, validation }
}

/** The positions of each stratum in their order, the strata in the order of their first positions. */
function groupsOf(order: Int32Array, strata: ArrayLike<string | number | null>): Int32Array[] {
  const codes = new Map<string | number | null, number>()
  const sizes: number[] = []
  const codeAt = new Int32Array(order.length)
  for (let i = 0; i < order.length; i++) {
    const stratum = strata[order[i]]
    let code = codes.get(stratum)
    if (code === undefined) {
      code = codes.size
      codes.set(stratum, code)
      sizes.push(0)
    }
    sizes[code]++
    codeAt[i] = code
  }
  const groups = sizes.map((size) => new Int32Array(size))
  const filled = sizes.map(() => 0)
  for (let i = 0; i < order.length; i++) groups[codeAt[i]][filled[codeAt[i]]++] = order[i]
  return groups
}

/**
 * Divides `count` among groups in proportion to their sizes by the method of largest remainders (Hamilton), leaving
 * at least one member in every group.
 */
function apportion(sizes: readonly number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const exact = sizes.map((size) => (size * count) / Math.max(total, 1))
  const shares = exact.map((share, i) => Math.min(Math.floor(share), sizes[i] - 1))
  const byRemainder = sizes.map((_, i) => i).toSorted((a, b) => exact[b] - shares[b] - (exact[a] - shares[a]))
  let left = count - shares.reduce((sum, share) => sum + share, 0)
  for (const i of byRemainder) {
    if (left <= 0) break
    if (shares[i] < sizes[i] - 1) {
      shares[i]++
      left--
    }
  }
  return shares
}
