/** Numbers as NumPy prints them: as many digits as tell them apart, at most 8 after the point, all of one width. */
import { type DType, isFloat } from './dtype.ts'

const precision = 8

/** Digits before and after the point, and the power of ten in scientific notation. */
interface Digits {
  readonly whole: string
  readonly fraction: string
  readonly exponent: number
}

/** The shortest digits from which the number can be read back in its dtype, in scientific notation. */
function shortest(x: number, dtype: DType): string {
  if (dtype !== 'float32') return x.toExponential()
  for (let digits = 0; digits < 8; digits++) {
    const text = x.toExponential(digits)
    if (Math.fround(Number(text)) === x) return text
  }
  return x.toExponential(8)
}

/** How many digits follow the first one in the shortest text. */
function shortestLength(x: number, dtype: DType): number {
  const text = shortest(x, dtype)
  const end = text.indexOf('e')
  return Math.max(0, text.slice(0, end).replace('-', '').length - 2)
}

/**
 * Written by `write` with the given number of digits after the point. JavaScript rounds exact ties up and NumPy to the
 * even digit; a tie is seen by writing one digit more, and 30 more.
 */
function roundHalfEven(write: (digits: number) => string, digits: number): string {
  const text = write(digits)
  const [oneMore, manyMore] = [write(digits + 1), write(digits + 30)].map((longer) => longer.replace(/e.*/, ''))
  const isTie = oneMore.endsWith('5') && manyMore === oneMore + '0'.repeat(29)
  const cut = text.replace(/^[^e]*/, oneMore.slice(0, -1))
  return isTie && Number(cut.replace(/e.*/, '').at(-1)) % 2 === 0 ? cut : text
}

/** The digits without zeros at the end of the fraction. */
function split(text: string): Digits {
  const [mantissa, exponent = '0'] = text.split('e')
  const [whole, fraction = ''] = mantissa.split('.')
  return { whole, fraction: fraction.replace(/0+$/, ''), exponent: Number(exponent) }
}

const sign = (x: number): string => (x < 0 || Object.is(x, -0) ? '-' : '')

/** In positional notation, at most `most` digits after the point. */
function positional(x: number, dtype: DType, most: number): Digits {
  const size = Math.abs(x)
  const { exponent } = split(shortest(size, dtype))
  const needed = Math.max(0, shortestLength(size, dtype) - exponent)
  const digits = split(needed <= most ? plain(shortest(size, dtype)) : roundHalfEven((n) => size.toFixed(n), most))
  return { ...digits, whole: sign(x) + digits.whole, exponent: 0 }
}

/** `1.25e+1` as `12.5`. */
function plain(text: string): string {
  const { whole, fraction, exponent } = split(text)
  const digits = whole + fraction
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`
  const padded = digits.padEnd(exponent + 1, '0')
  return `${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1)}`
}

/** In scientific notation with a given number of digits after the point, or, without, as many as are needed. */
function scientific(x: number, dtype: DType, digits?: number): Digits {
  const size = Math.abs(x)
  const written = digits === undefined ? shortest(size, dtype) : roundHalfEven((n) => size.toExponential(n), digits)
  return { ...split(written), whole: sign(x) + split(written).whole }
}

/** `e+05`: a sign and at least two digits. */
const formatExponent = (exponent: number, width = 2): string =>
  `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`

const nonFinite = (x: number): string => (Number.isNaN(x) ? 'nan' : x < 0 ? '-inf' : 'inf')

/** One number by itself, with all its digits, as `str(np.float64(x))`. */
export function formatNumber(x: number, dtype: DType): string {
  if (dtype === 'bool') return x === 0 ? 'False' : 'True'
  if (dtype === 'int32') return String(x)
  if (!Number.isFinite(x)) return nonFinite(x)
  const size = Math.abs(x)
  if (size === 0 || (size >= 1e-4 && size < (dtype === 'float32' ? 1e6 : 1e16))) {
    const { whole, fraction } = positional(x, dtype, Infinity)
    return `${whole}.${fraction || '0'}`
  }
  const { whole, fraction, exponent } = scientific(x, dtype)
  return `${whole}${fraction && `.${fraction}`}${formatExponent(exponent)}`
}

/** Whether some number is so large, so small, or so unlike another that NumPy changes to scientific notation. */
function needsExponents(finite: readonly number[], dtype: DType): boolean {
  let largest = 0
  let smallest = Infinity
  for (const x of finite) {
    if (x === 0) continue
    largest = Math.max(largest, Math.abs(x))
    smallest = Math.min(smallest, Math.abs(x))
  }
  // NumPy divides in the dtype of the array.
  const [limit, ratio] = dtype === 'float32' ? [1e6, Math.fround(largest / smallest)] : [1e8, largest / smallest]
  return largest > 0 && (largest >= limit || smallest < 1e-4 || ratio > 1000)
}

const longest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0)

/** The digits of the finite numbers, either all scientific or all positional; undefined for NaN and infinity. */
function digitsOf(values: readonly number[], dtype: DType): { digits: (Digits | undefined)[]; hasExponents: boolean } {
  const finite = values.filter(Number.isFinite)
  const hasExponents = needsExponents(finite, dtype)
  const needed = Math.min(precision, Math.max(0, ...finite.map((x) => shortestLength(Math.abs(x), dtype))))
  const write = (x: number) => (hasExponents ? scientific(x, dtype, needed) : positional(x, dtype, precision))
  return { digits: values.map((x) => (Number.isFinite(x) ? write(x) : undefined)), hasExponents }
}

/** The floats of a tensor in one notation, the points below each other. */
function formatFloats(values: readonly number[], dtype: DType): string[] {
  const { digits, hasExponents } = digitsOf(values, dtype)
  const known = digits.filter((entry) => entry !== undefined)
  const before = longest(known.map(({ whole }) => whole))
  const after = longest(known.map(({ fraction }) => fraction))
  const exponentWidth = Math.max(2, longest(known.map(({ exponent }) => String(Math.abs(exponent)))))
  const words = digits.map((entry, i) => {
    if (!entry) return nonFinite(values[i])
    const { whole, fraction, exponent } = entry
    const start = `${whole.padStart(before)}.`
    return hasExponents
      ? `${start}${fraction.padEnd(after, '0')}${formatExponent(exponent, exponentWidth)}`
      : `${start}${fraction.padEnd(after)}`
  })
  const width = longest(words)
  return words.map((word) => word.padStart(width))
}

/** The elements of a tensor as texts of one width. */
export function formatElements(values: readonly number[], dtype: DType): string[] {
  if (isFloat(dtype)) return formatFloats(values, dtype)
  const words = values.map((x) => formatNumber(x, dtype))
  // NumPy leaves room for `False` even where all are true.
  const width = dtype === 'bool' ? 5 : longest(words)
  return words.map((word) => word.padStart(width))
}
