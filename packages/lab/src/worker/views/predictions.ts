/** Predicted against true: for numbers both of some rows; for two classes how many rows of each are found at every threshold. */
import { type Plan, type Tensor, type TrainingState, outputs } from 'kudari'
import type { View } from '../moment.ts'
import { keptFor, measuredRows, someOf } from './encoded.ts'
import { type RocCurve, rocCurve } from './roc-curve.ts'

/** Numbers in the unit of the target, row by row. */
export interface Pairs {
  readonly truth: Float64Array
  readonly predicted: Float64Array
}

export type PredictionsView =
  | { readonly kind: 'numbers'; readonly train: Pairs; readonly validation?: Pairs }
  | { readonly kind: 'roc'; readonly train: RocCurve; readonly validation?: RocCurve }
  /** Of three or more classes there is nothing beyond the measures. */
  | { readonly kind: 'classes' }

/** So many rows are shown. */
const POINTS = 500

type Rows = Plan['training']

const shownRows = keptFor(({ training, validation }: Plan, _key: 'all') =>
  ({ train: someOf(training, POINTS), ...(validation && { validation: someOf(validation, POINTS) }) }))

function pairsOf(offset: number, y: Tensor, yp: Tensor): Pairs {
  const inUnit = ({ data }: Tensor): Float64Array => Float64Array.from(data, (value) => value + offset)
  return { truth: inUnit(y), predicted: inUnit(yp) }
}

/** The probability of the second of two classes. */
const secondOf = ({ ndim, data, shape }: Tensor): ArrayLike<number> =>
  ndim === 1 ? data : Float64Array.from({ length: shape[0] }, (_, row) => data[2 * row + 1])

export const predictions: View<undefined, PredictionsView> = ({ plan, state: { parameters, statistics } }) => {
  const { target } = plan.pipeline
  const { train, validation } = target.task === 'regression' ? shownRows(plan, 'all') : measuredRows(plan, 'all')
  const model: Pick<TrainingState, 'parameters' | 'statistics'> & Pick<Plan, 'specification'> = { specification: plan.specification, parameters, statistics }
  const ofBoth = <Result>(of: (rows: Rows) => Result) => ({ train: of(train), ...(validation && { validation: of(validation) }) })
  if (target.task === 'regression') return { kind: 'numbers', ...ofBoth(({ x, y }) => pairsOf(target.offset, y, outputs(model, x))) }
  if (target.classes.length > 2) return { kind: 'classes' }
  return { kind: 'roc', ...ofBoth(({ x, y }) => rocCurve(y.data, secondOf(outputs(model, x)))) }
}
