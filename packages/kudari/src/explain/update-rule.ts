/** The rule by which an optimizer goes down, written once for a general parameter: Adam's five lines, and not five for each tensor. */
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { Program } from '../program/program.ts'
import { type Statement, writeTex } from '../program/write.ts'
import { ones } from '../tensor/create.ts'
import { scalar } from '../tensor/tensor.ts'
import { type Learning, firstState, trainingStep } from '../train/step.ts'
import { withShortOutputs } from './symbolic.ts'

/** One line of a rule. */
export interface RuleLine {
  /** As TeX. */
  readonly name: string
  readonly expression: string
  /** Whether the next step begins with it: a parameter, or what the optimizer remembers. Other lines only help to write those. */
  readonly isKept: boolean
}

/** The smallest model there is: what is done to its only parameter is done to every parameter. */
const anyModel: ModelSpecification = { layers: [{ type: 'dense', bias: false }], loss: 'half-mean-square' }

const GRADIENT = String.raw`\mathit{gradient}`
const DERIVATIVE = String.raw`\frac{\partial L}{\partial \theta}`

/** What values of the step on `w` are called in a rule: `theta`, and `m` instead of `m_w`. `undefined`: it is written where it is used. */
function ruleName(name: string | undefined, memory: Parameters): string | undefined {
  if (name === 'w') return 'theta'
  // The papers' v, unless that is a mean of squares.
  if (name === 'velocity_w') return 'v_w' in memory ? 'velocity' : 'v'
  return name?.startsWith('bias_correction') ? undefined : name?.replace(/_w$/, '')
}

const renamed = (program: Program, memory: Parameters): Program => ({
  ...program,
  values: program.values.map(({ name, ...value }) => {
    const called = ruleName(name, memory)
    return called === undefined ? value : { ...value, name: called }
  }),
  outputs: program.outputs.map(({ name, value }) => ({ name: ruleName(name, memory)!, value })),
})

/** The betas of Adam to the power of the step's number: the step itself multiplies them up. */
function powers({ optimizer }: Learning): readonly (readonly [name: string, power: string])[] {
  if (optimizer?.type !== 'adam' && optimizer?.type !== 'adamw') return []
  const { betas = [0.9, 0.999] } = optimizer
  return betas.map((beta, i) => [String.raw`\mathit{beta${i + 1}\_power}`, `${beta}^{k}`] as const)
}

/** The gradient under a name of its own where the rule speaks of it more than once, else in its place. */
function withGradient(lines: readonly RuleLine[]): RuleLine[] {
  const uses = lines.reduce((total, { expression }) => total + expression.split(GRADIENT).length - 1, 0)
  const hasOther = lines.some(({ name }) => name === 'g')
  const called = uses === 1 ? DERIVATIVE : hasOther ? GRADIENT : 'g'
  const all = lines.map((line) => ({ ...line, expression: line.expression.replaceAll(GRADIENT, called) }))
  return uses === 1 ? all : [{ name: called, expression: DERIVATIVE, isKept: false }, ...all]
}

/**
 * The update rule of an optimizer, with clipping, for a parameter θ that stands for all of them; k is the number of the step,
 * counted from 1.
 *
 * @example
 * updateRule({ optimizer: { type: 'sgd', momentum: 0.9 } }).map(({ name, expression }) => `${name} = ${expression}`)
 * // ['v = 0.9 \\, v + \\frac{\\partial L}{\\partial \\theta}', '\\theta = \\theta - \\alpha \\, v']
 */
export function updateRule({ optimizer, clip }: Learning): RuleLine[] {
  const learning: Learning = { ...(optimizer && { optimizer }), ...(clip && { clip }) }
  const step = trainingStep(anyModel, { ...learning, gradientName: () => 'gradient' })
  const state = firstState({ w: ones([2]) }, {}, learning)
  const program = renamed(withShortOutputs(step.program({ x: ones([2, 2]), yt: ones([2]) }, scalar(1), state)), state.memory)
  const kept = new Set(program.outputs.map(({ value }) => value))
  const statements = writeTex(program)
  const known = powers(learning)
  const isKnown = ({ name }: Statement): boolean => known.some(([power]) => power === name)
  const lines = statements
    .slice(statements.findIndex(({ name }) => name === GRADIENT) + 1)
    .filter((statement) => !isKnown(statement))
    .map(({ name, expression, value }): RuleLine => ({
      name,
      expression: known.reduce((text, [power, written]) => text.replaceAll(power, written), expression),
      isKept: kept.has(value),
    }))
  return withGradient(lines)
}
