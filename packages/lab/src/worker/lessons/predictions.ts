/** What a model says at a moment of some of the rows that it learns from, and of some of those held out. */
import { type Encoded, type Metrics, type TrainingState, measureOutputs, modelAt, outputs, predictedClasses, someRows } from 'kudari'
import type { Moment } from '../moment.ts'

/** So many rows tell how good a model is, to a percent or two; of images, which take long, to three. */
const ROWS = 1000
const IMAGES = 256
const MANY_COLUMNS = 200

export interface Said {
  /** The truth, and for each row the predicted number, or class. */
  readonly truth: ArrayLike<number>
  readonly values: ArrayLike<number>
  readonly metrics: Metrics
}

type Standing = Pick<Moment, 'plan' | 'state'>

function said({ plan, state }: Standing, { x, y }: Encoded): Said {
  const model = modelAt(plan, state)
  const { x: rows, yt: truth } = someRows({ x, yt: y }, x.shape[1] > MANY_COLUMNS ? IMAGES : ROWS)
  const yp = outputs(model, rows)
  const values = plan.pipeline.target.task === 'regression' ? yp : predictedClasses(yp)
  return { truth: truth.data, values: values.data, metrics: measureOutputs(model, yp, truth) }
}

const known = new WeakMap<TrainingState, { readonly train: Said; readonly validation?: Said }>()

export function saidAt({ plan, state }: Standing): { readonly train: Said; readonly validation?: Said } {
  const found = known.get(state) ?? {
    train: said({ plan, state }, plan.training),
    ...(plan.validation && { validation: said({ plan, state }, plan.validation) }),
  }
  known.set(state, found)
  return found
}

/** How uncertain a share is that was counted in so many rows: its standard error, never quite 0. */
export const errorOfShare = (share: number, rows: number): number => {
  const fair = (share * rows + 1) / (rows + 2)
  return Math.sqrt((fair * (1 - fair)) / rows)
}
