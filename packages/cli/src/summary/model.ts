/** The model in the report: its name, layers and formulas, in symbols and with what was learned. */
import type { Formula, LayerSummary, ModelSummary } from '@kudari/report'
import { texText } from '@kudari/report'
import {
  type Fit,
  type ModelSpecification,
  type Pipeline,
  type Statement,
  countParameters,
  flattened,
  formatNumber,
  isActivation,
  isNetwork,
  lossOf,
  placeLayers,
  symbolicStep,
  withInner,
} from 'kudari'
import { type ReportedModel, captions, modelNames } from '../messages/report.ts'
import { plain, reasonOf } from './bilingual.ts'
import { picture } from './picture.ts'
import { weightRows } from './weights.ts'

/** What a structure is called. */
export function modelNameOf(specification: ModelSpecification): ReportedModel {
  if (withInner(specification.layers).some(({ type }) => type === 'conv2d')) return 'convolutional'
  if (isNetwork(specification)) return 'network'
  const { activation } = lossOf(specification.loss)
  return activation === undefined ? 'linear' : activation === 'sigmoid' ? 'logistic' : 'softmax'
}

export const classCount = ({ target }: Pipeline): number => (target.task === 'classification' ? target.classes.length : 0)

/** The formulas of a step, by what they belong to. */
export interface StepFormulas {
  readonly model: readonly Statement[]
  readonly loss: readonly Statement[]
  readonly descent: readonly Statement[]
}

/** The step's TeX cut at the prediction and at the loss. */
export function stepFormulas({ plan }: Fit): StepFormulas {
  const { tex } = symbolicStep(plan.specification, plan.inputs.length, classCount(plan.pipeline), plan.learning)
  const prediction = tex.findIndex(({ name }) => name === 'y_{p}')
  const loss = tex.findIndex(({ name }) => name === 'L')
  const between = tex.slice(prediction + 1, loss)
  // `yd` belongs to what uses it first: the loss of a regression, the gradient of a classification.
  const isInLoss = between.filter(({ name }) => tex[loss].expression.includes(name))
  return {
    model: tex.slice(0, prediction + 1),
    loss: [...isInLoss, tex[loss]],
    descent: [...between.filter((statement) => !isInLoss.includes(statement)), ...tex.slice(loss + 1)],
  }
}

/** Statements as one formula, aligned at their equals signs. */
export function aligned(statements: readonly { readonly name: string; readonly expression: string }[], sign = '='): string {
  if (statements.length === 1) return `${statements[0].name} ${sign} ${statements[0].expression}`
  const rows = statements.map(({ name, expression }) => `${name} &${sign} ${expression}`)
  return String.raw`\begin{aligned} ${rows.join(String.raw` \\ `)} \end{aligned}`
}

/** A shape as a sum of its parts reads: `28 x 28 x 1`. */
const shapeText = (shape: readonly number[]): string => (shape.length === 0 ? '1' : shape.join(' × '))

/** The layers; an activation stands with the layer that it bends. */
function layers({ plan }: Fit): LayerSummary[] {
  const placed = placeLayers(plan.specification, plan.inputs.length).filter(({ layer }) => layer.type !== 'dummy')
  return placed.flatMap(({ layer, input, output, hasDummy, variables, inner }, i) => {
    if (isActivation(layer.type) && i > 0) return []
    const after = placed[i + 1]?.layer.type
    const own = [{ variables }, ...flattened(inner.flat())].flatMap((one) => one.variables)
    return [
      {
        name: layer.type,
        inputs: shapeText(hasDummy ? [input[0] - 1] : input),
        outputs: shapeText(output),
        parameters: own.filter(({ kind }) => kind !== 'statistics').reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0),
        ...(after !== undefined && isActivation(after) && { activation: after }),
      },
    ]
  })
}

/** So many terms are written out, so many on a line. */
const TERMS = 6
const TERMS_A_LINE = 2

const digits = (value: number): string => {
  const [mantissa, exponent] = formatNumber(value, 5).split('e')
  return exponent === undefined ? mantissa : String.raw`${mantissa} \times 10^{${exponent}}`
}

/** `a + b x_1 - c x_2`: the weights in the table's own units. */
function learned(run: Fit): Formula[] {
  const weights = weightRows(run)
  const { target } = run.plan.pipeline
  if (!weights || weights.rows.length > TERMS || !weights.bias || weights.bias.scaled.length !== 1) return []
  const of = ({ scaled, original }: { scaled: readonly number[]; original?: readonly number[] }) => (original ?? scaled)[0]
  const terms = weights.rows.map((row) => {
    const weight = of(row)
    return `${weight < 0 ? '-' : '+'} ${digits(Math.abs(weight))} \\, ${texText(row.name)}`
  })
  const { bias } = weights
  const sum = (name: string): string[] => {
    const all = [`${name} = ${digits(of(bias))}`, ...terms]
    const lines = Math.ceil(all.length / TERMS_A_LINE)
    return Array.from({ length: lines }, (_, i) => all.slice(i * TERMS_A_LINE, (i + 1) * TERMS_A_LINE).join(' '))
  }
  const isRegression = target.task === 'regression'
  const lines = isRegression
    ? sum(texText(target.column))
    : [...sum('u'), String.raw`P(${texText(target.column)} = ${texText(String(target.classes[1]))}) = \frac{1}{1 + e^{-u}}`]
  // Continued lines of the sum stand back a little.
  const rows = lines.map((line) => (/^[+-]/.test(line) ? String.raw`&\quad ${line}` : `&${line}`))
  return [
    {
      tex: String.raw`\begin{aligned} ${rows.join(String.raw` \\ `)} \end{aligned}`,
      caption: plain(captions.learned),
    },
  ]
}

/** The model as the report shows it. */
export function modelSummary(run: Fit): ModelSummary {
  const { plan, result } = run
  const name = modelNameOf(plan.specification)
  const drawn = result.outcome.kind === 'diverged' ? undefined : picture(run)
  return {
    name: plain(modelNames[name]),
    ...reasonOf(plan.choices, 'model'),
    layers: layers(run),
    parameters: countParameters(plan.parameters),
    formulas: [
      {
        tex: aligned(stepFormulas(run).model),
        caption: plain(name === 'network' || name === 'convolutional' ? captions.layers : captions.predictions),
      },
      ...(result.outcome.kind === 'diverged' ? [] : learned(run)),
    ],
    ...(drawn && { picture: drawn }),
  }
}
