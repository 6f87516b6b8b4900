/** Arithmetic of constants kept as fractions: products, reciprocals, and which of them are fit to be moved about. */
import type { DType } from '../../tensor/dtype.ts'

/**
 * A constant whose elements are all one number, kept as numerator / denominator so that `1/2 * 2/5` becomes `1/5` and
 * reads "/ 5". The denominator is a positive whole number.
 */
export interface Uniform {
  readonly numerator: number
  readonly denominator: number
}

/** The fraction as a number. */
export const quotient = ({ numerator, denominator }: Uniform): number => numerator / denominator

export const isOne = ({ numerator, denominator }: Uniform): boolean => numerator === 1 && denominator === 1

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b))

/** The product of two fractions, cancelled where both parts are whole numbers. */
export function times(a: Uniform, b: Uniform): Uniform {
  const numerator = a.numerator * b.numerator
  const denominator = a.denominator * b.denominator
  if (!Number.isSafeInteger(denominator)) return { numerator: quotient(a) * quotient(b), denominator: 1 }
  if (!Number.isSafeInteger(numerator)) return { numerator, denominator }
  const divisor = greatestCommonDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** 1 / a, where that is a fraction with a whole denominator. */
export function reciprocal({ numerator, denominator }: Uniform): Uniform | undefined {
  if (!Number.isSafeInteger(numerator) || numerator === 0) return undefined
  return numerator > 0 ? { numerator: denominator, denominator: numerator } : { numerator: -denominator, denominator: -numerator }
}

/** The product or quotient of two constants, where it is one of fractions. */
export function foldFraction(operation: string, [a, b]: readonly Uniform[]): Uniform | undefined {
  if (operation === 'multiply') return times(a, b)
  const inverse = operation === 'divide' ? reciprocal(b) : undefined
  return inverse && times(a, inverse)
}

/** Within these bounds factors may be multiplied in any order without leaving the numbers that a dtype holds in full precision. */
const bounds: Readonly<Record<DType, number>> = { float64: 1e150, float32: 1e15, int32: 0, bool: 0 }

/**
 * Whether a fraction may be moved as a factor. 0, infinities and NaN may not (the sum of `0 * x` is 0 where `0 * sum(x)`
 * is not a number), and neither may numbers so large or small that their products leave the range of the dtype.
 */
export const isMovable = ({ numerator, denominator }: Uniform, dtype: DType): boolean => {
  const size = Math.abs(numerator)
  return size <= bounds[dtype] && size >= 1 / bounds[dtype] && denominator <= bounds[dtype]
}
