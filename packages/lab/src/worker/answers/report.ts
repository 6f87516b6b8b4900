/** The report of a run up to a moment: a page of its own, in both languages. */
import { type Language, lookInside } from 'kudari'
import { version } from '../../version.ts'
import type { Moment } from '../moment.ts'
import { runOf } from '../run-of-moment.ts'

export interface ReportRequest {
  /** Shown first; the other one is a click away. */
  readonly language: Language
  /** What the run is called, as a word of a command line. */
  readonly name: string
  /** ISO 8601. */
  readonly date: string
}

/** @throws KudariError when no step has been made. */
export async function report(moment: Moment, { language, name, date }: ReportRequest): Promise<string> {
  const run = runOf(moment)
  const [{ modelNameOf, reportHtml, runSummary }, { formulaCss }] = await Promise.all([import('@kudari/report'), import('./formula-css.ts')])
  // As the command names its run folders.
  const folder = `runs/${name}-${modelNameOf(run.plan.specification)}`
  const summary = runSummary({ run, diagnosis: lookInside(run), table: moment.table, fit: moment.fit, folder, version, date })
  return reportHtml(summary, { formulaCss: await formulaCss() }, language)
}
