/** The model of a moment as a file: what `kudari predict` reads. */
import { writeModel } from 'kudari'
import type { Moment } from '../moment.ts'
import { modelOf } from '../run-of-moment.ts'

/** @throws KudariError when the run has diverged. */
export const model = (moment: Moment): Uint8Array<ArrayBuffer> => writeModel(modelOf(moment))
