/** Functions of one number: exponentials, logarithms, roots, angles, rounding — and the activations made of them. */
import * as functions from '../tensor/functions.ts'
import * as trigonometry from '../tensor/trigonometry.ts'
import { toBool, toFloat, unary } from './elementwise.ts'
import { type Notation, atom, call, precedence, texCall } from './notation.ts'

/** The usual case: a float comes out, `np.name(x)` and `\name(x)` are the spellings. */
const named = (name: string, tex = `\\${name}`): { dtype: typeof toFloat; tex: Notation; numpy: Notation } => ({
  dtype: toFloat,
  tex: texCall(tex),
  numpy: call(`np.${name}`),
})

export const exp = unary('exp', {
  ...named('exp'),
  compute: functions.exp,
  gradient: ({ g, output }) => [g.multiply(output)],
  tex: ([x]) => ({ text: `e^{${x.text}}`, precedence: precedence.power }),
})

/** `exp(x) - 1`, exact for small x. */
export const expm1 = unary('expm1', {
  ...named('expm1', '\\operatorname{expm1}'),
  compute: functions.expm1,
  gradient: ({ g, output }) => [g.multiply(output.add(1))],
})

export const log = unary('log', {
  ...named('log'),
  compute: functions.log,
  gradient: ({ g, inputs: [x] }) => [g.divide(x)],
})

/** `log(1 + x)`, exact for small x. */
export const log1p = unary('log1p', {
  ...named('log1p', '\\operatorname{log1p}'),
  compute: functions.log1p,
  gradient: ({ g, inputs: [x] }) => [g.divide(x.add(1))],
})

export const log2 = unary('log2', {
  ...named('log2', '\\log_2'),
  compute: functions.log2,
  gradient: ({ g, inputs: [x] }) => [g.divide(x.multiply(Math.LN2))],
})

export const log10 = unary('log10', {
  ...named('log10', '\\log_{10}'),
  compute: functions.log10,
  gradient: ({ g, inputs: [x] }) => [g.divide(x.multiply(Math.LN10))],
})

export const sqrt = unary('sqrt', {
  ...named('sqrt'),
  compute: Math.sqrt,
  gradient: ({ g, output }) => [g.divide(output.multiply(2))],
  tex: ([x]) => atom(`\\sqrt{${x.text}}`),
})

export const sin = unary('sin', {
  ...named('sin'),
  compute: trigonometry.sin,
  gradient: ({ g, inputs: [x] }) => [g.multiply(x.cos())],
})

export const cos = unary('cos', {
  ...named('cos'),
  compute: trigonometry.cos,
  gradient: ({ g, inputs: [x] }) => [g.multiply(x.sin()).negative()],
})

export const tan = unary('tan', {
  ...named('tan'),
  compute: trigonometry.tan,
  gradient: ({ g, output }) => [g.multiply(output.square().add(1))],
})

export const arcsin = unary('arcsin', {
  ...named('arcsin'),
  compute: trigonometry.arcsin,
  gradient: ({ g, inputs: [x] }) => [g.divide(x.square().negative().add(1).sqrt())],
})

export const arccos = unary('arccos', {
  ...named('arccos'),
  compute: trigonometry.arccos,
  gradient: ({ g, inputs: [x] }) => [g.divide(x.square().negative().add(1).sqrt()).negative()],
})

export const arctan = unary('arctan', {
  ...named('arctan'),
  compute: trigonometry.arctan,
  gradient: ({ g, inputs: [x] }) => [g.divide(x.square().add(1))],
})

export const sinh = unary('sinh', {
  ...named('sinh'),
  compute: functions.sinh,
  gradient: ({ g, inputs: [x] }) => [g.multiply(x.cosh())],
})

export const cosh = unary('cosh', {
  ...named('cosh'),
  compute: functions.cosh,
  gradient: ({ g, inputs: [x] }) => [g.multiply(x.sinh())],
})

export const tanh = unary('tanh', {
  ...named('tanh'),
  compute: functions.tanh,
  gradient: ({ g, output }) => [g.multiply(output.square().negative().add(1))],
})

