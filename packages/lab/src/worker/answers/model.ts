/** The model of a moment as a file: what `kudari predict` reads. */
import { modelAt, writeModel } from 'kudari'
import type { Moment } from '../moment.ts'

export const model = ({ plan, state }: Moment): Uint8Array => writeModel(modelAt(plan, state))
