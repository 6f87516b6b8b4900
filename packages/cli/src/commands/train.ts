/** `kudari train`: from a table to a run folder with the model, its history, and its report. */
import { relative } from 'node:path'
import { modelNameOf } from '@kudari/report'
import { type Checkpoint, type Diagnosis, type Fit, KudariError, type Plan, type RunStart, historyCsv, lookInside, planFit, recordJson, runRecord, trainMessages, writeModel } from 'kudari'
import { EXIT } from '../exit.ts'
import { resolvePath } from '../files/paths.ts'
import { freeFolder, requireFree, runFiles, runName, writeRun } from '../files/run-folder.ts'
import type { Io, Voice } from '../io.ts'
import { settleExecution } from '../learning/execution.ts'
import { type Problem, readProblem } from '../learning/problem.ts'
import { recordStart } from '../learning/record.ts'
import { repeatProblem } from '../learning/repeat.ts'
import { checkpointKeeper, readBrokenOff } from '../learning/resume.ts'
import { watch } from '../learning/watch.ts'
import { learningMessages } from '../messages/learning.ts'
import type { Values } from '../options/option.ts'
import type { train as options } from '../options/tables.ts'
import { shellQuote } from '../output/command-line.ts'
import { findingLines } from '../output/layers.ts'
import { reportPage } from '../output/report.ts'
import { planLines, resultLines, resultObject } from '../output/training.ts'
import { version } from '../version.ts'
import { checkGradientsOf } from './check-gradients.ts'

type TrainOptions = Values<typeof options>

/** A run that is about to make its first, or its next, step. */
interface Ready {
  readonly problem: Problem
  readonly plan: Plan
  readonly folder: string
  readonly start: RunStart
  readonly from?: Checkpoint
  /** How long it has taken before it was broken off. */
  readonly seconds?: number
}

/** Trains a model on a table, or goes on with a run, and keeps everything in a run folder. */
export async function train(data: string | undefined, given: TrainOptions, io: Io, voice: Voice): Promise<number> {
  if (given['check-gradients'] && given.resume === undefined) return checkGradientsOf(data!, given, io, voice)
  const ready = given.resume === undefined ? await begin(data!, given, io) : await takeUp(given.resume, given, io)
  const { problem, plan, folder, start, from } = ready
  const say = (line: string): void => {
    if (voice.mode === 'text') io.out(`${line}\n`)
  }
  // What looks like a leak is looked for in all rows: only where somebody reads of it.
  if (voice.mode === 'text') for (const line of planLines(problem, plan, io, voice)) say(line)
  if (from) say(learningMessages.resumed[voice.language]({ iteration: from.iteration }))

  const keeper = checkpointKeeper(folder, start, given.checkpoint, ready.seconds)
  const run = await watch(plan, { ...(from && { from }), checkpoints: keeper.options }, given['log-every'], io, voice)
  const shown = given.out ?? given.resume ?? relative(io.cwd, folder)
  const { outcome } = run.result
  const seconds = keeper.seconds()
  const diagnosis = lookInside(run)
  const files = await runFolderFiles(shown, voice, start, problem, run, diagnosis, seconds)
  const last = outcome.kind === 'interrupted' ? keeper.last() : undefined
  await writeRun(folder, { ...files, ...(last && { [runFiles.checkpoint]: last }) })

  for (const line of resultLines(run, shown, voice)) say(line)
  const warnings = diagnosis ? findingLines(diagnosis, io, voice) : []
  for (const line of warnings.length > 0 ? ['', ...warnings] : []) say(line)
  if (outcome.kind === 'diverged') throw new KudariError('failure', trainMessages.diverged, outcome.divergence)
  if (voice.mode === 'json') io.out(`${JSON.stringify(resultObject(run, shown))}\n`)
  return outcome.kind === 'interrupted' ? EXIT.interrupted : EXIT.fine
}

/** Reads the table and plans the run. */
async function begin(data: string, given: TrainOptions, io: Io): Promise<Ready> {
  // A place that cannot be written is found out before the work, not after it.
  const wanted = given.out === undefined ? undefined : resolvePath(io.cwd, given.out)
  if (wanted !== undefined) await requireFree(wanted, given.force === true)
  await settleExecution(given, io)
  const problem = await readProblem(io, 'train', data, given)
  const plan = planFit(problem.table, problem.fit)
  const folder = wanted ?? (await freeFolder(io.cwd, runName(data, modelNameOf(plan.specification))))
  return { problem, plan, folder, start: await recordStart(io, folder, data, given, problem.fit.initial, plan) }
}

/** Options that may stand beside `--resume`: they change nothing of the run. */
const besideResume = new Set(['resume', 'threads', 'blas', 'log-every', 'checkpoint', 'lang', 'quiet', 'json'])

/** Takes a run up where it was broken off. */
async function takeUp(run: string, given: TrainOptions, io: Io): Promise<Ready> {
  const [other] = Object.keys(given).filter((name) => !besideResume.has(name))
  if (other !== undefined) throw new KudariError('usage', learningMessages.optionForRun, { option: other, place: run })
  await settleExecution(given, io)
  const { folder, start, seconds, checkpoint } = await readBrokenOff(io, run)
  const problem = await repeatProblem(io, 'train', start, run, run)
  return { problem, plan: planFit(problem.table, problem.fit), folder, start, from: checkpoint, seconds }
}

/** The files of the run folder. A run that diverged has no model. */
async function runFolderFiles(
  out: string,
  voice: Voice,
  start: RunStart,
  problem: Problem,
  run: Fit,
  diagnosis: Diagnosis | undefined,
  seconds: number,
): Promise<Record<string, string | Uint8Array>> {
  const record = runRecord(start, run, { date: new Date().toISOString(), seconds })
  return {
    ...(run.result.outcome.kind !== 'diverged' && { [runFiles.model]: writeModel(run.model) }),
    [runFiles.history]: historyCsv(run.result.history),
    [runFiles.record]: recordJson(record),
    [runFiles.report]: await reportPage({ ...problem, run, diagnosis, folder: shellQuote(out), version, date: record.date }, voice.language),
  }
}
