/** The op table: every operation that a Program can hold, by name. */
import * as arithmetic from './arithmetic.ts'
import * as convolution from './convolution.ts'
import * as gather from './gather.ts'
import * as indices from './indices.ts'
import * as joining from './joining.ts'
import * as logic from './logic.ts'
import * as mathematics from './mathematics.ts'
import * as matrix from './matrix.ts'
import './methods.ts'
import type { Operation } from './operation.ts'
import * as order from './order.ts'
import * as pooling from './pooling.ts'
import * as random from './random.ts'
import * as reduce from './reduce.ts'
import * as shaping from './shaping.ts'
import * as softmax from './softmax.ts'

const families = [
  arithmetic,
  mathematics,
  logic,
  reduce,
  order,
  matrix,
  softmax,
  shaping,
  joining,
  gather,
  indices,
  convolution,
  pooling,
  random,
]

/** Every operation by its name: the functions of the families that carry one. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  families.flatMap((family) =>
    Object.values(family).flatMap((value) => {
      if (typeof value !== 'function' || !('operation' in value)) return []
      const operation = value.operation as Operation
      return [[operation.name, operation] as const]
    }),
  ),
)
