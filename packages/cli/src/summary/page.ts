/** The report of a run: everything about it as plain data, and that as a page. */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Bilingual, type RunSummary, formulaStyle, reportHtml } from '@kudari/report'
import { type Diagnosis, type Fit, type FitOptions, type Language, type Table, suspectedLeakText, suspectedLeaks } from 'kudari'
import { learningMessages } from '../messages/learning.ts'
import { shellQuote } from '../output/command-line.ts'
import { version } from '../version.ts'
import { bilingual, plain } from './bilingual.ts'
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
  /** What a look into its layers found; undefined where there are no hidden ones. */
  readonly diagnosis: Diagnosis | undefined
  readonly table: Table
  readonly fit: FitOptions
  /** The run folder as the user sees it. */
  readonly out: string
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
    ...(rows < FEW ? [bilingual(learningMessages.fewRows, { rows })] : []),
    ...(result.outcome.kind === 'interrupted' ? [plain(learningMessages.wasInterrupted)] : []),
  ]
}

/** Everything about a run. */
export function runSummary(reported: Reported): RunSummary {
  const { run, diagnosis, table, fit, out, date } = reported
  const path = shellQuote(out)
  const source = table.source === '-' ? 'stdin' : basename(table.source)
  const hasModel = run.result.outcome.kind !== 'diverged'
  const weights = hasModel ? weightRows(run) : undefined
  const formulas = formulasOf(run)
  return {
    title: `${source}: ${fit.target}`,
    version,
    date,
    data: dataSummary(table, run.plan, fit),
    model: modelSummary(run, formulas, diagnosis),
    loss: lossSummary(run, formulas),
    descent: descentSummary(run, fit, formulas),
    result: resultSummary(run),
    ...(weights && { weights }),
    warnings: warnings(reported),
    commands: [
      ...(hasModel
        ? [
            { command: `kudari predict ${path} NEW.csv --out predicted.csv`, about: plain(learningMessages.predictNext) },
            { command: `kudari evaluate ${path} OTHER.csv`, about: plain(learningMessages.evaluateNext) },
          ]
        : []),
      { command: `kudari explain ${path} --step 0`, about: plain(learningMessages.explainNext) },
      { command: `kudari explain ${path} --format numpy`, about: plain(learningMessages.numpyNext) },
    ],
  }
}

/** KaTeX's stylesheet with its fonts, from the installed package. */
async function formulaCss(): Promise<string> {
  const dist = dirname(fileURLToPath(import.meta.resolve('katex')))
  const css = await readFile(join(dist, 'katex.min.css'), 'utf8')
  const names = [...new Set(Array.from(css.matchAll(/(KaTeX_[\w-]+)\.woff2/g), ([, name]) => name))]
  const fonts = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(dist, 'fonts', `${name}.woff2`))] as const)),
  )
  return formulaStyle(css, (name) => fonts.get(name)!)
}

/** The report as a page of its own. */
export const reportPage = async (reported: Reported, language: Language): Promise<string> =>
  reportHtml(runSummary(reported), { formulaCss: await formulaCss() }, language)
