/** A training step in formulas, taken apart at the stops of the loop: prediction, loss, gradient layer by layer, and the way down. */
import { isStatistics, variablesOf } from '../nn/network.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { texName } from '../program/spelling.ts'
import type { Learning } from '../train/step.ts'
import { type Section, gradientName } from './sections.ts'
import { type SymbolicStatement, symbolicStep } from './symbolic.ts'
import { type RuleLine, updateRule } from './update-rule.ts'

/** A formula, as TeX: what stands before the equals sign, and what stands after it. */
export interface StepFormula {
  readonly name: string
  readonly expression: string
}

/** The gradients of a layer's parameters, and what had to be computed for them. */
export interface LayerGradients {
  /** `dense` */
  readonly type: string
  /** `W3`, `b3` */
  readonly parameters: readonly string[]
  readonly formulas: readonly StepFormula[]
}

export interface StepFormulas {
  /** From the inputs to the prediction `yp`. */
  readonly model: readonly StepFormula[]
  readonly loss: readonly StepFormula[]
  /** From the last layer to the first, as the chain rule goes; none where the way down is short enough to hold its gradient. */
  readonly gradients: readonly LayerGradients[]
  readonly descent: readonly RuleLine[]
}

const ALIAS = /^(?:[A-Za-z]|\\[a-z]+(?:\{[^{}]*\})?)(?:_\{[^{}]*\})?$/

/** Without those that only give a value another shape, and in writing are names for what has a name: `t_{2} = t_{1}`. */
function withoutAliases(statements: readonly SymbolicStatement[]): SymbolicStatement[] {
  const kept: SymbolicStatement[] = []
  const named = new Map<string, string>()
  for (const statement of statements) {
    const expression = [...named].reduce((text, [name, of]) => text.replaceAll(name, of), statement.expression)
    if (statement.name.startsWith('t_') && ALIAS.test(expression)) named.set(statement.name, expression)
    else kept.push({ ...statement, expression })
  }
  return kept
}

const derivative = (parameter: string): string => String.raw`\frac{\partial L}{\partial ${texName(parameter)}}`

/** The gradients of each layer, with derivatives for the names that they have in the step. */
function layerGradients(statements: readonly SymbolicStatement[], derivatives: ReadonlyMap<string, string>): LayerGradients[] {
  const sections = [...new Set(statements.map(({ section }) => section))]
  return sections.flatMap((section) => {
    if (section.kind !== 'gradient') return []
    const formulas = statements.filter((statement) => statement.section === section).map(({ name, expression }) => ({
      name: derivatives.get(name) ?? name,
      expression: [...derivatives].reduce((text, [own, written]) => text.replaceAll(own, written), expression),
    }))
    return [{ type: section.type, parameters: section.parameters, formulas }]
  })
}

/**
 * The formulas of a model's training step. Where there is one parameter tensor and plain gradient descent, as in the talk, the
 * last of them is the whole way down: `w = w - alpha * (x.T @ yd) / M`. Otherwise the gradients stand by themselves, and the
 * update is written once for all parameters.
 *
 * @param features columns of the input, without the dummy column.
 * @param classes how many classes there are; 0 for regression.
 */
export function stepFormulas(specification: ModelSpecification, features: number, classes: number, learning: Learning = {}): StepFormulas {
  const parameters = variablesOf(specification, features).filter((variable) => !isStatistics(variable)).map(({ name }) => name)
  const isShort = parameters.length === 1 && !learning.optimizer && !learning.clip
  const nameOf = gradientName(parameters.length)
  const step = symbolicStep(specification, features, classes, isShort ? learning : { ...learning, gradientName: nameOf })
  const statements = withoutAliases(step.tex)
  const ofKind = (kind: Section['kind']): StepFormula[] =>
    statements.filter(({ section }) => section.kind === kind).map(({ name, expression }) => ({ name, expression }))
  const head = { model: ofKind('forward'), loss: ofKind('loss') }
  if (isShort)
    return { ...head, gradients: [], descent: ofKind('update').map((formula) => ({ ...formula, isKept: formula.name === texName(parameters[0]) })) }
  const derivatives = new Map(parameters.map((name) => [texName(nameOf(name)), derivative(name)]))
  return { ...head, gradients: layerGradients(statements, derivatives), descent: updateRule(learning) }
}