/** The error function, `2 / sqrt(pi)` times the integral of `exp(-t ** 2)` from 0 to x: what the GELU activation is made of. */
export const erf = unary('erf', {
  compute: functions.erf,
  dtype: toFloat,
  gradient: ({ g, inputs: [x] }) => [g.multiply(x.square().negative().exp().multiply(2 / Math.sqrt(Math.PI)))],
  tex: texCall('\\operatorname{erf}'),
  numpy: call('erf'),
  numpyHelper: [
    'def erf(x):',
    '    from math import erf',
    '    x = x * 1.0',
    '    return np.vectorize(erf, otypes=[x.dtype])(x)',
  ].join('\n'),
})

/** The absolute value; its gradient at 0 is 0. */
export const abs = unary('abs', {
  compute: Math.abs,
  gradient: ({ g, inputs: [x] }) => [g.multiply(x.sign())],
  tex: ([x]) => atom(`\\left|${x.text}\\right|`),
  numpy: call('np.abs'),
})

/** -1, 0 or 1. */
export const sign = unary('sign', {
  compute: (x) => Math.sign(x) + 0, // -0 becomes 0, as in NumPy
  gradient: null,
  tex: texCall('\\operatorname{sign}'),
  numpy: call('np.sign'),
})

export const floor = unary('floor', {
  compute: Math.floor,
  gradient: null,
  tex: ([x]) => atom(`\\left\\lfloor ${x.text} \\right\\rfloor`),
  numpy: call('np.floor'),
})

export const ceil = unary('ceil', {
  compute: Math.ceil,
  gradient: null,
  tex: ([x]) => atom(`\\left\\lceil ${x.text} \\right\\rceil`),
  numpy: call('np.ceil'),
})

/** The nearest whole number; halves go to the even one, as in NumPy. */
export const round = unary('round', {
  compute: (x) => {
    const halvesUp = Math.round(x)
    return halvesUp - x === 0.5 && halvesUp % 2 !== 0 ? halvesUp - 1 : halvesUp
  },
  gradient: null,
  tex: texCall('\\operatorname{round}'),
  numpy: call('np.round'),
})

export const isnan = unary('isnan', {
  compute: (x) => (Number.isNaN(x) ? 1 : 0),
  dtype: toBool,
  gradient: null,
  tex: texCall('\\operatorname{isnan}'),
  numpy: call('np.isnan'),
})

export const isfinite = unary('isfinite', {
  compute: (x) => (Number.isFinite(x) ? 1 : 0),
  dtype: toBool,
  gradient: null,
  tex: texCall('\\operatorname{isfinite}'),
  numpy: call('np.isfinite'),
})

/** The logistic function `1 / (1 + exp(-u))`: the talk's f of logistic regression. Never overflows. */
export const sigmoid = unary('sigmoid', {
  compute: (u) => {
    if (u >= 0) return 1 / (1 + functions.exp(-u))
    const e = functions.exp(u)
    return e / (1 + e)
  },
  dtype: toFloat,
  gradient: ({ g, output }) => [g.multiply(output.multiply(output.negative().add(1)))],
  tex: texCall('\\sigma'),
  numpy: call('sigmoid'),
  numpyHelper: 'def sigmoid(u):\n    return 1 / (1 + np.exp(-u))',
})

/** `log(1 + exp(u))`, the smooth ramp; stable for large u. Its derivative is the sigmoid. */
export const softplus = unary('softplus', {
  compute: (u) => Math.max(u, 0) + functions.log1p(functions.exp(-Math.abs(u))),
  dtype: toFloat,
  gradient: ({ g, inputs: [u] }) => [g.multiply(u.sigmoid())],
  tex: ([u]) => atom(`\\log\\left(1 + e^{${u.text}}\\right)`),
  numpy: ([u]) => atom(`np.logaddexp(0, ${u.text})`),
})

/** `max(u, 0)`, the rectifier; its gradient at 0 is 0, as in PyTorch. */
export const relu = unary('relu', {
  compute: (u) => (u > 0 || Number.isNaN(u) ? u : 0),
  gradient: ({ g, inputs: [u] }) => [g.multiply(u.greater(0).astype(g.dtype))],
  tex: ([u]) => atom(`\\max\\left(0, ${u.text}\\right)`),
  numpy: ([u]) => atom(`np.maximum(0, ${u.text})`),
})
