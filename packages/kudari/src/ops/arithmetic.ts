/** Arithmetic: sums, products, powers, and their gradients side by side. */
import { KudariError } from '../messages/error.ts'
import { tensorMessages } from '../tensor/messages.ts'
import { binary, notForBooleans, toFloat, toNumeric, unary } from './elementwise.ts'
import { type Notation, bracket, call, infix, precedence, texBracket, texCall, texInfix } from './notation.ts'
import { sizeOf } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'

const { sum, product, sign, power: powerStrength, atom } = precedence

/** `a + b`; for booleans the logical or, as in NumPy. */
export const add = binary('add', {
  compute: (a, b) => a + b,
  computeIn: { bool: (a, b) => a | b },
  gradient: ({ g }) => [g, g],
  tex: texInfix('+', sum),
  numpy: infix('+', sum),
})

/** `a - b`: the talk's `yd = yp - yt`. */
export const subtract = binary('subtract', {
  compute: (a, b) => a - b,
  dtype: notForBooleans('subtract', 'logicalXor'),
  gradient: ({ g }) => [g, g.negative()],
  tex: texInfix('-', sum),
  numpy: infix('-', sum),
})

/** In TeX a factor that is one number stands beside the other; two tensors multiply element by element. */
const texProduct: Notation = ([left, right], _attributes, { inputs }) => {
  const symbol = inputs.some((input) => sizeOf(input.shape) === 1) ? '\\,' : '\\odot'
  return { text: `${texBracket(left, product)} ${symbol} ${texBracket(right, product)}`, precedence: product }
}

/** `a * b`, element by element. */
export const multiply = binary('multiply', {
  compute: (a, b) => a * b,
  computeIn: { int32: Math.imul },
  gradient: ({ g, inputs: [a, b] }) => [g.multiply(b), g.multiply(a)],
  tex: texProduct,
  numpy: infix('*', product),
})

/** `a / b`; whole numbers give float64. */
export const divide = binary('divide', {
  compute: (a, b) => a / b,
  dtype: toFloat,
  gradient: ({ g, inputs: [, b], output }) => [g.divide(b), g.multiply(output).divide(b).negative()],
  // A mean divided by 2 is half a mean, not a fraction of fractions.
  tex: ([a, b]) =>
    a.text.startsWith('\\frac{1}{')
      ? { text: `\\frac{1}{${b.text}} \\cdot ${a.text}`, precedence: product }
      : { text: `\\frac{${a.text}}{${b.text}}`, precedence: atom },
  numpy: infix('/', product),
})

/** The quotient without its remainder, so that rounding cannot lift it over the next whole number (as CPython does it). */
function floorQuotient(a: number, b: number): number {
  if (b === 0) return a / b
  const remainder = a % b
  const quotient = (a - remainder) / b
  const down = remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient
  return down === 0 ? 0 * (a / b) : Math.round(down)
}

/**
 * The largest whole number not above the exact quotient `a / b`, so that `a = floorDivide(a, b) * b + mod(a, b)`:
 * 1 by 0.1 is 9, because 0.1 is stored as slightly more than a tenth. For int32, division by 0 gives 0 as in NumPy.
 */
export const floorDivide = binary('floorDivide', {
  compute: floorQuotient,
  computeIn: { int32: (a, b) => Math.floor(a / b) },
  dtype: toNumeric,
  gradient: null,
  tex: ([a, b]) => ({ text: `\\left\\lfloor \\frac{${a.text}}{${b.text}} \\right\\rfloor`, precedence: atom }),
  numpy: infix('//', product),
})

/** JavaScript's remainder has the sign of `a`; Python's has that of `b`, even where it is 0. */
function pythonMod(a: number, b: number): number {
  const remainder = a % b
  if (remainder === 0) return b < 0 ? -0 : 0
  return remainder < 0 !== b < 0 ? remainder + b : remainder
}

