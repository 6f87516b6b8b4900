/** A training step in formulas, taken apart at the stops of the loop: prediction, loss, gradient layer by layer, and the way down. */
import { type PlacedLayer, flattened, isStatistics, placeLayers, variablesOf } from '../nn/network.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { texName } from '../program/spelling.ts'
import type { Learning } from '../train/step.ts'
import { type SymbolicStep, symbolicStep } from './symbolic.ts'
import { type RuleLine, updateRule } from './update-rule.ts'

/** A formula, as TeX: what stands before the equals sign, and what stands after it. */
export interface StepFormula {
  readonly name: string
  readonly expression: string
}

/** The gradients of a layer's parameters, and what had to be computed for them. */
export interface LayerGradients {
  readonly layer: PlacedLayer
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
function withoutAliases<Formula extends StepFormula>(formulas: readonly Formula[]): Formula[] {
  const kept: Formula[] = []
  const named = new Map<string, string>()
  for (const formula of formulas) {
    const expression = [...named].reduce((text, [name, of]) => text.replaceAll(name, of), formula.expression)
    if (formula.name.startsWith('t_') && ALIAS.test(expression)) named.set(formula.name, expression)
    else kept.push({ ...formula, expression })
  }
  return kept
}

/** The statements of a step in its order, without those that only keep statistics up to date. */
function statementsOf({ tex, results }: SymbolicStep, specification: ModelSpecification, features: number) {
  const statistics = new Set(variablesOf(specification, features).filter(isStatistics).map(({ name }) => name))
  return withoutAliases(tex.filter(({ value }) => !statistics.has(results.get(value) ?? '')))
}

/** Each statement to the layer whose gradients come next: it is needed for those. */
function byLayer(formulas: readonly StepFormula[], layers: readonly PlacedLayer[]): LayerGradients[] {
  const groups: { layer: PlacedLayer; formulas: StepFormula[] }[] = []
  let waiting: StepFormula[] = []
  for (const formula of formulas) {
    waiting.push(formula)
    const layer = layers.find(({ variables }) => variables.some(({ name }) => formula.name === derivative(name)))
    if (!layer) continue
    if (groups.at(-1)?.layer === layer) groups.at(-1)!.formulas.push(...waiting)
    else groups.push({ layer, formulas: waiting })
    waiting = []
  }
  return groups
}

const gradientName = (parameter: string): string => `gradient_${parameter}`
const derivative = (parameter: string): string => String.raw`\frac{\partial L}{\partial ${texName(parameter)}}`

/**
 * The formulas of a model's training step. Where there is one parameter tensor and plain gradient descent, as in the talk, the
 * last of them is the whole way down: `w = w - alpha * (x.T @ yd) / M`. Otherwise the gradients stand by themselves, and the
 * update is written once for all parameters.
 *
 * @param features columns of the input, without the dummy column.
 * @param classes how many classes there are; 0 for regression.
 */
export function stepFormulas(specification: ModelSpecification, features: number, classes: number, learning: Learning = {}): StepFormulas {
  const layers = flattened(placeLayers(specification, features))
  const parameters = layers.flatMap(({ variables }) => variables.filter((variable) => !isStatistics(variable)).map(({ name }) => name))
  const isShort = parameters.length === 1 && !learning.optimizer && !learning.clip
  const step = symbolicStep(specification, features, classes, isShort ? learning : { ...learning, gradientName })
  const statements = statementsOf(step, specification, features)
  const prediction = statements.findIndex(({ name }) => name === 'y_{p}')
  const loss = statements.findIndex(({ name }) => name === 'L')
  const between = statements.slice(prediction + 1, loss)
  // `yd` belongs to what uses it first: the loss of a regression, the gradient of a classification.
  const isInLoss = (name: string): boolean =>
    statements[loss].expression.includes(name) || between.some((other) => other.name !== name && other.expression.includes(name) && isInLoss(other.name))
  const inLoss = between.filter(({ name }) => isInLoss(name))
  const after = [...between.filter((statement) => !inLoss.includes(statement)), ...statements.slice(loss + 1)]
  const head = { model: statements.slice(0, prediction + 1), loss: [...inLoss, statements[loss]] }
  if (isShort)
    return { ...head, gradients: [], descent: after.map(({ name, expression, value }) => ({ name, expression, isKept: step.results.has(value) })) }

  const written = new Map(parameters.map((name) => [texName(gradientName(name)), derivative(name)]))
  const last = after.findLastIndex(({ name }) => written.has(name))
  const chain = after.slice(0, last + 1).map(({ name, expression }) => ({
    name: written.get(name) ?? name,
    expression: [...written].reduce((text, [own, tex]) => text.replaceAll(own, tex), expression),
  }))
  return { ...head, gradients: byLayer(chain, layers), descent: updateRule(learning) }
}
