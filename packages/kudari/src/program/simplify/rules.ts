/** The other rules of simplification, each with what it does written above it. */
import { operations } from '../../ops/table.ts'
import { sameShape, sizeOf } from '../../tensor/shape.ts'
import { Tensor, scalar } from '../../tensor/tensor.ts'
import type { ValueId } from '../program.ts'
import { foldFraction, quotient } from './fraction.ts'
import type { Graph, Rule } from './graph.ts'
import { factorSums, gatherFactors, hoistFactors, signsAsSubtraction } from './scale.ts'

const numberOf = (graph: Graph, id: ValueId): number | undefined => {
  const uniform = graph.uniform(id)
  return uniform && quotient(uniform)
}

/** An operation of constants of one number is a constant: `log(2)`, `3 + 4`, `1 / 2 * 2 / 5`. */
const foldConstants: Rule = ({ operation, inputs, attributes }, graph) => {
  const uniforms = inputs.map((id) => graph.uniform(id))
  if (!uniforms.every((uniform) => uniform !== undefined)) return undefined
  const type = graph.typeOf(operation, inputs, attributes)
  if (keepsNumbers.has(operation)) return graph.uniformConstant(uniforms[0], type)
  const fraction = foldFraction(operation, uniforms)
  if (fraction) return graph.uniformConstant(fraction, type)
  if (sizeOf(type.shape) !== 1 || inputs.some((id) => sizeOf(graph.type(id).shape) !== 1)) return undefined
  const tensors = inputs.map((id, i) => {
    const { shape, dtype } = graph.type(id)
    return new Tensor({ shape, dtype }, scalar(quotient(uniforms[i]), dtype).data)
  })
  return graph.constant(new Tensor(type, operations.get(operation)!.kernel(tensors, attributes, type)), undefined)
}

/** Operations whose output holds the same numbers as their input. */
const keepsNumbers = new Set(['broadcastTo', 'reshape', 'transpose'])

/**
 * `a + 0`, `a - 0`, `a * 1`, `a / 1`, `a ** 1` are `a`; `0 - a` is `-a`. The sign of a zero may change by that. `a * 0`
 * stays: it is not 0 where a is NaN.
 */
const dropNeutral: Rule = ({ operation, inputs: [a, b] }, graph) => {
  if (b === undefined) return undefined
  const keeps = (id: ValueId): boolean => {
    const type = graph.typeOf(operation, [a, b])
    return sameShape(type.shape, graph.type(id).shape) && type.dtype === graph.type(id).dtype
  }
  const left = numberOf(graph, a)
  const right = numberOf(graph, b)
  if (operation === 'add' && left === 0 && keeps(b)) return b
  if ((operation === 'add' || operation === 'subtract') && right === 0 && keeps(a)) return a
  if (operation === 'subtract' && left === 0 && keeps(b)) return graph.emit('negative', [b])
  if (operation === 'multiply' && left === 1 && keeps(b)) return b
  if (['multiply', 'divide', 'power'].includes(operation) && right === 1 && keeps(a)) return a
  return undefined
}

/** `-(-a)` is `a`. */
const doubleNegation: Rule = ({ operation, inputs }, graph) =>
  operation === 'negative' ? graph.defined(inputs[0], 'negative')?.inputs[0] : undefined

/** A transpose of a transpose is one transpose, or none; so with reshape and broadcastTo; those that change nothing go. */
const joinShapes: Rule = ({ operation, inputs: [x], attributes }, graph) => {
  if (operation === 'transpose') {
    const axes = attributes.axes as readonly number[]
    if (axes.every((axis, i) => axis === i)) return x
    const inner = graph.defined(x, 'transpose')
    if (!inner) return undefined
    const innerAxes = inner.attributes.axes as readonly number[]
    return graph.emit('transpose', inner.inputs, { axes: axes.map((axis) => innerAxes[axis]) })
  }
  if (operation === 'reshape' || operation === 'broadcastTo') {
    if (sameShape(attributes.shape as readonly number[], graph.type(x).shape)) return x
    const inner = graph.defined(x, operation)
    return inner && graph.emit(operation, inner.inputs, attributes)
  }
  if (operation === 'astype') return graph.type(x).dtype === attributes.dtype ? x : undefined
  return undefined
}

/** `transpose(x) @ y` reads `x` transposed instead of moving it; both operands. */
const foldTransposes: Rule = ({ operation, inputs, attributes }, graph) => {
  if (operation !== 'matmul') return undefined
  for (const [i, flag] of ['transposeA', 'transposeB'].entries()) {
    const inner = graph.defined(inputs[i], 'transpose')
    const axes = inner?.attributes.axes as readonly number[] | undefined
    if (!inner || !axes || axes.length < 2) continue
    const rank = axes.length
    const swapsLastTwo = axes.every((axis, at) => axis === (at < rank - 2 ? at : at === rank - 2 ? rank - 1 : rank - 2))
    if (swapsLastTwo)
      return graph.emit('matmul', inputs.with(i, inner.inputs[0]), { ...attributes, [flag]: !attributes[flag] })
  }
  return undefined
}

const broadcasting = new Set(['add', 'subtract', 'multiply', 'divide', 'power', 'maximum', 'minimum'])

/** Stretching before an elementwise operation goes where the operation would stretch by itself; a constant shrinks to one number. */
const dropBroadcasts: Rule = ({ operation, inputs, attributes }, graph) => {
  if (!broadcasting.has(operation)) return undefined
  const { shape } = graph.typeOf(operation, inputs, attributes)
  for (const [i, id] of inputs.entries()) {
    const uniform = graph.uniform(id)
    const { dtype, shape: from } = graph.type(id)
    const smaller =
      uniform && from.length > 0
        ? graph.uniformConstant(uniform, { shape: [], dtype })
        : graph.defined(id, 'broadcastTo')?.inputs[0]
    if (smaller === undefined) continue
    const shrunk = inputs.with(i, smaller)
    if (sameShape(graph.typeOf(operation, shrunk, attributes).shape, shape)) return graph.emit(operation, shrunk, attributes)
  }
  return undefined
}

/** A factor of one number stands first, as in a textbook: `alpha * g`. */
const scalarFirst: Rule = ({ operation, inputs: [a, b] }, graph) => {
  if (operation !== 'multiply') return undefined
  const isScalar = (id: ValueId): boolean => graph.type(id).shape.length === 0
  return isScalar(b) && !isScalar(a) ? graph.emit('multiply', [b, a]) : undefined
}

/** All rules, in the order in which they are tried. */
export const rules: readonly Rule[] = [
  foldConstants,
  dropNeutral,
  doubleNegation,
  joinShapes,
  foldTransposes,
  dropBroadcasts,
  gatherFactors,
  hoistFactors,
  factorSums,
  signsAsSubtraction,
  scalarFirst,
]
