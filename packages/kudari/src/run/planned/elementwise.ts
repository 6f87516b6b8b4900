/** Arithmetic at every position: a loop for each operation and each way in which the operands lie. */
import type { Data } from '../../tensor/dtype.ts'
import { exp, log1p, tanh } from '../../tensor/functions.ts'
import { sameShape, sizeOf } from '../../tensor/shape.ts'
import type { TensorType } from '../../tensor/tensor.ts'
import { type Kernel, type Prepare, areFloats } from './kernel.ts'

/** How the operands of two lie: number by number, one of them a single number, or the right one a row under each row. */
type Layout = 'same' | 'left single' | 'right single' | 'right row'

function layoutOf([a, b]: readonly TensorType[], output: TensorType): Layout | undefined {
  if (sameShape(a.shape, output.shape)) {
    if (sameShape(b.shape, output.shape)) return 'same'
    if (sizeOf(b.shape) === 1) return 'right single'
    if (b.shape.length === 1 && b.shape[0] === output.shape.at(-1)) return 'right row'
  }
  return sameShape(b.shape, output.shape) && sizeOf(a.shape) === 1 ? 'left single' : undefined
}

/** The four loops of an operation. They are written out for each, because a loop that calls a function is much slower. */
type Loops = Readonly<Record<Layout, (a: Data, b: Data, out: Data) => void>>

const add: Loops = {
  same(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i] + b[i]
  },
  'left single'([a], b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a + b[i]
  },
  'right single'(a, [b], out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i] + b
  },
  'right row'(a, b, out) {
    for (let i = 0; i < out.length; ) for (let j = 0; j < b.length; j++, i++) out[i] = a[i] + b[j]
  },
}

const subtract: Loops = {
  same(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i] - b[i]
  },
  'left single'([a], b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a - b[i]
  },
  'right single'(a, [b], out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i] - b
  },
  'right row'(a, b, out) {
    for (let i = 0; i < out.length; ) for (let j = 0; j < b.length; j++, i++) out[i] = a[i] - b[j]
  },
}

const multiply: Loops = {
  same(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i] * b[i]
  },
  'left single'([a], b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a * b[i]
  },
  'right single'(a, [b], out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i] * b
  },
  'right row'(a, b, out) {
    for (let i = 0; i < out.length; ) for (let j = 0; j < b.length; j++, i++) out[i] = a[i] * b[j]
  },
}

const divide: Loops = {
  same(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i] / b[i]
  },
  'left single'([a], b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a / b[i]
  },
  'right single'(a, [b], out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i] / b
  },
  'right row'(a, b, out) {
    for (let i = 0; i < out.length; ) for (let j = 0; j < b.length; j++, i++) out[i] = a[i] / b[j]
  },
}

const binary =
  (loops: Loops): Prepare =>
  (inputs, _attributes, output) => {
    const layout = areFloats([...inputs, output]) ? layoutOf(inputs, output) : undefined
    if (layout === undefined) return undefined
    const loop = loops[layout]
    return ([a, b], out) => loop(a, b, out)
  }

const unary =
  (loop: (x: Data, out: Data) => void): Prepare =>
  (inputs, _attributes, output): Kernel | undefined =>
    areFloats([...inputs, output]) ? ([x], out) => loop(x, out) : undefined

/** The fast kernels by operation. Their formulas are those of the op table; tests hold them to it. */
export const elementwiseKernels: Readonly<Record<string, Prepare>> = {
  add: binary(add),
  subtract: binary(subtract),
  multiply: binary(multiply),
  divide: binary(divide),
  square: unary((x, out) => {
    for (let i = 0; i < out.length; i++) out[i] = x[i] * x[i]
  }),
  negative: unary((x, out) => {
    for (let i = 0; i < out.length; i++) out[i] = -x[i]
  }),
  exp: unary((x, out) => {
    for (let i = 0; i < out.length; i++) out[i] = exp(x[i])
  }),
  tanh: unary((x, out) => {
    for (let i = 0; i < out.length; i++) out[i] = tanh(x[i])
  }),
  sigmoid: unary((x, out) => {
    for (let i = 0; i < out.length; i++) {
      const u = x[i]
      const e = exp(u >= 0 ? -u : u)
      out[i] = u >= 0 ? 1 / (1 + e) : e / (1 + e)
    }
  }),
  softplus: unary((x, out) => {
    for (let i = 0; i < out.length; i++) {
      const u = x[i]
      out[i] = Math.max(u, 0) + log1p(exp(-Math.abs(u)))
    }
  }),
}
