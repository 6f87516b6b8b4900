/** The model of a moment as a file: what `kudari predict` reads. */
import { writeModel } from 'kudari'
import type { Moment } from '../moment.ts'

export const model = ({ plan, state }: Moment): Uint8Array =>
  writeModel({ pipeline: plan.pipeline, specification: plan.specification, dtype: plan.dtype, parameters: state.parameters, statistics: state.statistics })
