/** One full step tried out: what the best plain step from here would do, without making it. */
import { type ModelSpecification, type Parameters, type Rows, type TrainingState, compile, curvature, grad, lossOfModel, scalar } from 'kudari'

/** Numbers that one gradient may read; curvature takes some thirty of them, twice a second. */
const WORK = 200_000
const LEAST_ROWS = 32
export const MOST_ROWS = 256

/** So many rows show the curvature of a model of so many parameters in a few milliseconds; 0: it would take too long. */
export function rowsFor(parameters: number): number {
  const rows = Math.floor(WORK / Math.max(parameters, 1))
  return rows < LEAST_ROWS ? 0 : Math.min(MOST_ROWS, rows)
}

/** What a model predicts with. */
export type Variables = Pick<TrainingState, 'parameters' | 'statistics'>

/** Power iterations: the steepest curvature to some percent. */
const ITERATIONS = 30

export const steepest = (specification: ModelSpecification, { parameters, statistics }: Variables, rows: Rows): number =>
  curvature(specification, parameters, statistics, rows, ITERATIONS)

const lossAt = compile((specification: ModelSpecification, parameters: Parameters, statistics: Parameters, { x, yt }: Rows) =>
  lossOfModel(specification, { ...parameters, ...statistics }, x, yt))

const lossAfter = compile((specification: ModelSpecification, parameters: Parameters, statistics: Parameters, { x, yt }: Rows, rate: ReturnType<typeof scalar>) => {
  const gradient = grad((at: Parameters) => lossOfModel(specification, { ...at, ...statistics }, x, yt))(parameters)
  const moved = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value.subtract(gradient[name].multiply(rate))]))
  return lossOfModel(specification, { ...moved, ...statistics }, x, yt)
})

/** The loss of a model on some rows, without penalties. */
export const lossOn = (specification: ModelSpecification, { parameters, statistics }: Variables, rows: Rows): number =>
  lossAt(specification, parameters, statistics, rows).item()

export interface Trial {
  readonly loss: number
  readonly after: number
}

/** The loss before and after a plain step with a learning rate. */
export function tryStep(specification: ModelSpecification, variables: Variables, rows: Rows, rate: number): Trial {
  const { parameters, statistics } = variables
  return {
    loss: lossOn(specification, variables, rows),
    after: lossAfter(specification, parameters, statistics, rows, scalar(rate, rows.x.dtype)).item(),
  }
}
