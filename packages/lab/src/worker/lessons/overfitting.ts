/** Overfitting: what was learned is true of the rows that it was learned from, and of others less and less. */
import { type Plan, isNetwork } from 'kudari'
import type { Moment } from '../moment.ts'
import { risenSince, stretches } from './curves.ts'
import type { Lesson, Remedy } from './lesson.ts'
import { errorOfShare, saidAt } from './predictions.ts'
import { type Recogniser, countOf, ofPlan, rowsOf } from './recognise.ts'
import { MOST_ROWS, lossOn } from './trial.ts'

const STRONGER = 10

/** A penalty where there is none, or a stronger one. */
function penaltyRemedy({ learning: { penalty } }: Plan): Remedy {
  const l2 = penalty?.l2 ? penalty.l2 * STRONGER : 0.01
  return { kind: 'penalty', strength: l2, change: { penalty: { ...penalty, l2 }, patience: undefined } }
}

const sizeOf = ofPlan((plan) => ({ rows: plan.training.x.shape[0], parameters: countOf(plan) }))

/** A model with fewer numbers to choose than one for ten rows cannot learn rows by heart: what it does is true of most of them. */
const ROWS_FOR_NUMBER = 10
/** Of fewer rows held out, one odd row decides. */
const HELD_OUT = 10

const canMemorise = (moment: Moment): boolean => {
  const { rows, parameters } = sizeOf(moment)
  return parameters * ROWS_FOR_NUMBER >= rows && (moment.plan.validation?.x.shape[0] ?? 0) >= HELD_OUT
}

/** So many times the loss of the rows that were learned from. */
const BETTER_KNOWN = 1.25

/** The validation loss has clearly been rising since it was lowest, and the training loss falling. */
function rising({ plan, state, history, iteration }: Moment): Lesson[] {
  const { loss: validation } = history.validation
  if (!validation) return []
  const { means, length } = stretches(validation, iteration)
  const lowest = risenSince(means)
  if (lowest === undefined) return []
  const train = (k: number): number => {
    const [from, to] = [Math.floor(k * length), Math.max(Math.floor((k + 1) * length), Math.floor(k * length) + 1)]
    return history.loss.slice(from, Math.min(to, iteration)).reduce((sum, value, _, { length: count }) => sum + value / count, 0)
  }
  const [trainThen, trainNow] = [train(lowest), train(means.length - 1)]
  // The recorded loss has its penalty in it: what it is without tells whether the rows that were learned from are known better.
  if (!(trainNow < trainThen) || means.at(-1)! < BETTER_KNOWN * lossOn(plan.specification, state, rowsOf(plan, MOST_ROWS))) return []
  let best = -1
  for (let i = 0; i < iteration; i++) if (validation[i] < (validation[best] ?? Infinity)) best = i
  const now = validation.slice(0, iteration).findLast(Number.isFinite)!
  return [{
    kind: 'overfitting', best: best + 1, lowest: validation[best], now, trainThen, trainNow,
    remedies: [penaltyRemedy(plan), { kind: 'best', iteration: best + 1 }],
  }]
}

/** So many steps before rows can have been learned by heart. */
const STEPS = 50
/** So many more rows in a hundred are told rightly; so many times larger is the mean square of errors. */
const GAP = 0.1
const RATIO = 4
function gap(moment: Moment): Lesson[] {
  const { plan, iteration } = moment
  const { train, validation } = saidAt(moment)
  if (!validation || iteration < STEPS) return []
  const [own, held] = [train.metrics, validation.metrics]
  const rows = validation.truth.length
  const remedies = [penaltyRemedy(plan)]
  if (own.task === 'classification' && held.task === 'classification') {
    const uncertain = Math.hypot(errorOfShare(own.accuracy, train.truth.length), errorOfShare(held.accuracy, rows))
    if (own.accuracy - held.accuracy < GAP + 2 * uncertain) return []
    return [{ kind: 'memorised', measure: 'accuracy', train: own.accuracy, validation: held.accuracy, rows, remedies }]
  }
  if (own.task === 'classification' || held.task === 'classification' || held.rmse ** 2 < RATIO * own.rmse ** 2) return []
  return [{ kind: 'memorised', measure: 'rmse', train: own.rmse, validation: held.rmse, rows, remedies }]
}

export const overfitting: Recogniser = (moment) => (canMemorise(moment) ? [...rising(moment), ...gap(moment)] : [])

/** Of fewer rows none can be spared. */
const ROWS_TO_SPARE = 10

/**
 * Rows can be learned by heart where there are fewer of them than numbers to choose. Of networks, which often have more and learn all
 * the same, this is said only where no rows are held out to show it; of other models, then, from two rows for a number on.
 */
export const fewRows: Recogniser = (moment) => {
  const { plan, iteration } = moment
  const { rows, parameters } = sizeOf(moment)
  const isChecked = plan.validation !== undefined
  if (iteration === 0 || (isChecked ? isNetwork(plan.specification) || parameters <= rows : 2 * parameters <= rows)) return []
  const share = 0.25
  const holdOut: Remedy[] = isChecked || rows < ROWS_TO_SPARE ? [] : [{ kind: 'validation', share, change: { validation: share } }]
  return [{ kind: 'fewRows', rows, parameters, isChecked, remedies: [...holdOut, ...(isChecked ? [penaltyRemedy(plan)] : [])] }]
}