/** The remainder of `a / b`, with the sign of `b` as in Python. For int32, the remainder by 0 is 0 as in NumPy. */
export const mod = binary('mod', {
  compute: pythonMod,
  dtype: toNumeric,
  gradient: ({ g, inputs: [a, b] }) => [g, g.multiply(a.floorDivide(b)).negative()],
  tex: texInfix('\\bmod', product),
  numpy: infix('%', product),
})

/** As in C and NumPy, 1 to any power is 1, and so is -1 to an infinite one; JavaScript makes these NaN. */
const floatPower = (a: number, b: number): number =>
  a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b

/** By repeated squaring, exact while the result fits into 32 bits and wrapping around beyond. */
function integerPower(a: number, b: number): number {
  if (b < 0) throw new KudariError('usage', tensorMessages.negativePower, { exponent: b })
  let result = 1
  for (let square = a, rest = b; rest > 0; square = Math.imul(square, square), rest >>= 1)
    if (rest & 1) result = Math.imul(result, square)
  return result
}

/** `a` to the power of `b`. Whole numbers stay whole: for int32 a negative `b` is an error, as in NumPy. */
export const power = binary('power', {
  compute: floatPower,
  computeIn: { int32: integerPower },
  dtype: toNumeric,
  gradient: ({ g, inputs: [a, b], output }) => [
    // Where b is 0 the power is 1 everywhere, also at a = 0, where a ** -1 is infinite: there the exponent is kept at 0.
    g.multiply(b).multiply(a.power(b.equal(0).where(1, b).subtract(1))),
    // Where a is 0 the output does not change with b, although its logarithm is not a number.
    g.multiply(output).multiply(a.equal(0).where(1, a).log()),
  ],
  tex: ([a, b]) => ({ text: `${texBracket(a, powerStrength + 1)}^{${b.text}}`, precedence: powerStrength }),
  numpy: ([a, b]) => ({
    text: `${bracket(a, powerStrength + 1)} ** ${bracket(b, powerStrength)}`,
    precedence: powerStrength,
  }),
})

/** The larger of two numbers; where they are equal, each gets half of the gradient. NaN wins. */
export const maximum = binary('maximum', {
  compute: (a, b) => Math.max(a, b),
  gradient: ({ g, inputs: [a, b] }) => shared(g, a.greater(b).astype(g.dtype), a.equal(b).astype(g.dtype)),
  tex: texCall('\\max'),
  numpy: call('np.maximum'),
})

/** The smaller of two numbers; where they are equal, each gets half of the gradient. NaN wins. */
export const minimum = binary('minimum', {
  compute: (a, b) => Math.min(a, b),
  gradient: ({ g, inputs: [a, b] }) => shared(g, a.less(b).astype(g.dtype), a.equal(b).astype(g.dtype)),
  tex: texCall('\\min'),
  numpy: call('np.minimum'),
})

/** The gradient for the one that was chosen, and half of it for each where both were. */
function shared(g: Tensor, chosen: Tensor, both: Tensor): [Tensor, Tensor] {
  const first = chosen.add(both.multiply(0.5))
  return [g.multiply(first), g.multiply(first.negative().add(1))]
}

/** `-x` */
export const negative = unary('negative', {
  compute: (x) => -x,
  dtype: notForBooleans('negative', 'logicalNot'),
  gradient: ({ g }) => [g.negative()],
  tex: ([x]) => ({ text: `-${texBracket(x, sign)}`, precedence: sign }),
  numpy: ([x]) => ({ text: `-${bracket(x, sign)}`, precedence: sign }),
})

/** `x ** 2`: what the talk's loss does to `yd`. */
export const square = unary('square', {
  compute: (x) => x * x,
  computeIn: { int32: (x) => Math.imul(x, x) },
  dtype: toNumeric,
  gradient: ({ g, inputs: [x] }) => [g.multiply(x.multiply(2))],
  tex: ([x]) => ({ text: `${texBracket(x, powerStrength + 1)}^{2}`, precedence: powerStrength }),
  numpy: ([x]) => ({ text: `${bracket(x, powerStrength + 1)} ** 2`, precedence: powerStrength }),
})
