/** Arithmetic: sums, products, powers, and their gradients side by side. */
import { binary, toFloat, unary } from './elementwise.ts'
import { type Notation, bracket, call, infix, precedence, texBracket, texCall, texInfix } from './notation.ts'
import { sizeOf } from '../tensor/shape.ts'
import type { Tensor } from '../tensor/tensor.ts'

const { sum, product, sign, power: powerStrength, atom } = precedence

/** `a + b` */
export const add = binary('add', {
  compute: (a, b) => a + b,
  gradient: ({ g }) => [g, g],
  tex: texInfix('+', sum),
  numpy: infix('+', sum),
})

/** `a - b`: the talk's `yd = yp - yt`. */
export const subtract = binary('subtract', {
  compute: (a, b) => a - b,
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
  gradient: ({ g, inputs: [a, b] }) => [g.multiply(b), g.multiply(a)],
  tex: texProduct,
  numpy: infix('*', product),
})

/** `a / b`; whole numbers give float64. */
export const divide = binary('divide', {
  compute: (a, b) => a / b,
  dtype: toFloat,
  gradient: ({ g, inputs: [, b], output }) => [g.divide(b), g.multiply(output).divide(b).negative()],
  tex: ([a, b]) => ({ text: `\\frac{${a.text}}{${b.text}}`, precedence: atom }),
  numpy: infix('/', product),
})

/** The largest whole number not above `a / b`; for int32, division by 0 gives 0 as in NumPy. */
export const floorDivide = binary('floorDivide', {
  compute: (a, b) => Math.floor(a / b),
  gradient: null,
  tex: ([a, b]) => ({ text: `\\left\\lfloor \\frac{${a.text}}{${b.text}} \\right\\rfloor`, precedence: atom }),
  numpy: infix('//', product),
})

/** The remainder of `a / b`, with the sign of `b` as in Python. */
export const mod = binary('mod', {
  compute: (a, b) => {
    const remainder = a % b
    return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder
  },
  gradient: ({ g, inputs: [a, b] }) => [g, g.multiply(a.divide(b).floor()).negative()],
  tex: texInfix('\\bmod', product),
  numpy: infix('%', product),
})

/** `a` to the power of `b`. */
export const power = binary('power', {
  compute: (a, b) => a ** b,
  gradient: ({ g, inputs: [a, b], output }) => [
    g.multiply(b).multiply(a.power(b.subtract(1))),
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
  gradient: ({ g }) => [g.negative()],
  tex: ([x]) => ({ text: `-${texBracket(x, sign)}`, precedence: sign }),
  numpy: ([x]) => ({ text: `-${bracket(x, sign)}`, precedence: sign }),
})

/** `x ** 2`: what the talk's loss does to `yd`. */
export const square = unary('square', {
  compute: (x) => x * x,
  gradient: ({ g, inputs: [x] }) => [g.multiply(x.multiply(2))],
  tex: ([x]) => ({ text: `${texBracket(x, powerStrength + 1)}^{2}`, precedence: powerStrength }),
  numpy: ([x]) => ({ text: `${bracket(x, powerStrength + 1)} ** 2`, precedence: powerStrength }),
})
