/**
 * Constant factors: gathered into one fraction and carried outwards, through products, sums and shapes, so that the
 * gradient of `mean(square(x @ w - yt)) / 2` reads `x.T @ (x @ w - yt) / M`.
 */
import { sameShape } from '../../tensor/shape.ts'
import type { ValueId } from '../program.ts'
import { type Graph, type Rule, type Uniform, hasShape } from './graph.ts'

/** `value * numerator / denominator`, and whether it is negated. */
interface Scaled extends Uniform {
  readonly value: ValueId
  readonly isNegative: boolean
}

const isOne = ({ numerator, denominator }: Uniform): boolean => numerator === 1 && denominator === 1

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b))

/** The product of two fractions, cancelled where both parts are whole numbers. */
function times(a: Uniform, b: Uniform): Uniform {
  const numerator = a.numerator * b.numerator
  const denominator = a.denominator * b.denominator
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return { numerator, denominator }
  const divisor = greatestCommonDivisor(numerator, denominator) || 1
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** 1 / a, which stays a fraction where `a` is one of whole numbers. */
function reciprocal({ numerator, denominator }: Uniform): Uniform | undefined {
  if (!Number.isSafeInteger(numerator) || numerator === 0) return undefined
  return numerator > 0 ? { numerator: denominator, denominator: numerator } : { numerator: -denominator, denominator: -numerator }
}

/** The factor by which an instruction multiplies one of its inputs, where the other is a constant. */
function factorOf(graph: Graph, id: ValueId): { value: ValueId; factor: Uniform } | undefined {
  const product = graph.defined(id, 'multiply')
  if (product)
    for (const [i, j] of [
      [0, 1],
      [1, 0],
    ]) {
      const factor = graph.uniform(product.inputs[i])
      if (factor && hasShape(graph, product.inputs[j], graph.type(id).shape)) return { value: product.inputs[j], factor }
    }
  const quotient = graph.defined(id, 'divide')
  const divisor = quotient && graph.uniform(quotient.inputs[1])
  const factor = divisor && reciprocal(divisor)
  if (quotient && factor && hasShape(graph, quotient.inputs[0], graph.type(id).shape))
    return { value: quotient.inputs[0], factor }
  return undefined
}

/** A value as a bare value times a fraction. */
function unscale(graph: Graph, id: ValueId): Scaled {
  let value = id
  let total: Uniform = { numerator: 1, denominator: 1 }
  let isNegative = false
  for (;;) {
    const negated = graph.defined(value, 'negative')
    const scaled = factorOf(graph, value)
    if (negated) {
      isNegative = !isNegative
      value = negated.inputs[0]
    } else if (scaled) {
      total = times(total, scaled.factor)
      value = scaled.value
    } else return { ...total, value, isNegative }
  }
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

const isScaled = (graph: Graph, id: ValueId): boolean => {
  const { isNegative, ...factor } = unscale(graph, id)
  return isNegative || !isOne(factor)
}

/** A constant factor times a value that has one already: one fraction. `2 * (a / 10)` is `a / 5`. */
export const gatherFactors: Rule = ({ operation, inputs }, graph) => {
  if (operation !== 'multiply' && operation !== 'divide') return undefined
  const candidates = operation === 'multiply' ? [[0, 1], [1, 0]] : [[1, 0]]
  for (const [constant, other] of candidates) {
    const uniform = graph.uniform(inputs[constant])
    const factor = uniform && (operation === 'divide' ? reciprocal(uniform) : uniform)
    if (!factor) continue
    const { shape } = graph.type(inputs[other])
    if (!sameShape(graph.typeOf(operation, inputs).shape, shape)) continue
    const scaled = unscale(graph, inputs[other])
    const total = { ...scaled, ...times(scaled, factor) }
    if (isFinal(graph, operation, inputs, total)) continue
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
    return uniform !== undefined && uniform.numerator === number && uniform.denominator === 1
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

/** Factors move outwards: `x.T @ (a / M)` is `(x.T @ a) / M`, `a * (b / M)` is `(a * b) / M`. */
export const hoistFactors: Rule = ({ operation, inputs, attributes }, graph) => {
  if (linear.has(operation)) {
    if (!isScaled(graph, inputs[0])) return undefined
    const scaled = unscale(graph, inputs[0])
    return scaleBy(graph, graph.emit(operation, [scaled.value], attributes), scaled)
  }
  if (operation === 'negative') {
    const scaled = unscale(graph, inputs[0])
    if (!scaled.isNegative) return undefined
    return scale(graph, scaled.value, scaled, false)
  }
  if (operation !== 'matmul' && operation !== 'multiply' && operation !== 'divide') return undefined
  if (inputs.some((id) => graph.uniform(id))) return undefined
  for (const i of operation === 'divide' ? [0] : [0, 1]) {
    if (!isScaled(graph, inputs[i])) continue
    const scaled = unscale(graph, inputs[i])
    return scaleBy(graph, graph.emit(operation, inputs.with(i, scaled.value), attributes), scaled)
  }
  return undefined
}

/** Sums of equally scaled values: `a / M - b / M` is `(a - b) / M`; signs become subtraction. */
export const factorSums: Rule = ({ operation, inputs }, graph) => {
  if (operation !== 'add' && operation !== 'subtract') return undefined
  if (inputs.some((id) => graph.uniform(id))) return undefined
  const [left, right] = inputs.map((id) => unscale(graph, id))
  const isSubtraction = (operation === 'subtract') !== right.isNegative
  const isSame = left.numerator === right.numerator && left.denominator === right.denominator
  if (isSame && !isOne(left)) {
    const [a, b] = [left.value, right.value]
    // -a - b = -(a + b), -a + b = b - a, and so on: the sign of the first decides.
    if (left.isNegative && isSubtraction) return scale(graph, graph.emit('add', [a, b]), left, true)
    if (left.isNegative) return scale(graph, graph.emit('subtract', [b, a]), left, false)
    return scale(graph, graph.emit(isSubtraction ? 'subtract' : 'add', [a, b]), left, false)
  }
  const [a, b] = inputs
  const negatedRight = graph.defined(b, 'negative')
  if (negatedRight) return graph.emit(operation === 'add' ? 'subtract' : 'add', [a, negatedRight.inputs[0]])
  const negatedLeft = graph.defined(a, 'negative')
  if (negatedLeft && operation === 'add') return graph.emit('subtract', [b, negatedLeft.inputs[0]])
  return undefined
}
