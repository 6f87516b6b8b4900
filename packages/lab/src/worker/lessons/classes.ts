/** Classes that are rare, and therefore never predicted; and features that give the class away. */
import { suspectedLeaks } from 'kudari'
import { hasSettled } from './curves.ts'
import { saidAt } from './predictions.ts'
import { FIRST_STEPS, type Recogniser, ofPlan } from './recognise.ts'

/** Of so few rows nothing can be said. */
const ROWS = 5
/** Rare is a class with less than half of its even share of the rows. */
const RARE = 0.5

/** A model has settled, and of no row it says that it is of some class that is rare. */
export const neverPredicted: Recogniser = (moment) => {
  const { plan, fit, history: { loss }, iteration } = moment
  const { target } = plan.pipeline
  if (target.task === 'regression' || iteration < FIRST_STEPS || !hasSettled(loss, iteration)) return []
  const { truth, values, metrics } = saidAt(moment).train
  const rows = truth.length
  const [own, predicted] = [new Int32Array(target.classes.length), new Int32Array(target.classes.length)]
  for (let i = 0; i < rows; i++) {
    own[truth[i]]++
    predicted[values[i]]++
  }
  const missed = [...own.keys()].filter((k) => predicted[k] === 0 && own[k] >= ROWS && own[k] / rows < RARE / target.classes.length)
  if (missed.length === 0 || metrics.task === 'regression') return []
  const share = missed.reduce((sum, k) => sum + own[k], 0) / rows
  return [{
    kind: 'neverPredicted', classes: missed.map((k) => String(target.classes[k])), share, accuracy: metrics.accuracy,
    remedies: fit.classWeights === undefined ? [{ kind: 'balance', change: { classWeights: 'balanced' } }] : [],
  }]
}

const leaksOf = ofPlan((plan, table) => suspectedLeaks(plan.pipeline, table, plan.split.train))

/** What is known only when the answer is must not be among the features. */
export const leak: Recogniser = (moment) => {
  const { plan, iteration } = moment
  if (iteration === 0) return []
  // One at a time: the next is told when this one is left out.
  return leaksOf(moment).toSorted((a, b) => b.accuracy - a.accuracy).slice(0, 1).map(({ column, accuracy, baseline }) => {
    const features = plan.pipeline.features.map((feature) => feature.column).filter((name) => name !== column)
    return { kind: 'leak', column, accuracy, baseline, remedies: features.length === 0 ? [] : [{ kind: 'without', column, change: { features } }] }
  })
}
