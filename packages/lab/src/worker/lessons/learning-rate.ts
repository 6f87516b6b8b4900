/** Learning rates that are too large or too small: seen of the loss, and held against the curvature. */
import { type TrainingState, roundDown } from 'kudari'
import type { Moment } from '../moment.ts'
import { fallOfStep, grows, isAboveStart, isRestless, levelOf, lowestOf, zigzags } from './curves.ts'
import type { Lesson, Remedy } from './lesson.ts'
import { FIRST_STEPS, type Recogniser, countOf, momentumOf, ofPlan, rowsOf } from './recognise.ts'
import { rowsFor, steepest, tryStep } from './trial.ts'

/** The rates of optimizers that bring steps to one size, as Kudari chooses them. */
const USUAL_RATES = { adam: 0.001, adamw: 0.001, rmsprop: 0.001, adagrad: 0.01 } as const

export const rateRemedy = (learningRate: number): Remedy => ({ kind: 'rate', learningRate, change: { learningRate } })
export const scaleRemedy: Remedy = { kind: 'scale', change: { scale: 'standard', center: undefined, learningRate: undefined } }
const ownRate: Remedy = { kind: 'ownRate', change: { learningRate: undefined } }

const curvatures = new WeakMap<TrainingState, number>()

/** The steepest curvature at a moment, on some rows; undefined where it would take too long. */
export function curvatureAt({ plan, state }: Pick<Moment, 'plan' | 'state'>): number | undefined {
  const most = rowsFor(countOf(plan))
  if (most === 0) return undefined
  const found = curvatures.get(state) ?? steepest(plan.specification, state, rowsOf(plan, most))
  curvatures.set(state, found)
  return found
}

const firstCurvature = ofPlan((plan) => curvatureAt({ plan, state: { parameters: plan.parameters, statistics: plan.statistics, memory: {} } }))

/** The largest rate of plain steps by the present curvature: 2 (1 + momentum) / curvature (Polyak 1964); NaN where it is not known. */
export function limitAt(moment: Moment): number {
  const momentum = momentumOf(moment.plan.learning.optimizer)
  const curvature = curvatureAt(moment)
  return momentum === undefined || !curvature ? Number.NaN : (2 * (1 + momentum)) / curvature
}

/** A rate at which steps fall for sure: half of what the curvature allows, and of the present one. */
const safeRate = (limit: number, learningRate: number): number => roundDown(Math.min(limit / 2, learningRate / 2))

/** The lesson of a run that was stopped because its loss grew without bound. */
function diverged({ plan, fit, history, iteration, outcome }: Moment): Lesson | undefined {
  if (outcome?.kind !== 'diverged' || iteration <= outcome.iteration) return undefined
  const { learningRate, limit, suggestion, loss, columns } = outcome.divergence
  const isPlain = momentumOf(plan.learning.optimizer) !== undefined
  const isUnscaled = plan.scale === 'none' && !fit.center && columns.length > 0
  return {
    kind: 'tooLarge', how: 'grows', learningRate, lowest: lowestOf(history.loss, iteration), now: loss,
    ...(isPlain && limit < learningRate && { limit }),
    remedies: [isPlain ? rateRemedy(suggestion) : ownRate, ...(isUnscaled ? [scaleRemedy] : [])],
  }
}

/**
 * The loss grows, or goes up and down, and the curvature says that steps of plain descent are too long. Where it was not measured,
 * and of other optimizers, a loss that stays above its start says so.
 */
export const tooLarge: Recogniser = (moment) => {
  const { plan, history: { loss }, iteration, learningRate } = moment
  const ended = diverged(moment)
  if (ended) return [ended]
  const { stepsPerEpoch, batch } = plan
  const isFull = batch === 'full'
  const isAbove = isAboveStart(loss, iteration, stepsPerEpoch)
  const isWavering = isFull ? zigzags(loss, iteration) : isRestless(loss, iteration, stepsPerEpoch)
  const how = isAbove || (isFull && grows(loss, iteration)) ? 'grows' : isWavering ? 'zigzags' : undefined
  if (!how) return []
  const lesson = { kind: 'tooLarge', how, learningRate, lowest: lowestOf(loss, iteration), now: loss[iteration - 1] } as const
  const momentum = momentumOf(plan.learning.optimizer)
  if (momentum === undefined) {
    const isHigh = isAbove || (isFull && isWavering && levelOf(loss, iteration, stepsPerEpoch) > loss[0] / 2)
    return isHigh ? [{ ...lesson, remedies: [ownRate] }] : []
  }
  const limit = limitAt(moment)
  if (learningRate > 0.8 * limit) return [{ ...lesson, ...(learningRate > limit && { limit }), remedies: [rateRemedy(safeRate(limit, learningRate))] }]
  return isAbove ? [{ ...lesson, remedies: [rateRemedy(roundDown(learningRate / 10))] }] : []
}

/** Below this share of 1 / curvature, a hundred steps go as far as one could. */
const TINY = 0.01

/**
 * Plain steps are far shorter than the curvature allows, now and at the start (of rows that can be told apart the curvature
 * vanishes in the end, and any rate looks small), and one proper step would do what takes dozens of these.
 */
function tooSmallPlain(moment: Moment, momentum: number): Lesson[] {
  const { plan, state, history: { loss }, iteration, learningRate } = moment
  const curvature = Math.max(curvatureAt(moment) ?? Number.NaN, firstCurvature(moment) ?? Number.NaN)
  if (!(curvature > 0) || learningRate / (1 - momentum) > TINY / curvature) return []
  const fall = fallOfStep(loss, iteration, plan.stepsPerEpoch)
  const allowed = roundDown((1 - momentum) / curvature)
  const { loss: now, after } = tryStep(plan.specification, state, rowsOf(plan, rowsFor(countOf(plan))), allowed / (1 - momentum))
  const steps = (now - after) / fall
  if (!(fall > 0 && now - after > 0.005 * now && steps > 30)) return []
  return [{ kind: 'tooSmall', learningRate, allowed, now, after, steps, remedies: [rateRemedy(allowed)] }]
}

/** Steps of one size, a thirtieth of the usual one and less, and a loss that has fallen by less than a tenth in all. */
function tooSmallSteps({ plan: { learning: { optimizer }, batch, stepsPerEpoch }, history: { loss }, iteration, learningRate }: Moment): Lesson[] {
  const usual = USUAL_RATES[optimizer!.type as keyof typeof USUAL_RATES]
  const [first, now] = [loss[0], levelOf(loss, iteration, stepsPerEpoch)]
  if (learningRate > usual / 30 || now < 0.9 * first || (batch === 'full' && !(fallOfStep(loss, iteration, stepsPerEpoch) > 0))) return []
  return [{ kind: 'tooSmallSteps', learningRate, usual, steps: iteration, first, now, remedies: [ownRate] }]
}

/** A schedule may begin low on purpose, and a penalty is no part of the loss that is tried out. */
export const tooSmall: Recogniser = (moment) => {
  const { plan: { schedule, learning: { optimizer, penalty } }, iteration } = moment
  if (schedule || penalty || iteration < FIRST_STEPS) return []
  const momentum = momentumOf(optimizer)
  return momentum === undefined ? tooSmallSteps(moment) : tooSmallPlain(moment, momentum)
}
