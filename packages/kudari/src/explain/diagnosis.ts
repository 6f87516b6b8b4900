/** What goes on inside of a network at a step, layer by layer: gradients, weights, and what the activations give. */
import { isActivation } from '../nn/layers/activations.ts'
import { lossOf } from '../nn/losses.ts'
import { forward, takesDummy } from '../nn/model.ts'
import { type PlacedLayer, flattened, outputNames, placeLayers } from '../nn/network.ts'
import { type Parameters, takeApart } from '../nn/parameters.ts'
import { type ModelSpecification, isWeighted } from '../nn/specification.ts'
import { valueGradAndAside } from '../program/differentiate.ts'
import { compile } from '../run/compile.ts'
import { zeros } from '../tensor/create.ts'
import type { Tensor } from '../tensor/tensor.ts'
import type { Rows } from '../train/step.ts'
import { type Finding, findingsOf } from './findings.ts'
import { type DiagnosedActivation, type DiagnosedWeights, type Measured, NEAR_END, type NotFinite, type Size } from './measured.ts'

/** A network at a step. */
export interface Diagnosis extends Measured {
  /** What is wrong; `findingText` says it in words. */
  readonly findings: readonly Finding[]
}

/** The ends of the range of an activation that is flat at both. */
const ends: Readonly<Partial<Record<string, readonly [number, number]>>> = { sigmoid: [0, 1], tanh: [-1, 1] }

/** What one pass gave, by the names of parameters, and of what layers give. */
interface Pass {
  readonly loss: Tensor
  readonly gradients: Parameters
  readonly arriving: Parameters
  readonly outputs: Parameters
}

/** One pass forward and back. Probes are zeros that are added to what layers with weights give: their gradient is what arrives. */
const pass = compile((specification: ModelSpecification, parameters: Parameters, statistics: Parameters, probes: Parameters, rows: Rows): Pass => {
  const { value, gradient, aside } = valueGradAndAside((at: { readonly parameters: Parameters; readonly probes: Parameters }) => {
    const outputs: Record<string, Tensor> = {}
    const names = outputNames(placedFor(specification, rows))
    const prediction = forward(specification, { ...at.parameters, ...statistics }, rows.x, true, ({ layer, place }, output) => {
      const name = names.get(place)!
      const probed = isWeighted(layer) ? output.add(at.probes[name]) : output
      outputs[name] = probed
      return probed
    })
    return { value: lossOf(specification.loss).compute(prediction, rows.yt), aside: outputs }
  })({ parameters, probes })
  return { loss: value, gradients: gradient.parameters, arriving: gradient.probes, outputs: aside }
})

const featuresOf = (specification: ModelSpecification, { x }: Rows): number => x.shape[1] - (takesDummy(specification) ? 1 : 0)

const placedFor = (specification: ModelSpecification, rows: Rows): readonly PlacedLayer[] => placeLayers(specification, featuresOf(specification, rows))

function sizeOfNumbers({ data }: Tensor): Size {
  let squares = 0
  for (let i = 0; i < data.length; i++) squares += data[i] * data[i]
  return { norm: Math.sqrt(squares), rootMeanSquare: Math.sqrt(squares / data.length) }
}

/** Gradients that differ by less than this share of the largest are the same but for rounding. */
const SAME = 1e-5

/** Whether all units, along the last axis, have the same numbers. */
function columnsAreAlike({ data, shape }: Tensor, within: number): boolean {
  const units = shape.at(-1) ?? 1
  for (let i = 0; i < data.length; i++) if (Math.abs(data[i] - data[i - (i % units)]) > within) return false
  return true
}

const largest = ({ data }: Tensor): number => {
  let most = 0
  for (let i = 0; i < data.length; i++) most = Math.max(most, Math.abs(data[i]))
  return most
}

