/**
 * Constant factors: gathered into one fraction and carried outwards, through products, sums and shapes, so that the
 * gradient of `mean(square(x @ w - yt)) / 2` reads `x.T @ (x @ w - yt) / M`.
 *
 * Only factors of floating-point values move: whole numbers would not divide.
 */
import { sameShape } from '../../tensor/shape.ts'
import type { ValueId } from '../program.ts'
import { type Uniform, isMovable, isOne, quotient, reciprocal, times } from './fraction.ts'
import type { Graph, Rule } from './graph.ts'

/** `value * numerator / denominator`, and whether it is negated. */
interface Scaled extends Uniform {
  readonly value: ValueId
  readonly isNegative: boolean
}

const sameType = (graph: Graph, a: ValueId, b: ValueId): boolean =>
  graph.type(a).dtype === graph.type(b).dtype && sameShape(graph.type(a).shape, graph.type(b).shape)

/** The factor by which an instruction multiplies one of its inputs, where the other is a constant. */
function factorOf(graph: Graph, id: ValueId): { value: ValueId; factor: Uniform } | undefined {
  const { dtype } = graph.type(id)
  const found = (value: ValueId, factor: Uniform | undefined) =>
    factor && isMovable(factor, dtype) && sameType(graph, value, id) ? { value, factor } : undefined
  const product = graph.defined(id, 'multiply')
  if (product) {
    const [a, b] = product.inputs
    return found(b, graph.uniform(a)) ?? found(a, graph.uniform(b))
  }
  const division = graph.defined(id, 'divide')
  const divisor = division && graph.uniform(division.inputs[1])
  return divisor && found(division.inputs[0], reciprocal(divisor))
}

/** A value as a bare value times a fraction. */
function unscale(graph: Graph, id: ValueId): Scaled {
  const { dtype } = graph.type(id)
  let value = id
  let total: Uniform = { numerator: 1, denominator: 1 }
  let isNegative = false
  while (isMovable(total, dtype)) {
    const negated = graph.defined(value, 'negative')
    const scaled = factorOf(graph, value)
    if (negated) {
      isNegative = !isNegative
      value = negated.inputs[0]
    } else if (scaled && isMovable(times(total, scaled.factor), dtype)) {
      total = times(total, scaled.factor)
      value = scaled.value
    } else break
  }
  return { ...total, value, isNegative }
}

/** The value times the fraction: `value * numerator / denominator`, negated last. Parts that are 1 are not written. */
function scale(graph: Graph, value: ValueId, { numerator, denominator }: Uniform, isNegative: boolean): ValueId {
  const { dtype, shape } = graph.type(value)
  const uniform = graph.uniform(value)
  if (uniform) {
    const product = times(uniform, { numerator: isNegative ? -numerator : numerator, denominator })
    return graph.uniformConstant(product, { shape, dtype })
  }
  const sign = numerator < 0 !== isNegative
  const size = Math.abs(numerator)
  const multiplied = size === 1 ? value : graph.emit('multiply', [graph.number(size, dtype), value])
  const divided = denominator === 1 ? multiplied : graph.emit('divide', [multiplied, graph.number(denominator, dtype)])
  return sign ? graph.emit('negative', [divided]) : divided
}

const scaleBy = (graph: Graph, value: ValueId, scaled: Scaled): ValueId => scale(graph, value, scaled, scaled.isNegative)

const isScaled = (scaled: Scaled): boolean => scaled.isNegative || !isOne(scaled)

/** A constant factor times a value that has one already: one fraction. `2 * (a / 10)` is `a / 5`. */
export const gatherFactors: Rule = ({ operation, inputs }, graph) => {
  if (operation !== 'multiply' && operation !== 'divide') return undefined
  const candidates = operation === 'multiply' ? [[0, 1], [1, 0]] : [[1, 0]]
  for (const [constant, other] of candidates) {
    const uniform = graph.uniform(inputs[constant])
    const factor = uniform && (operation === 'divide' ? reciprocal(uniform) : uniform)
    const { shape, dtype } = graph.typeOf(operation, inputs)
    if (!factor || !isMovable(factor, dtype)) continue
    const type = graph.type(inputs[other])
    if (dtype !== type.dtype || !sameShape(shape, type.shape)) continue
    const scaled = unscale(graph, inputs[other])
    const total = { ...scaled, ...times(scaled, factor) }
    if (!isMovable(total, dtype) || isFinal(graph, operation, inputs, total)) continue
    return scaleBy(graph, total.value, total)
  }
  return undefined
}

