/** What keeps the layers of a network from learning: equal units, dead or saturated ones, gradients that vanish or explode. */
import {
  type ActivationName, type Finding, type FitOptions, type Initializer, type LayerSpecification, type Plan, diagnoseLayers, isNetwork, isWeighted, lossOf,
  roundDown, variablesOfState, withInner,
} from 'kudari'
import type { Moment } from '../moment.ts'
import { levelOf } from './curves.ts'
import { rateRemedy } from './learning-rate.ts'
import type { FitChange, Lesson, Remedy } from './lesson.ts'
import { lossOfIgnorance } from './ignorance.ts'
import { type Recogniser, rowsOf } from './recognise.ts'
import { MOST_ROWS } from './trial.ts'

/** A layer with one activation in the place of others, those inside of it too. */
function withActivation(layer: LayerSpecification, from: readonly string[], to: ActivationName): LayerSpecification {
  const all = (layers: readonly LayerSpecification[]) => layers.map((each) => withActivation(each, from, to))
  if (from.includes(layer.type)) return { type: to }
  if (layer.type === 'residual') return { ...layer, layers: all(layer.layers), ...(layer.shortcut && { shortcut: all(layer.shortcut) }) }
  return layer.type === 'branch' ? { ...layer, branches: layer.branches.map(all) } : layer
}

/** Other activations in the hidden layers; the one that belongs to the loss stays. */
function activationChange({ model }: FitOptions, { specification }: Plan, from: readonly string[], to: ActivationName): FitChange {
  if (typeof model !== 'object') return { activation: to }
  const { layers, loss } = specification
  const end = lossOf(loss).activation === undefined ? layers.length : layers.length - 1
  return { model: { ...specification, layers: [...layers.slice(0, end).map((layer) => withActivation(layer, from, to)), ...layers.slice(end)] } }
}

const curved = ['sigmoid', 'tanh']

/** The activations between the layers that are flat at both ends. */
const curvedOf = ({ specification: { layers } }: Plan): string[] =>
  curved.filter((type) => withInner(layers.slice(0, -1)).some((layer) => layer.type === type))

/** The number of the last layer with weights up to a place: `layers[2]`. */
function numberOf({ specification: { layers } }: Plan, place: string): number {
  const at = Number(/^layers\[(\d+)\]/.exec(place)?.[1])
  return withInner(layers.slice(0, at + 1)).filter(isWeighted).length
}

const initialRemedy = (plan: Plan): Remedy => {
  const initial = curvedOf(plan).length > 0 ? 'glorot' : 'he'
  return { kind: 'initial', initial, change: { initial } }
}

/** Whether weights begin as the theory of their activation has it, or close to. */
const isProperlyBegun = ({ initial }: FitOptions): boolean =>
  initial === undefined || (typeof initial === 'string' && (['he', 'glorot', 'he-uniform', 'glorot-uniform'] satisfies Initializer[] as readonly string[]).includes(initial))

const relu = (fit: FitOptions, plan: Plan): Remedy => ({ kind: 'relu', change: { ...activationChange(fit, plan, curved, 'relu'), initial: 'he' } })

const clip: Remedy = { kind: 'clip', change: { clip: { norm: 1 } } }

function lessonOf(finding: Finding, { fit, plan, learningRate }: Moment): Lesson | undefined {
  const begins = initialRemedy(plan)
  const smaller = rateRemedy(roundDown(learningRate / 10))
  /** Where weights begin as they should, the way is to blame. */
  const either = isProperlyBegun(fit) ? smaller : begins
  const scale: Remedy[] = plan.scale === 'none' ? [{ kind: 'scale', change: { scale: 'standard', center: undefined } }] : []
  switch (finding.kind) {
    case 'alike':
      return { kind: 'alike', layer: numberOf(plan, finding.place), units: finding.units, remedies: [begins] }
    case 'vanishing':
    case 'exploding': {
      const { first, last, ratio } = finding
      const layers = numberOf(plan, last.place) - numberOf(plan, first.place) + 1
      if (finding.kind === 'exploding') return { kind: 'exploding', layers, ratio, remedies: isProperlyBegun(fit) ? [clip, smaller] : [begins] }
      const flat = curvedOf(plan)
      return { kind: 'vanishing', layers, ratio, flat, remedies: [...scale, flat.length > 0 ? relu(fit, plan) : either] }
    }
    case 'dead': {
      const { place, dead, units, rows } = finding
      const leaky: Remedy = { kind: 'leakyRelu', change: activationChange(fit, plan, ['relu'], 'leaky-relu') }
      return { kind: 'dead', layer: numberOf(plan, place), dead, units, rows, remedies: [either, leaky] }
    }
    case 'saturated': {
      const { place, type, share } = finding
      return { kind: 'saturated', layer: numberOf(plan, place), type, share, remedies: scale.length > 0 ? scale : [either] }
    }
    case 'notFinite':
      return undefined
  }
}

/** A network whose loss is a fifth of its first one, and of that of knowing nothing, has learned, whatever its layers look like. */
const LEARNED = 0.2


/** Of findings of one kind the first layer is spoken of; equal units harm however far the loss has come. */
export const layerLessons: Recogniser = (moment) => {
  const { plan, state, history: { loss }, iteration } = moment
  if (!isNetwork(plan.specification) || iteration === 0) return []
  const hasLearned = levelOf(loss, iteration, plan.stepsPerEpoch) < LEARNED * Math.min(loss[0], lossOfIgnorance(moment))
  const { findings } = diagnoseLayers(plan.specification, variablesOfState(state), rowsOf(plan, MOST_ROWS))
  const told = findings.filter(({ kind }, i) => (kind === 'alike' || !hasLearned) && findings.findIndex((other) => other.kind === kind) === i)
  return told.flatMap((finding) => lessonOf(finding, moment) ?? [])
}
