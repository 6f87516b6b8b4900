/** A run up to a moment on record: `run.json`, by which `kudari` knows a run folder. */
import { type RecordedFile, recordJson, runRecord, runStart } from 'kudari'
import { version } from '../../version.ts'
import type { Reading } from '../data-source.ts'
import type { Moment } from '../moment.ts'
import { givenOf } from '../recorded-fit.ts'
import { runOf } from '../run-of-moment.ts'

export interface RecordRequest {
  /** The data as they lie beside the record. */
  readonly data: RecordedFile
  readonly reading: Reading
  /** ISO 8601. */
  readonly date: string
}

/** @throws KudariError when no step has been made. */
export function record(moment: Moment, { data, reading, date }: RecordRequest): string {
  const { plan, fit } = moment
  const start = runStart(plan, { kudari: version, data, given: givenOf(fit, plan, reading) })
  return recordJson(runRecord(start, runOf(moment), { date }))
}
