/** An instruction as a line of TypeScript, in the words of this library. */
import { type Attributes, Tensor } from '../tensor/tensor.ts'

/** A value as TypeScript writes it. */
const literal = (value: unknown): string => JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ')

const object = (entries: readonly (readonly [string, unknown])[]): string[] =>
  entries.length > 0 ? [`{ ${entries.map(([name, value]) => `${name}: ${literal(value)}`).join(', ')} }`] : []

/** Ranges as the method takes them, an axis each: `'1:4'`. */
function ranges({ starts, steps, sizes }: Attributes): string[] {
  const [from, by, counts] = [starts, steps, sizes] as readonly (readonly number[])[]
  return from.map((start, axis) => {
    const step = by[axis]
    const end = start + counts[axis] * step
    return literal(`${start}:${end < 0 ? '' : end}${step === 1 ? '' : `:${step}`}`)
  })
}

/** How operations take their attributes, where that is not an object with just these names. */
const argumentsOf: Readonly<Record<string, (attributes: Attributes) => string[]>> = {
  reshape: ({ shape }) => [literal(shape)],
  broadcastTo: ({ shape }) => [literal(shape)],
  transpose: ({ axes }) => [literal(axes)],
  slice: ranges,
  astype: ({ dtype }) => [literal(dtype)],
}

const isReduction = (attributes: Attributes): boolean => 'axes' in attributes && 'keepdims' in attributes

/** @param rank of the first operand: a reduction of all its axes does not name them. */
function optionsOf(operation: string, attributes: Attributes, rank: number): string[] {
  const own = argumentsOf[operation]
  if (own) return own(attributes)
  if (isReduction(attributes)) {
    const axes = attributes.axes as readonly number[]
    return object([
      ...(axes.length === rank ? [] : [['axis', axes.length === 1 ? axes[0] : axes] as const]),
      ...(attributes.keepdims === true ? [['keepdims', true] as const] : []),
    ])
  }
  return object(Object.entries(attributes).filter(([, value]) => value !== false))
}

/**
 * The right-hand side of an instruction in TypeScript.
 *
 * @param operands as they are written: names, or numbers.
 * @param rank of the first operand.
 * @example
 * typescriptCall('matmul', ['x', 'yd'], { transposeA: true, transposeB: false }, 2) // 'x.matmul(yd, { transposeA: true })'
 */
export function typescriptCall(operation: string, operands: readonly string[], attributes: Attributes, rank: number): string {
  const [first, ...others] = operands
  const rest = [...others, ...optionsOf(operation, attributes, rank)].join(', ')
  // A number has no methods, and not every operation is one.
  return /^-?[\d.]/.test(first) || !(operation in Tensor.prototype) ? `${operation}(${[first, rest].filter(Boolean).join(', ')})` : `${first}.${operation}(${rest})`
}
