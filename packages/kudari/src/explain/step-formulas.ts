/** A training step in formulas, taken apart at the stops of the loop: prediction, loss, gradient layer by layer, and the way down. */
import { isStatistics, layersWithVariables } from '../nn/network.ts'
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

/** A layer that learns. */
interface LearningLayer {
  readonly type: string
  readonly parameters: readonly string[]
}

/**
 * The gradients of each layer, from the last to the first.
 *
 * @param nameOf what the gradient of a parameter is called in the step. Equal gradients, as those of the biases of layers side by
 *   side whose outputs are added, are one value under one of their names; the updates tell whose.
 */
function layerGradients(statements: readonly SymbolicStatement[], layers: readonly LearningLayer[], nameOf: (parameter: string) => string): LayerGradients[] {
  const all = layers.flatMap(({ parameters }) => parameters)
  const derivatives = new Map(all.map((parameter) => [texName(nameOf(parameter)), derivative(parameter)]))
  const written = (text: string): string => [...derivatives].reduce((tex, [own, derived]) => tex.replaceAll(own, derived), text)
  const updates = statements.filter(({ section }) => section.kind === 'update')
  const inFull = (text: string): string =>
    updates.toReversed().reduce((tex, { name, expression }) => (name.startsWith('t_') ? tex.replaceAll(name, expression) : tex), text)
  const sameAs = (parameter: string): StepFormula[] => {
    const update = updates.find(({ name }) => name === texName(parameter))
    const same = update && [...derivatives].find(([own]) => inFull(update.expression).includes(own))
    return same ? [{ name: derivative(parameter), expression: same[1] }] : []
  }
  return layers.toReversed().map(({ type, parameters }) => {
    const own = statements.filter(({ section }) => section.kind === 'gradient' && section.parameters[0] === parameters[0])
    const formulas = own.map(({ name, expression }) => ({ name: derivatives.get(name) ?? name, expression: written(expression) }))
    const missing = parameters.filter((parameter) => !formulas.some(({ name }) => name === derivative(parameter)))
    return { type, parameters, formulas: [...formulas, ...missing.flatMap(sameAs)] }
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
  const layers = layersWithVariables(specification, features)
    .map(({ layer: { type }, variables }) => ({ type, parameters: variables.filter((variable) => !isStatistics(variable)).map(({ name }) => name) }))
    .filter(({ parameters }) => parameters.length > 0)
  const [first, ...others] = layers.flatMap(({ parameters }) => parameters)
  const isShort = others.length === 0 && !learning.optimizer && !learning.clip
  const nameOf = gradientName(others.length + 1)
  // Gradients are those of the loss with its penalty; what the optimizer does to them says its rule.
  const { penalty = {} } = learning
  const step = symbolicStep(specification, features, classes, isShort ? { penalty } : { penalty, gradientName: nameOf })
  const statements = withoutAliases(step.tex)
  const ofKind = (kind: Section['kind']): StepFormula[] =>
    statements.filter(({ section }) => section.kind === kind).map(({ name, expression }) => ({ name, expression }))
  const head = { model: ofKind('forward'), loss: ofKind('loss') }
  if (isShort)
    return { ...head, gradients: [], descent: ofKind('update').map((formula) => ({ ...formula, isKept: formula.name === texName(first) })) }
  return { ...head, gradients: layerGradients(statements, layers, nameOf), descent: updateRule(learning) }
}
