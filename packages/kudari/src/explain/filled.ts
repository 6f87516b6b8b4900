/** A formula with the numbers filled in: how one number of a result was computed. */
import { type Written, precedence } from '../ops/notation.ts'
import { operations } from '../ops/table.ts'
import type { Instruction } from '../program/program.ts'
import { texNumber } from '../program/spelling.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { formatNumber } from '../messages/numbers.ts'
import { type Origins, originsOf } from './origins.ts'

/** A number of a result, explained. */
export interface FilledFormula {
  /** The right-hand side in TeX: `7 - \left(-6.7\right)`. */
  readonly tex: string
  readonly origins: Origins
}

/** Of long sums so many terms are written, the last among them. */
const TERMS = 6
/** Digits of each number: enough to check the calculation by hand. */
const DIGITS = 6

/** A number; negative ones are bracketed wherever they are not alone. */
const written = (value: number): Written => ({
  text: texNumber(Number(formatNumber(value, DIGITS).replace('∞', 'Infinity')), 'float64'),
  precedence: value < 0 || Object.is(value, -0) ? precedence.sum : precedence.atom,
})

const inBrackets = ({ text, precedence: strength }: Written): string => (strength === precedence.atom ? text : `\\left(${text}\\right)`)

/** Terms one after the other, of many only some. */
function listed(terms: readonly string[], between: string): string {
  if (terms.length <= TERMS) return terms.join(between)
  return [...terms.slice(0, TERMS - 1), '\\cdots', terms[terms.length - 1]].join(between)
}

const numbersAt = ({ data }: Tensor, positions: readonly number[]): Written[] => positions.map((position) => written(Number(data[position])))

const sum = (terms: readonly Written[]): string => listed(terms.map((term, i) => (i === 0 ? term.text : inBrackets(term))), ' + ')

/** What reductions make of their elements. */
const reductions: Readonly<Record<string, (terms: readonly Written[]) => string>> = {
  sum,
  mean: (terms) => `\\frac{${sum(terms)}}{${terms.length}}`,
  prod: (terms) => listed(terms.map(inBrackets), ' \\cdot '),
  max: (terms) => `\\max\\left(${listed(terms.map(({ text }) => text), ',\\; ')}\\right)`,
  min: (terms) => `\\min\\left(${listed(terms.map(({ text }) => text), ',\\; ')}\\right)`,
  logSumExp: (terms) => `\\log\\left(${listed(terms.map(({ text }) => `e^{${text}}`), ' + ')}\\right)`,
}

/**
 * The formula of one number of a result with its operands' numbers filled in.
 *
 * @param names of the operands in TeX, for elements that are only moved.
 * @param position of the number, in row-major order.
 * @returns undefined for operations whose numbers cannot be followed one by one.
 * @example
 * filledFormula(instruction, ['y_{p}', 'y_{t}'], [yp, yt], yd, 0) // { tex: '7 - \\left(-6.7\\right)', origins: [[0], [0]] }
 */
export function filledFormula(instruction: Instruction, names: readonly string[], inputs: readonly Tensor[], output: Tensor, position: number): FilledFormula | undefined {
  const origins = originsOf(instruction, inputs, output, position)
  if (!origins) return undefined
  const { operation, attributes } = instruction
  const definition = operations.get(operation)!
  const terms = inputs.map((input, i) => numbersAt(input, origins[i]))
  if (definition.isElementwise)
    return { tex: definition.tex(terms.map(([only]) => only), attributes, { inputs, output }).text, origins }
  if (operation === 'matmul')
    return { tex: listed(terms[0].map((left, k) => `${inBrackets(left)} \\cdot ${inBrackets(terms[1][k])}`), ' + '), origins }
  if (operation === 'softmax') {
    const own = origins[0].indexOf(position)
    return { tex: `\\frac{e^{${terms[0][own].text}}}{${listed(terms[0].map(({ text }) => `e^{${text}}`), ' + ')}}`, origins }
  }
  if (Object.hasOwn(reductions, operation)) return { tex: reductions[operation](terms[0]), origins }
  const from = origins.findIndex((positions) => positions.length === 1)
  if (from < 0) return { tex: written(Number(output.data[position])).text, origins }
  return { tex: `${names[from]} = ${terms[from][0].text}`, origins }
}
