/** The loss as a function of the parameters alone: the rows stand still, and what was compiled is kept as long as its plan. */
import { type Parameters, type Plan, type Tensor, type TrainingState, compile, forward, inspectNetwork, lossOf, penalized, scalar, scheduleRates, someRows, trainingStep, valueAndGrad, weightsOf } from 'kudari'
import { type Plane, mapped, minus } from './vectors.ts'

/** Of more rows than these a sample is taken; of fewer still where a row is much work. */
const ROWS = 500
const LEAST_ROWS = 64
/** So many floating-point operations may one height take. */
const OPERATIONS = 2e7

/** What the next step of a moment is made of. */
export interface Slope {
  readonly loss: number
  readonly gradient: Parameters
  /** How the run's own optimizer would change the parameters. */
  readonly step: Parameters
}

/** What a penalty and the optimizer make of the loss is part of it, as in training; so are units that are dropped. */
export function landscapeOf(plan: Plan) {
  const { specification, learning, dtype, inputs } = plan
  const { operations } = inspectNetwork(specification, inputs.length)
  const rows = someRows(plan.rows, Math.max(LEAST_ROWS, Math.min(ROWS, Math.floor(OPERATIONS / operations))))
  const loss = (parameters: Parameters, statistics: Parameters): Tensor => {
    const prediction = forward(specification, { ...parameters, ...statistics }, rows.x, true)
    const own = lossOf(specification.loss).compute(prediction, rows.yt)
    return penalized(own, weightsOf(specification, inputs.length, parameters), learning.penalty ?? {})
  }
  const height = compile(({ origin, u, v }: Omit<Plane, 'share'>, statistics: Parameters, a: Tensor, b: Tensor): Tensor =>
    loss(mapped(origin, (tensor, name) => tensor.add(u[name].multiply(a)).add(v[name].multiply(b))), statistics))
  const slope = compile((parameters: Parameters, statistics: Parameters) => valueAndGrad(loss)(parameters, statistics))
  const step = trainingStep(specification, learning)
  const rateOf = (iteration: number): number => {
    const { schedule, learningRate } = plan
    return schedule && schedule.type !== 'plateau' ? scheduleRates(schedule, plan)(iteration) : learningRate
  }
  return {
    rows: rows.x.shape[0],
    isSampled: rows !== plan.rows,
    /** The loss at a place of a plane. */
    heights({ origin, u, v }: Plane, statistics: Parameters) {
      const plane = { origin, u, v }
      return (a: number, b: number): number => height(plane, statistics, scalar(a, dtype), scalar(b, dtype)).item()
    },
    slope(state: TrainingState, iteration: number): Slope {
      const { value, gradient } = slope(state.parameters, state.statistics)
      const { parameters } = step(rows, scalar(rateOf(iteration), dtype), state)
      return { loss: value.item(), gradient, step: minus(parameters, state.parameters) }
    },
  }
}

export type Landscape = ReturnType<typeof landscapeOf>
