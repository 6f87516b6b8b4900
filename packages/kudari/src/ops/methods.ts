/** Gives every Tensor the operations as methods, so that they can be chained: `x.matmul(w).subtract(yt).square().mean()`. */
import { Tensor } from '../tensor/tensor.ts'
import * as arithmetic from './arithmetic.ts'
import { conv2d, patches } from './convolution.ts'
import * as gather from './gather.ts'
import { slice } from './indexing.ts'
import { insert } from './joining.ts'
import * as logic from './logic.ts'
import * as mathematics from './mathematics.ts'
import { matmul } from './matrix.ts'
import * as order from './order.ts'
import { averagePool, maxPool } from './pooling.ts'
import * as reduce from './reduce.ts'
import * as shaping from './shaping.ts'
import { logSumExp, softmax } from './softmax.ts'

const { take, takeAlongAxis, repeat, flip } = gather

/** Every function whose first argument is a tensor; the short names are for long chains. */
const functions = {
  ...arithmetic,
  sub: arithmetic.subtract,
  mul: arithmetic.multiply,
  div: arithmetic.divide,
  pow: arithmetic.power,
  neg: arithmetic.negative,
  ...mathematics,
  ...logic,
  ...reduce,
  ...order,
  ...shaping,
  slice,
  insert,
  take,
  takeAlongAxis,
  repeat,
  flip,
  matmul,
  softmax,
  logSumExp,
  patches,
  conv2d,
  maxPool,
  averagePool,
}

type Functions = typeof functions
type Method<F> = F extends (first: never, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never

/** The operations as methods; each is documented at the function of the same name. */
export type TensorMethods = { [Name in keyof Functions]: Method<Functions[Name]> }

declare module '../tensor/tensor.ts' {
  // oxlint-disable-next-line typescript/no-empty-object-type -- this is how TypeScript adds members to a class
  interface Tensor extends TensorMethods {}
}

for (const [name, operation] of Object.entries(functions))
  Object.defineProperty(Tensor.prototype, name, {
    value(this: Tensor, ...rest: unknown[]) {
      return (operation as (first: Tensor, ...rest: unknown[]) => Tensor)(this, ...rest)
    },
  })