function diagnoseWeights({ layer, place, variables, output }: PlacedLayer, name: string, parameters: Parameters, pass: Pass): DiagnosedWeights {
  const own = variables.map((variable) => variable.name)
  const named = variables.find(({ role }) => role === 'W')!.name
  const weights = sizeOfNumbers(parameters[named])
  const gradient = sizeOfNumbers(pass.gradients[named])
  const arriving = pass.arriving[name]
  const units = output.at(-1) ?? 1
  return {
    place,
    type: layer.type,
    name: named,
    weights,
    gradient,
    ratio: weights.norm === 0 ? Infinity : gradient.norm / weights.norm,
    arriving: sizeOfNumbers(arriving).norm / Math.sqrt(arriving.shape[0]),
    units,
    hasEqualWeights: units > 1 && own.every((tensor) => columnsAreAlike(parameters[tensor], 0)),
    hasEqualGradients: units > 1 && own.every((tensor) => columnsAreAlike(pass.gradients[tensor], SAME * largest(pass.gradients[tensor]))),
  }
}

function diagnoseActivation({ layer: { type }, place }: PlacedLayer, { data, shape }: Tensor): DiagnosedActivation {
  const units = shape.length > 1 ? shape.at(-1)! : 1
  const isAlive = new Uint8Array(units)
  const [low, high] = ends[type] ?? [-Infinity, Infinity]
  const margin = NEAR_END * (high - low)
  let sum = 0
  let saturated = 0
  for (let i = 0; i < data.length; i++) {
    sum += data[i]
    if (data[i] !== 0) isAlive[i % units] = 1
    if (data[i] - low < margin || high - data[i] < margin) saturated++
  }
  const mean = sum / data.length
  let squares = 0
  for (let i = 0; i < data.length; i++) squares += (data[i] - mean) ** 2
  return {
    place,
    type,
    mean,
    deviation: Math.sqrt(squares / data.length),
    units,
    ...(type === 'relu' && { dead: isAlive.reduce((dead, alive) => dead + (alive === 1 ? 0 : 1), 0) }),
    ...(ends[type] && { saturated: saturated / data.length }),
  }
}

const isFinite = ({ data }: Tensor): boolean => data.every(Number.isFinite)

function firstNotFinite(variables: Parameters, { loss, gradients, outputs }: Pass, names: ReadonlyMap<string, string>): NotFinite | undefined {
  const parameter = Object.keys(variables).find((name) => !isFinite(variables[name]))
  if (parameter !== undefined) return { what: 'parameter', name: parameter }
  const outputsOf = [...names].find(([, name]) => !isFinite(outputs[name]))
  if (outputsOf) return { what: 'outputs', name: outputsOf[0] }
  if (!isFinite(loss)) return { what: 'loss', name: 'L' }
  const gradient = Object.keys(gradients).findLast((name) => !isFinite(gradients[name]))
  return gradient === undefined ? undefined : { what: 'gradient', name: gradient }
}

/**
 * Looks into a network as it learns from some rows: forward and back once, as a training step does it.
 *
 * @param variables its parameters and statistics by name.
 * @param rows prepared as for a step. A few hundred are enough.
 * @example
 * for (const finding of diagnoseLayers(specification, { ...parameters, ...statistics }, rows).findings) console.log(findingText.en(finding))
 */
export function diagnoseLayers(specification: ModelSpecification, variables: Parameters, rows: Rows): Diagnosis {
  const placed = placedFor(specification, rows)
  const names = outputNames(placed)
  const nameOf = ({ place }: PlacedLayer): string => names.get(place)!
  const { parameters, statistics } = takeApart(specification, featuresOf(specification, rows), variables)
  const [count] = rows.x.shape
  const layers = flattened(placed)
  const weighted = layers.filter(({ layer }) => isWeighted(layer))
  const probes = Object.fromEntries(weighted.map((one) => [nameOf(one), zeros([count, ...one.output], { dtype: rows.x.dtype })]))
  const result = pass(specification, parameters, statistics, probes, rows)
  const notFinite = firstNotFinite(variables, result, names)
  const measured: Measured = {
    rows: count,
    loss: result.loss.item(),
    weights: weighted.map((one) => diagnoseWeights(one, nameOf(one), parameters, result)),
    activations: layers.filter(({ layer }) => isActivation(layer.type)).map((one) => diagnoseActivation(one, result.outputs[nameOf(one)])),
    ...(notFinite && { notFinite }),
  }
  return { ...measured, findings: findingsOf(specification, measured) }
}
