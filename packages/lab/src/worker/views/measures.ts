/** How good the model of a moment is, on the rows it learns from and on those held out. */
import { type Metrics, measureOutputs, modelAt, outputs } from 'kudari'
import type { View } from '../moment.ts'

/** Measuring is for looking at: so many rows are enough. */
const ROWS = 2000

export interface MeasuresView {
  readonly train: Metrics
  readonly validation?: Metrics
}

export const measures: View<undefined, MeasuresView> = ({ plan, state }) => {
  const model = modelAt(plan, state)
  const measured = ({ x, y }: typeof plan.training): Metrics => {
    const rows = Math.min(ROWS, x.shape[0])
    const [own, truth] = [x.slice([0, rows]), y.slice([0, rows])]
    return measureOutputs(model, outputs(model, own), truth)
  }
  return { train: measured(plan.training), ...(plan.validation && { validation: measured(plan.validation) }) }
}
