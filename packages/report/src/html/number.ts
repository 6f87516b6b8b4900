/** Numbers as a reader wants them: enough digits, not more. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const superscript = (exponent: number): string =>
  `${exponent < 0 ? '⁻' : ''}${String(Math.abs(exponent)).replace(/\d/g, (digit) => superscripts[Number(digit)])}`

/**
 * A number with so many significant digits, trailing zeros left out; very large and very small ones as a power of ten.
 *
 * @example
 * formatNumber(2.306147)      // '2.3061'
 * formatNumber(-1234567)      // '−1,234,567'
 * formatNumber(0.0000123)     // '1.23×10⁻⁵'
 * formatNumber(null)          // '–'
 */
export function formatNumber(value: number | null, digits = 5): string {
  if (value === null || Number.isNaN(value)) return '–'
  const sign = value < 0 ? '−' : ''
  const size = Math.abs(value)
  if (size === Infinity) return `${sign}∞`
  if (size === 0) return '0'
  const [mantissa, exponent] = size.toExponential(digits - 1).split('e')
  const power = Number(exponent)
  if (power < -4 || power >= 9 || (power >= digits + 2 && !Number.isInteger(size))) {
    return `${sign}${trimZeros(mantissa)}×10${superscript(power)}`
  }
  const fixed = trimZeros(size.toFixed(Math.max(0, digits - 1 - power)))
  const [whole, fraction] = fixed.split('.')
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** A share of 1 in per cent, to a tenth: `96.3%`. Only what is exactly 0 or 1 reads 0% or 100%. */
export function formatPercent(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–'
  const rounded = Math.round(share * 1000) / 10
  const honest = share < 1 && rounded >= 100 ? 99.9 : share > 0 && rounded <= 0 ? 0.1 : rounded
  return `${honest}%`
}
