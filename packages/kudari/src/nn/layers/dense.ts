/** The dense layer, `x @ W + b`, and the talk's dummy column in front of it. */
import { formatShape, sizeOf } from '../../tensor/shape.ts'
import type { Initializer } from '../initializers.ts'
import { counting, flag } from '../../messages/settings.ts'
import { initializer } from './settings.ts'
import { type LayerDefinition, sumsOfProducts } from './layer.ts'

/** The talk's dummy variable: a column of ones inserted before the inputs, so that w0 is a weight like any other. */
export interface DummyLayer {
  readonly type: 'dummy'
}

/**
 * `x @ W + b`. Without `units` there is one output a row, as a plain vector (the talk's `x @ w`); with `bias: false` there
 * is no `b`.
 */
export interface DenseLayer {
  readonly type: 'dense'
  readonly units?: number
  readonly bias?: boolean
  readonly initializer?: Initializer
}

/** The column is there before learning begins (see `prepareInputs`), so that the layer has nothing left to do. */
export const dummy: LayerDefinition<DummyLayer> = {
  keys: {},
  shape: (_layer, input, { refuse }) => (input.length === 1 ? [input[0] + 1] : refuse('(columns)')),
  apply: (_layer, x) => x,
  isView: true,
}

export const dense: LayerDefinition<DenseLayer> = {
  keys: { units: counting, bias: flag, initializer },
  shape({ units }, input, { refuse }) {
    if (input.length !== 1) refuse(`(columns); {"type": "flatten"} makes a row of ${formatShape(input)}`)
    return units === undefined ? [] : [units]
  },
  variables({ units, bias = true, initializer: begin }, [inputs]) {
    const outputs = units === undefined ? [] : [units]
    const fan = { in: inputs, out: units ?? 1 }
    return [
      { role: 'W', kind: 'weights', shape: [inputs, ...outputs], fan, ...(begin && { initializer: begin }) },
      ...(bias ? [{ role: 'b', kind: 'bias', shape: outputs, initial: 0 } as const] : []),
    ]
  },
  apply(_layer, x, { W, b }) {
    const product = x.matmul(W)
    return b ? product.add(b) : product
  },
  operations: ({ bias = true }, [inputs], output) => sumsOfProducts(sizeOf(output), inputs, bias),
}
