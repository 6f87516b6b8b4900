/** A finished run as plain data: everything that the report tells of it. */
import { type Diagnosis, type Fit, type FitOptions, type Table, suspectedLeakText, suspectedLeaks } from 'kudari'
import { bilingual, plain } from '../bilingual.ts'
import { nextTexts, warningTexts } from '../messages/run.ts'
import type { Bilingual, RunSummary } from '../summary.ts'
import { dataSummary } from './data.ts'
import { descentSummary } from './descent.ts'
import { formulasOf } from './formulas.ts'
import { lossSummary } from './loss.ts'
import { modelSummary } from './model.ts'
import { resultSummary } from './result.ts'
import { weightRows } from './weights.ts'

/** A run and what it came from. */
export interface Reported {
  readonly run: Fit
  /** What a look into its layers found (`lookInside`); undefined where there are no hidden ones. */
  readonly diagnosis: Diagnosis | undefined
  readonly table: Table
  readonly fit: FitOptions
  /** The run folder as a word of a command line, in quotation marks where a shell needs them. */
  readonly folder: string
  /** The Kudari that ran. */
  readonly version: string
  /** When the run ended, ISO 8601. */
  readonly date: string
}

/** Below so many rows a result says little. */
const FEW = 30

function warnings({ run, table }: Reported): Bilingual[] {
  const { plan, result } = run
  const rows = plan.training.x.shape[0]
  return [
    ...suspectedLeaks(plan.pipeline, table, plan.split.train).map((leak) => bilingual(suspectedLeakText, leak)),
    ...(rows < FEW ? [bilingual(warningTexts.fewRows, { rows })] : []),
    ...(result.outcome.kind === 'interrupted' ? [plain(warningTexts.interrupted)] : []),
  ]
}

/** The last part of a path: the name of a file, or of a folder of images. */
const nameIn = (path: string): string => path.replace(/[/\\]+$/, '').split(/[/\\]/).at(-1)!

/** What can be done with a run now; one that diverged has no model. */
const commands = (folder: string, hasModel: boolean): RunSummary['commands'] => [
  ...(hasModel
    ? [
        { command: `kudari predict ${folder} NEW.csv --out predicted.csv`, about: plain(nextTexts.predict) },
        { command: `kudari evaluate ${folder} OTHER.csv`, about: plain(nextTexts.evaluate) },
      ]
    : []),
  { command: `kudari explain ${folder} --step 0`, about: plain(nextTexts.explain) },
  { command: `kudari explain ${folder} --format numpy`, about: plain(nextTexts.numpy) },
]

/**
 * Everything about a run, as `reportHtml` takes it.
 *
 * @example
 * const run = await fit(table, options)
 * const summary = runSummary({ run, diagnosis: lookInside(run), table, fit: options, folder: 'runs/body', version, date })
 */
export function runSummary(reported: Reported): RunSummary {
  const { run, diagnosis, table, fit, folder, version, date } = reported
  const hasModel = run.result.outcome.kind !== 'diverged'
  const weights = hasModel ? weightRows(run) : undefined
  const formulas = formulasOf(run)
  return {
    title: `${table.source === '-' ? 'stdin' : nameIn(table.source)}: ${fit.target}`,
    version,
    date,
    data: dataSummary(table, run.plan, fit),
    model: modelSummary(run, formulas, diagnosis),
    loss: lossSummary(run, formulas),
    descent: descentSummary(run, fit, formulas),
    result: resultSummary(run),
    ...(weights && { weights }),
    warnings: warnings(reported),
    commands: commands(folder, hasModel),
  }
}
