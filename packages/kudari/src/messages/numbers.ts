/** Numbers as people read them in a sentence or a table. */

/**
 * A number with at most `digits` significant digits, in plain or, far from 1, in scientific notation.
 *
 * @example
 * formatNumber(50.41600000000001) // '50.416'
 * formatNumber(0.000012345, 3) // '1.23e-5'
 */
export function formatNumber(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞'
  const rounded = Number(value.toPrecision(digits))
  const size = Math.abs(rounded)
  return size !== 0 && (size >= 1e9 || size < 1e-4) ? rounded.toExponential().replace('e+', 'e') : `${rounded}`
}
