/** The steps that lead to a moment as a file: `history.csv`. */
import { KudariError, historyCsv } from 'kudari'
import { workerMessages } from '../messages.ts'
import type { Moment } from '../moment.ts'
import { historyOf } from '../run-of-moment.ts'

/** @throws KudariError when no step has been made. */
export function history(moment: Moment): string {
  if (moment.iteration === 0) throw new KudariError('usage', workerMessages.noSteps, undefined)
  return historyCsv(historyOf(moment))
}
