/** `kudari train`: from a table to a run folder with the model, its history, and its report. */
import { relative } from 'node:path'
import {
  type Fit,
  KudariError,
  type Plan,
  type TrainingResult,
  droppedText,
  fitPlan,
  imageText,
  planExecution,
  planFit,
  suspectedLeakText,
  suspectedLeaks,
  trainMessages,
  writeModel,
} from 'kudari'
import { EXIT } from '../exit.ts'
import { resolvePath } from '../files/paths.ts'
import { freeFolder, requireFree, runFiles, runName, writeRun } from '../files/run-folder.ts'
import type { Io, Voice } from '../io.ts'
import { settleExecution } from '../learning/execution.ts'
import { type Problem, readProblem } from '../learning/problem.ts'
import { recordRun } from '../learning/record.ts'
import { executionMessages } from '../messages/execution.ts'
import { learningMessages } from '../messages/learning.ts'
import type { Values } from '../options/option.ts'
import type { train as options } from '../options/tables.ts'
import { commandLine, shellQuote } from '../output/command-line.ts'
import { historyCsv } from '../output/history.ts'
import { defaultLogEvery, logLine } from '../output/log.ts'
import { classLines, measureLines, measureObject } from '../output/measures.ts'
import { reportPage } from '../summary/page.ts'
import { modelNameOf } from '../summary/model.ts'
import { progressLine } from '../terminal/progress.ts'
import { printable, styled } from '../terminal/style.ts'
import { wrap } from '../terminal/width.ts'

type TrainOptions = Values<typeof options>

/** Trains a model on a table and keeps everything in a run folder. */
export async function train(data: string, given: TrainOptions, io: Io, voice: Voice): Promise<number> {
  // A place that cannot be written is found out before the work, not after it.
  const wanted = given.out === undefined ? undefined : resolvePath(io.cwd, given.out)
  if (wanted !== undefined) await requireFree(wanted, given.force === true)

  await settleExecution(given, io)
  const problem = await readProblem(io, 'train', data, given)
  const plan = planFit(problem.table, problem.fit)
  const folder = wanted ?? (await freeFolder(io.cwd, runName(data, modelNameOf(plan.specification))))
  const say = (line: string): void => {
    if (voice.mode === 'text') io.out(`${line}\n`)
  }
  for (const line of planLines(problem, plan, io, voice)) say(line)

  const start = performance.now()
  const run = await watch(plan, given['log-every'], io, voice)
  const seconds = Math.round(performance.now() - start) / 1000
  const files = await runFolderFiles(io, voice, folder, data, given, problem, run, seconds)
  await writeRun(folder, files)

  const shown = given.out ?? relative(io.cwd, folder)
  const { outcome } = run.result
  for (const line of resultLines(run, shown, data, given, voice)) say(line)
  if (outcome.kind === 'diverged') throw new KudariError('failure', trainMessages.diverged, outcome.divergence)
  if (voice.mode === 'json') io.out(`${JSON.stringify(resultObject(run, shown))}\n`)
  return outcome.kind === 'interrupted' ? EXIT.interrupted : EXIT.fine
}

/** What was read, what was chosen and why, and what to look out for. */
function planLines({ table, detected }: Problem, plan: Plan, io: Io, voice: Voice): string[] {
  const { language } = voice
  const how = [detected?.format, detected?.encoding, table.image && imageText(table.image)].filter((part) => part !== undefined).join(', ')
  const source = printable(table.source === '-' ? 'stdin' : table.source)
  const read = learningMessages.tableRead[language]({ source, rows: table.rows, columns: table.columns.length, how })
  const { products } = planExecution(plan)
  const leaks = suspectedLeaks(plan.pipeline, table, plan.split.train)
  const notes = [
    ...plan.choices.map((choice) => choice.in(language)),
    ...plan.pipeline.dropped.map((dropped) => droppedText[language](dropped)),
    ...(products === undefined ? [] : [executionMessages.blasUsed[language]({ name: products })]),
  ]
  const bullet = (mark: string, text: string): string[] =>
    wrap(printable(text), Math.max(20, io.width - 3)).map((line, i) => (i === 0 ? `${mark} ${line}` : `  ${line}`))
  return [
    styled(voice, 'bold', read),
    ...notes.flatMap((text) => bullet('·', text)).map((line) => styled(voice, 'dim', line)),
    ...leaks.flatMap((leak) => bullet('!', suspectedLeakText[language](leak))).map((line) => styled(voice, 'yellow', line)),
    '',
  ]
}

