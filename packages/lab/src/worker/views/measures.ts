/** How good the model of a moment is, on the rows it learns from and on those held out. */
import { type Metrics, measureOutputs, modelAt, outputs } from 'kudari'
import type { View } from '../moment.ts'
import { measuredRows } from './encoded.ts'

export interface MeasuresView {
  readonly train: Metrics
  readonly validation?: Metrics
}

export const measures: View<undefined, MeasuresView> = ({ plan, state }) => {
  const model = modelAt(plan, state)
  const measured = ({ x, y }: typeof plan.training): Metrics => measureOutputs(model, outputs(model, x), y)
  const { train, validation } = measuredRows(plan, 'all')
  return { train: measured(train), ...(validation && { validation: measured(validation) }) }
}
