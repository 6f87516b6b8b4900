/** What keeps the layers of a network from learning: equal units, dead or saturated ones, gradients that vanish or explode. */
import {
  type ActivationName, type Finding, type FitOptions, type Initializer, type LayerSpecification, type Plan, diagnoseLayers, isNetwork, lossOf, roundDown, variablesOfState,
} from 'kudari'
import type { Moment } from '../moment.ts'
import { levelOf } from './curves.ts'
import { rateRemedy } from './learning-rate.ts'
import type { FitChange, Lesson, Remedy } from './lesson.ts'
import { type Recogniser, ofPlan, rowsOf } from './recognise.ts'
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
const isCurved = ({ specification: { layers } }: Plan): boolean => layers.slice(0, -1).some(({ type }) => curved.includes(type))

const initialRemedy = (plan: Plan): Remedy => {
  const initial = isCurved(plan) ? 'glorot' : 'he'
  return { kind: 'initial', initial, change: { initial } }
}

/** Whether weights begin as the theory of their activation has it, or close to. */
const isProperlyBegun = ({ initial }: FitOptions): boolean =>
  initial === undefined || (typeof initial === 'string' && (['he', 'glorot', 'he-uniform', 'glorot-uniform'] satisfies Initializer[] as readonly string[]).includes(initial))

const relu = (fit: FitOptions, plan: Plan): Remedy => ({ kind: 'relu', change: { ...activationChange(fit, plan, curved, 'relu'), initial: 'he' } })

function lessonOf(finding: Finding, { fit, plan, learningRate }: Moment): Lesson | undefined {
  const begins = initialRemedy(plan)
  const smaller = rateRemedy(roundDown(learningRate / 10))
  switch (finding.kind) {
    case 'alike': {
      const { place, type, units } = finding
      return { kind: 'alike', place, type, units, remedies: [begins] }
    }
    case 'vanishing': {
      const { first, last, ratio, flat } = finding
      return { kind: 'vanishing', first: first.name, last: last.name, ratio, flat, remedies: [flat.length > 0 ? relu(fit, plan) : begins] }
    }
    case 'exploding': {
      const { first, last, ratio, flat } = finding
      const clip: Remedy = { kind: 'clip', change: { clip: { norm: 1 } } }
      return { kind: 'exploding', first: first.name, last: last.name, ratio, flat, remedies: isProperlyBegun(fit) ? [clip, smaller] : [begins] }
    }
    case 'dead': {
      const { place, type, dead, units, rows } = finding
      const leaky: Remedy = { kind: 'leakyRelu', change: activationChange(fit, plan, ['relu'], 'leaky-relu') }
      return { kind: 'dead', place, type, dead, units, rows, remedies: [isProperlyBegun(fit) ? smaller : begins, leaky] }
    }
    case 'saturated': {
      const { place, type, share } = finding
      const scale: Remedy = { kind: 'scale', change: { scale: 'standard', center: undefined } }
      return { kind: 'saturated', place, type, share, remedies: plan.scale === 'none' ? [scale] : isProperlyBegun(fit) ? [smaller] : [begins] }
    }
    case 'notFinite':
      return undefined
  }
}

/** A network whose loss is a fifth of its first one, and of that of knowing nothing, has learned, whatever its layers look like. */
const LEARNED = 0.2

/** The loss of a model that says the same of every row: each class alike, or the mean. */
const lossOfIgnorance = ofPlan(({ specification, rows: { yt }, pipeline: { target } }) => {
  if (target.task === 'classification') return Math.log(target.classes.length)
  const same = yt.multiply(0).add(yt.mean())
  return lossOf(specification.loss).compute({ u: same, yp: same }, yt).item()
})

/** Of findings of one kind the first layer is spoken of; equal units harm however far the loss has come. */
export const layerLessons: Recogniser = (moment) => {
  const { plan, state, history: { loss }, iteration } = moment
  if (!isNetwork(plan.specification) || iteration === 0) return []
  const hasLearned = levelOf(loss, iteration, plan.stepsPerEpoch) < LEARNED * Math.min(loss[0], lossOfIgnorance(moment))
  const { findings } = diagnoseLayers(plan.specification, variablesOfState(state), rowsOf(plan, MOST_ROWS))
  const told = findings.filter(({ kind }, i) => (kind === 'alike' || !hasLearned) && findings.findIndex((other) => other.kind === kind) === i)
  return told.flatMap((finding) => lessonOf(finding, moment) ?? [])
}
