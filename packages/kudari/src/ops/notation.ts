/** How an operation is written in NumPy and in TeX: text with a precedence, so that brackets stand only where needed. */
import type { Attributes, TensorType } from '../tensor/tensor.ts'

/** A piece of formula or code, and how strongly it holds together. */
export interface Written {
  readonly text: string
  readonly precedence: number
}

/** How strongly an expression holds together, from comparisons to names and calls. */
export const precedence = { comparison: 1, sum: 2, product: 3, sign: 4, power: 5, atom: 6 } as const

/** What a notation may look at besides the written operands. */
export interface WrittenCall {
  readonly inputs: readonly TensorType[]
  readonly output: TensorType
}

/** Writes an operation, given its written operands. */
export type Notation<A extends Attributes = Attributes> = (
  operands: readonly Written[],
  attributes: A,
  call: WrittenCall,
) => Written

export const atom = (text: string): Written => ({ text, precedence: precedence.atom })

/** The operand in brackets if it holds together more weakly than `least`. */
export const bracket = (operand: Written, least: number, open = '(', close = ')'): string =>
  operand.precedence < least ? `${open}${operand.text}${close}` : operand.text

/** The same in TeX, where brackets grow with what they hold. */
export const texBracket = (operand: Written, least: number): string => bracket(operand, least, '\\left(', '\\right)')

/** `a - b`: the right operand is bracketed at equal strength, since `a - (b - c)` is not `(a - b) - c`. */
export const infix =
  (symbol: string, strength: number): Notation =>
  ([left, right]) => ({
    text: `${bracket(left, strength)} ${symbol} ${bracket(right, strength + 1)}`,
    precedence: strength,
  })

export const texInfix =
  (symbol: string, strength: number): Notation =>
  ([left, right]) => ({
    text: `${texBracket(left, strength)} ${symbol} ${texBracket(right, strength + 1)}`,
    precedence: strength,
  })

/** `np.exp(x)` */
export const call =
  (name: string): Notation =>
  (operands) =>
    atom(`${name}(${operands.map((operand) => operand.text).join(', ')})`)

/** `\exp\left(x\right)` */
export const texCall =
  (name: string): Notation =>
  (operands) =>
    atom(`${name}\\left(${operands.map((operand) => operand.text).join(', ')}\\right)`)

/** `x_{[1:3]}`; what has an index already is held together by braces, since TeX takes no second one. */
export function texIndexed(operand: Written, index: string): Written {
  const text = texBracket(operand, precedence.atom)
  return atom(`${/_\{.*\}$/.test(text) ? `{${text}}` : text}_{[${index}]}`)
}
