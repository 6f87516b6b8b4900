/** A run up to a moment, as if it had been ended there: what files and reports are made of. */
import { type Fit, type History, KudariError, type Model, type Outcome, fitOf, modelAt, trainMessages } from 'kudari'
import { workerMessages } from './messages.ts'
import type { Moment } from './moment.ts'

const firstOf = (columns: History['validation'], steps: number): History['validation'] =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(0, steps)]))

/** The steps that lead to a moment. */
export const historyOf = ({ history: { iteration, loss, validation, parameters }, iteration: steps }: Moment): History =>
  ({ iteration: iteration.slice(0, steps), loss: loss.slice(0, steps), validation: firstOf(validation, steps), parameters: firstOf(parameters, steps) })

/** How the run ended, if it did so at this moment. The weights of an early stop are those of another moment. */
function outcomeOf({ outcome, iteration }: Moment): Outcome {
  const isEnd = outcome && outcome.iteration === iteration - 1 && outcome.kind !== 'stoppedEarly'
  return isEnd ? outcome : { kind: 'interrupted', iteration: iteration - 1 }
}

/**
 * The model of a moment.
 *
 * @throws KudariError when it is that of a run that diverged.
 */
export function modelOf(moment: Moment): Model {
  const outcome = outcomeOf(moment)
  if (outcome.kind === 'diverged') throw new KudariError('failure', trainMessages.diverged, outcome.divergence)
  return modelAt(moment.plan, moment.state)
}

/** @throws KudariError when no step has been made. */
export function runOf(moment: Moment): Fit {
  const { plan, state, iteration } = moment
  if (iteration === 0) throw new KudariError('usage', workerMessages.noSteps, undefined)
  return fitOf(plan, { state, history: historyOf(moment), outcome: outcomeOf(moment) })
}
