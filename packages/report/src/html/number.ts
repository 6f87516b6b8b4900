/** Numbers as a reader wants them: enough digits, not more. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const superscript = (exponent: number): string =>
  `${exponent < 0 ? '⁻' : ''}${String(Math.abs(exponent)).replace(/\d/g, (digit) => superscripts[Number(digit)])}`

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

function scientific(value: number, digits: number): string {
  const [mantissa, exponent] = Math.abs(value).toExponential(digits - 1).split('e')
  const factor = trimZeros(mantissa)
  return `${value < 0 ? '−' : ''}${factor === '1' ? '' : `${factor}×`}10${superscript(Number(exponent))}`
}

/**
 * A number with so many significant digits, trailing zeros left out; very large and very small ones as a power of ten.
 *
 * @example
 * formatNumber(2.306147)      // '2.3061'
 * formatNumber(-1234567)      // '−1,234,567'
 * formatNumber(0.0000123)     // '1.23×10⁻⁵'
 * formatNumber(1e12)          // '10¹²'
 * formatNumber(null)          // '–'
 */
export function formatNumber(value: number | null, digits = 5): string {
  if (value === null || Number.isNaN(value)) return '–'
  const sign = value < 0 ? '−' : ''
  const size = Math.abs(value)
  if (size === Infinity) return `${sign}∞`
  if (size === 0) return '0'
  const power = Number(size.toExponential(digits - 1).split('e')[1])
  if (power < -4 || power >= 9 || (power >= digits + 2 && !Number.isInteger(size))) {
    return scientific(value, digits)
  }
  const fixed = trimZeros(size.toFixed(Math.max(0, digits - 1 - power)))
  const [whole, fraction] = fixed.split('.')
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

/** A number at the tick of an axis, where there is little room: as a power of ten from a million on. */
export const formatTick = (value: number): string =>
  Math.abs(value) >= 1e6 ? scientific(value, 4) : formatNumber(value, 6)

/** A share of 1 in per cent, to a tenth: `96.3%`. Only what is exactly 0 or 1 reads 0% or 100%. */
export function formatPercent(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–'
  const rounded = Math.round(share * 1000) / 10
  const honest = share < 1 && rounded >= 100 ? 99.9 : share > 0 && rounded <= 0 ? 0.1 : rounded
  return `${honest}%`
}