/** Trains, and tells of it as it goes on. */
async function watch(plan: Plan, logEvery: number | undefined, io: Io, voice: Voice): Promise<Fit> {
  const every = logEvery ?? defaultLogEvery(plan.iterations)
  const progress = progressLine(io, voice)
  let unsaid: string | undefined
  const run = await fitPlan(plan, {
    signal: io.signal,
    onIteration(step) {
      if (voice.mode !== 'text') return
      if (step.iteration % every === 0) {
        progress.clear()
        io.out(`${logLine(step)}\n`)
        unsaid = undefined
      } else unsaid = logLine(step)
      progress.update(step.iteration + 1, plan.iterations, step.loss)
    },
  })
  progress.clear()
  // The last iteration is always told.
  if (unsaid !== undefined) io.out(`${unsaid}\n`)
  return run
}

/** The files of the run folder. A run that diverged has no model. */
async function runFolderFiles(
  io: Io,
  voice: Voice,
  folder: string,
  data: string,
  given: TrainOptions,
  problem: Problem,
  run: Fit,
  seconds: number,
): Promise<Record<string, string | Uint8Array>> {
  const record = await recordRun(io, folder, data, given, problem.fit.initial, run, seconds)
  const out = given.out ?? relative(io.cwd, folder)
  return {
    ...(run.result.outcome.kind !== 'diverged' && { [runFiles.model]: writeModel(run.model) }),
    [runFiles.history]: historyCsv(run.result.history),
    [runFiles.record]: `${JSON.stringify(record, null, 2)}\n`,
    [runFiles.report]: await reportPage({ ...problem, run, out, date: record.date }, voice.language),
  }
}

const iterationsOf = ({ outcome }: TrainingResult): number => outcome.iteration + 1

/** How the run ended, how good the model is, where everything lies and what can be done with it. */
function resultLines(run: Fit, out: string, data: string, given: TrainOptions, voice: Voice): string[] {
  const { plan, result, metrics, model } = run
  const { language } = voice
  const { outcome } = result
  const texts = learningMessages
  const iterations = iterationsOf(result)
  const path = shellQuote(out)
  if (outcome.kind === 'diverged') return ['', texts.saved[language]({ files: `${path}/` }), texts.report[language]({ path: `${path}/${runFiles.report}` })]
  const ended =
    outcome.kind === 'stoppedEarly'
      ? texts.stoppedEarly[language]({ iterations, best: outcome.best })
      : texts[outcome.kind][language]({ iterations })
  const parts = (['train', 'validation'] as const).flatMap((part) => {
    const measured = metrics[part]
    const rows = (part === 'train' ? plan.training : plan.validation)?.x.shape[0] ?? 0
    return measured ? [{ name: texts.parts[part][language](), rows, metrics: measured }] : []
  })
  const { target } = model.pipeline
  const classes = target.task === 'classification' ? classLines(parts.at(-1)!.metrics, target.classes, language) : []
  const next = [
    [`kudari predict ${path} NEW.csv`, texts.predictNext],
    [`kudari explain ${path} --step 0`, texts.explainNext],
  ] as const
  const goOn = (): string => {
    const { out: _, force: __, iterations: ___, init: ____, ...rest } = given
    return commandLine('train', [data], { ...rest, init: out })
  }
  return [
    '',
    styled(voice, 'bold', ended),
    ...measureLines(parts, language),
    ...(classes.length > 0 ? ['', ...classes] : []),
    '',
    texts.saved[language]({ files: `${path}/ (${Object.values(runFiles).join(', ')})` }),
    styled(voice, 'green', texts.report[language]({ path: `${path}/${runFiles.report}` })),
    ...(outcome.kind === 'interrupted' ? [texts.goOn[language]({ command: goOn() })] : []),
    texts.next[language](),
    ...next.map(([command, about]) => `  ${command}  ${styled(voice, 'dim', `# ${about[language]()}`)}`),
  ]
}

/** What `--json` gives. */
const resultObject = ({ result, metrics }: Fit, out: string) => ({
  out,
  iterations: iterationsOf(result),
  loss: result.history.loss.at(-1),
  metrics: {
    train: measureObject(metrics.train),
    ...(metrics.validation && { validation: measureObject(metrics.validation) }),
  },
})
