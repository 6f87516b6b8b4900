/** The run up to a moment as a NumPy program. */
import { KudariError, numpyScript, scriptedRun } from 'kudari'
import { workerMessages } from '../messages.ts'
import type { Moment } from '../moment.ts'

/** @throws KudariError when no step has been made, or when every epoch learns from other images. */
export async function script({ plan, table, iteration }: Moment): Promise<string> {
  if (iteration === 0) throw new KudariError('usage', workerMessages.noSteps, undefined)
  return numpyScript(await scriptedRun(plan, table, iteration))
}
