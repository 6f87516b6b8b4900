/** The model in the report: its name, layers and formulas, in symbols and with what was learned. */
import { type Diagnosis, type Fit, type ModelSpecification, type StepFormulas, countParameters, findingText, formatNumber, healthyText, isNetwork, lossOf, withInner } from 'kudari'
import { bilingual, plain } from '../bilingual.ts'
import { texText } from '../html/tex.ts'
import { type ReportedModel, captions, modelNames } from '../messages/run.ts'
import type { Formula, ModelSummary } from '../summary.ts'
import { aligned } from './formulas.ts'
import { weightPictures } from './images.ts'
import { layerSummaries } from './layers.ts'
import { picture } from './picture.ts'
import { reasonOf } from './reason.ts'
import { weightRows } from './weights.ts'

/** What a structure is called. */
export function modelNameOf(specification: ModelSpecification): ReportedModel {
  if (withInner(specification.layers).some(({ type }) => type === 'conv2d')) return 'convolutional'
  if (isNetwork(specification)) return 'network'
  const { activation } = lossOf(specification.loss)
  return activation === undefined ? 'linear' : activation === 'sigmoid' ? 'logistic' : 'softmax'
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

/** What a look into the layers of a network found. */
function inside({ findings, rows }: Diagnosis): ModelSummary['inside'] {
  return { findings: findings.map((finding) => bilingual(findingText, finding)), healthy: bilingual(healthyText, { rows }) }
}

/** The model as the report shows it. */
export function modelSummary(run: Fit, formulas: StepFormulas, diagnosis: Diagnosis | undefined): ModelSummary {
  const { plan, result } = run
  const name = modelNameOf(plan.specification)
  const hasModel = result.outcome.kind !== 'diverged'
  const drawn = hasModel ? picture(run) : undefined
  const weights = hasModel ? weightPictures(run) : undefined
  return {
    name: plain(modelNames[name]),
    ...reasonOf(plan.choices, 'model'),
    layers: layerSummaries(run),
    parameters: countParameters(plan.parameters),
    formulas: [
      {
        tex: aligned(formulas.model),
        caption: plain(name === 'network' || name === 'convolutional' ? captions.layers : captions.predictions),
      },
      ...(hasModel ? learned(run) : []),
    ],
    ...(drawn && { picture: drawn }),
    ...(weights && { weights }),
    ...(diagnosis && { inside: inside(diagnosis) }),
  }
}
