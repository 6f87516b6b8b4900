/** The gradient of the loss at a moment: what the next step would go by, measured on some of the rows. */
import { type Compiled, type Parameters, type Plan, type Rows, compile, forward, grad, inspectNetwork, lossOf, penalized, someRows, weightsOf } from 'kudari'
import type { Moment } from '../moment.ts'

/** A mean over rows hardly changes with more than so many; where each is dear, fewer must do. Forward and back is about three times a prediction. */
const [LEAST, MOST] = [48, 500]
const OPERATIONS = 1e9 / 3
/** While a run plays, gradients that take longer than so many milliseconds are renewed only now and then: this share of the time. */
const QUICK = 4
const SHARE = 0.2

/** Gradients by the names of the parameters. */
export interface Gradients {
  readonly gradients: Parameters
  /** The moment that they are of: while a run plays it may be a little earlier than the one on show. */
  readonly iteration: number
  /** How many rows they were measured on. */
  readonly rows: number
}

interface Kept extends Gradients {
  /** They are good enough until then, in milliseconds. */
  readonly until: number
}

interface Measuring {
  readonly rows: Rows
  readonly gradientOf: Compiled<[Parameters, Parameters, Rows], Parameters>
}

const measuring = new WeakMap<Plan, Measuring>()
const kept = new WeakMap<Plan, Kept>()

function measuringOf(plan: Plan): Measuring {
  const known = measuring.get(plan)
  if (known) return known
  const { specification, inputs, learning: { penalty = {} } } = plan
  const { operations } = inspectNetwork(specification, inputs.length)
  const gradientOf = compile((parameters: Parameters, statistics: Parameters, { x, yt }: Rows): Parameters =>
    grad((at: Parameters) => {
      const loss = lossOf(specification.loss).compute(forward(specification, { ...at, ...statistics }, x, true), yt)
      return penalized(loss, weightsOf(specification, inputs.length, at), penalty)
    })(parameters))
  const made = { rows: someRows(plan.rows, Math.max(LEAST, Math.min(MOST, Math.floor(OPERATIONS / operations)))), gradientOf }
  measuring.set(plan, made)
  return made
}

/** @param isPlaying whether the next moment follows at once, so that nobody looks closely. */
export function gradientsAt({ plan, state, iteration }: Pick<Moment, 'plan' | 'state' | 'iteration'>, isPlaying: boolean): Gradients {
  const before = kept.get(plan)
  const start = performance.now()
  if (before && (before.iteration === iteration || (isPlaying && start < before.until))) return before
  const { rows, gradientOf } = measuringOf(plan)
  const gradients = gradientOf(state.parameters, state.statistics, rows)
  const end = performance.now()
  const cost = end - start
  const now = { gradients, iteration, rows: rows.x.shape[0], until: cost > QUICK ? end + cost * (1 / SHARE - 1) : end }
  kept.set(plan, now)
  return now
}