/** Whether an instruction is just what {@link scale} writes: a positive factor first, then a positive whole divisor. */
function isFinal(graph: Graph, operation: string, [a, b]: readonly ValueId[], total: Scaled): boolean {
  const { value, numerator, denominator, isNegative } = total
  if (isNegative || numerator < 0 || graph.uniform(value)) return false
  const isNumber = (id: ValueId, number: number): boolean => {
    const uniform = graph.uniform(id)
    return uniform !== undefined && graph.type(id).shape.length === 0 && quotient(uniform) === number
  }
  const isProduct = (factor: ValueId, rest: ValueId): boolean => isNumber(factor, numerator) && rest === value
  if (operation === 'multiply') return denominator === 1 && numerator !== 1 && isProduct(a, b)
  if (denominator === 1 || !isNumber(b, denominator)) return false
  if (numerator === 1) return a === value
  const product = graph.defined(a, 'multiply')
  return product !== undefined && isProduct(product.inputs[0], product.inputs[1])
}

/** Operations for which `f(c * a) = c * f(a)` in their first input. */
const linear = new Set(['sum', 'mean', 'reshape', 'transpose', 'broadcastTo', 'slice', 'embed'])

/** Operations for which that holds in each of these inputs. */
const linearIn: Readonly<Record<string, readonly number[]>> = { matmul: [0, 1], multiply: [0, 1], divide: [0] }

/** Factors move outwards: `x.T @ (a / M)` is `(x.T @ a) / M`, `a * (b / M)` is `(a * b) / M`. */
export const hoistFactors: Rule = ({ operation, inputs, attributes }, graph) => {
  if (operation === 'negative') {
    const scaled = unscale(graph, inputs[0])
    return scaled.isNegative ? scale(graph, scaled.value, scaled, false) : undefined
  }
  const operands = linear.has(operation) ? [0] : (linearIn[operation] ?? [])
  if (operands.length > 0 && inputs.length > 1 && inputs.some((id) => graph.uniform(id))) return undefined
  for (const i of operands) {
    const scaled = unscale(graph, inputs[i])
    if (!isScaled(scaled)) continue
    return scaleBy(graph, graph.emit(operation, inputs.with(i, scaled.value), attributes), scaled)
  }
  return undefined
}

/** Sums of equally scaled values: `a / M - b / M` is `(a - b) / M`. */
export const factorSums: Rule = ({ operation, inputs }, graph) => {
  if (operation !== 'add' && operation !== 'subtract') return undefined
  if (inputs.some((id) => graph.uniform(id))) return undefined
  const [left, right] = inputs.map((id) => unscale(graph, id))
  if (isOne(left) || left.numerator !== right.numerator || left.denominator !== right.denominator) return undefined
  const isSubtraction = (operation === 'subtract') !== right.isNegative
  const [a, b] = [left.value, right.value]
  // -a - b = -(a + b), -a + b = b - a, and so on: the sign of the first decides.
  if (left.isNegative && isSubtraction) return scale(graph, graph.emit('add', [a, b]), left, true)
  if (left.isNegative) return scale(graph, graph.emit('subtract', [b, a]), left, false)
  return scale(graph, graph.emit(isSubtraction ? 'subtract' : 'add', [a, b]), left, false)
}

/** Signs become subtraction: `a + -b` is `a - b`, `-a + 1` is `1 - a`, `a - -2` is `a + 2`. */
export const signsAsSubtraction: Rule = ({ operation, inputs: [a, b] }, graph) => {
  if (operation !== 'add' && operation !== 'subtract') return undefined
  const opposite = operation === 'add' ? 'subtract' : 'add'
  const negatedRight = graph.defined(b, 'negative')
  if (negatedRight) return graph.emit(opposite, [a, negatedRight.inputs[0]])
  const negatedLeft = graph.defined(a, 'negative')
  if (negatedLeft && operation === 'add') return graph.emit('subtract', [b, negatedLeft.inputs[0]])
  const right = graph.uniform(b)
  if (!right || quotient(right) >= 0 || Number.isNaN(quotient(right))) return undefined
  return graph.emit(opposite, [a, graph.uniformConstant({ ...right, numerator: -right.numerator }, graph.type(b))])
}
