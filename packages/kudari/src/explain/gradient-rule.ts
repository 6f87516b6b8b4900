/** Where gradients come from: what an instruction makes of the gradient of its result, by the rule of its operation. */
import { apply } from '../ops/operation.ts'
import { operations } from '../ops/table.ts'
import { sumTo } from '../program/differentiate.ts'
import type { Instruction, Program } from '../program/program.ts'
import { simplify } from '../program/simplify/simplify.ts'
import { texName } from '../program/spelling.ts'
import { trace } from '../program/trace.ts'
import { type Statement, writeNumpy, writeTex } from '../program/write.ts'
import { isFloat } from '../tensor/dtype.ts'
import type { Tensor } from '../tensor/tensor.ts'

/** What one operand gets of the gradient `g` of the result. */
export interface GradientRule {
  /** The operand, by its place among the instruction's inputs. */
  readonly operand: number
  /** The gradient, where `g` is the gradient of the result; before it what it needs, `t1 = ...`. */
  readonly tex: readonly string[]
  readonly numpy: readonly string[]
}

/** Statements as lines; the last, or what is handed on as it is, without a name. */
function linesOf(program: Program, statements: readonly Statement[], asItIs: string): string[] {
  const [{ value }] = program.outputs
  const last = statements.find((statement) => statement.value === value)
  const before = statements.filter((statement) => statement !== last).map(({ name, expression }) => `${name} = ${expression}`)
  return [...before, last ? last.expression : asItIs]
}

/**
 * What an instruction makes of the gradient of its result: for each operand that has one.
 *
 * @param names what the operands are called; those of the Program where left out.
 * @example
 * // yd = yp - yt: yp gets g, yt gets -g
 */
export function gradientRules(program: Program, { operation, inputs, output, attributes }: Instruction, names: readonly (string | undefined)[]): GradientRule[] {
  const definition = operations.get(operation)!
  if (!definition.gradient) return []
  const constants = new Map(program.constants.map(({ value, tensor }) => [value, tensor]))
  const free = inputs.filter((id, i) => !constants.has(id) && inputs.indexOf(id) === i)
  const rules: GradientRule[] = []
  for (const [operand, id] of inputs.entries()) {
    if (constants.has(id) || !isFloat(program.values[id].dtype)) continue
    let gradient: Tensor | undefined
    const { program: traced } = trace(
      (g, ...given) => {
        const tensors = inputs.map((input) => constants.get(input) ?? given[free.indexOf(input)])
        const result = apply(definition, tensors, attributes)
        gradient = definition.gradient!({ g, inputs: tensors, output: result, attributes })[operand]
        return gradient ? sumTo(gradient, program.values[id].shape) : g
      },
      [
        { ...typeOf(program, output), name: 'g' },
        ...free.map((input) => ({ ...typeOf(program, input), name: names[inputs.indexOf(input)] ?? 'x' })),
      ],
    )
    if (!gradient) continue
    const rule = simplify(traced)
    const [{ value }] = rule.outputs
    const name = rule.values[value].name ?? 'g'
    rules.push({ operand, tex: linesOf(rule, writeTex(rule), texName(name)), numpy: linesOf(rule, writeNumpy(rule), name) })
  }
  return rules
}

const typeOf = ({ values }: Program, id: number) => ({ shape: values[id].shape, dtype: values[id].dtype })
