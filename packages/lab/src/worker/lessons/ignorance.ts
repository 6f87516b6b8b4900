/** Models that say the same of every row; among them those whose weights a penalty has pulled to nothing. */
import { type Parameters, type Penalty, type Plan, lossOf, weightsOf } from 'kudari'
import type { FitChange } from './lesson.ts'
import { FIRST_STEPS, type Recogniser, ofPlan, rowsOf } from './recognise.ts'
import { MOST_ROWS, lossOn } from './trial.ts'

/** The loss of a model that says the same of every row: each class alike, or the mean. */
export const lossOfIgnorance = ofPlan(({ specification, rows: { yt }, pipeline: { target } }) => {
  if (target.task === 'classification') return Math.log(target.classes.length)
  const same = yt.multiply(0).add(yt.mean())
  return lossOf(specification.loss).compute({ u: same, yp: same }, yt).item()
})

/** The Euclidean norm of what a penalty is on: the weights, without the biases. */
function normOf({ specification, inputs }: Plan, parameters: Parameters): number {
  let squares = 0
  for (const { data } of weightsOf(specification, inputs.length, parameters)) for (let i = 0; i < data.length; i++) squares += data[i] ** 2
  return Math.sqrt(squares)
}

const weakened = ({ l1, l2 }: Penalty, by: number): FitChange => ({ penalty: { ...(l1 && { l1: l1 / by }), ...(l2 && { l2: l2 / by }) } })

/** Nine tenths of the loss of ignorance: next to nothing was learned. */
const LITTLE = 0.9
/** Weights of a third of their first size have not grown into anything. */
const SMALL = 1 / 3
const WEAKER = 10

/** The penalty weighs more than what could be learned. */
export const penalised: Recogniser = (moment) => {
  const { plan, state, iteration } = moment
  const { learning: { penalty }, specification, parameters } = plan
  if (!penalty || iteration < FIRST_STEPS) return []
  const [now, ignorant] = [lossOn(specification, state, rowsOf(plan, MOST_ROWS)), lossOfIgnorance(moment)]
  const share = normOf(plan, state.parameters) / normOf(plan, parameters)
  if (now < LITTLE * ignorant || !(share < SMALL)) return []
  const strength = penalty.l2 || penalty.l1 || 0
  return [{ kind: 'penalised', penalty: strength, share, now, ignorant, remedies: [{ kind: 'weaker', strength: strength / WEAKER, change: weakened(penalty, WEAKER) }] }]
}
