/** `kudari explain`: one step of a run laid open, as values and formulas, as TeX, or the whole run as a NumPy program. */
import {
  KudariError,
  type Plan,
  type RunRecord,
  diagnoseLayers,
  fitPlan,
  isNetwork,
  numpyScript,
  openStep,
  planExecution,
  planFit,
  requireScriptable,
  scriptedRun,
  startOfStep,
  variablesOfState,
} from 'kudari'
import { EXIT } from '../exit.ts'
import { isRun } from '../files/run-folder.ts'
import { isFolder } from '../files/source.ts'
import type { Io, Voice } from '../io.ts'
import { settleExecution } from '../learning/execution.ts'
import { type Problem, readProblem } from '../learning/problem.ts'
import { readRecord } from '../learning/record.ts'
import { repeatProblem } from '../learning/repeat.ts'
import { learningMessages } from '../messages/learning.ts'
import type { Values } from '../options/option.ts'
import type { explain as options } from '../options/tables.ts'
import { layersObject, layersText } from '../output/layers.ts'
import { planText } from '../output/plan.ts'
import { stepObject, stepTex, stepText } from '../output/step.ts'

type ExplainOptions = Values<typeof options>

/** Lays a step open, or writes the run down. */
export async function explain(place: string, given: ExplainOptions, io: Io, voice: Voice): Promise<number> {
  await settleExecution(given, io)
  const { problem, record } = await readSource(io, place, given)
  const { table, fit } = problem
  const plan = planFit(table, fit)
  if (given.plan) {
    const execution = planExecution(plan)
    io.out(voice.mode === 'json' ? `${JSON.stringify(execution)}\n` : planText(execution, voice))
    return EXIT.fine
  }
  const format = given.format ?? 'text'
  if (format === 'numpy') {
    requireScriptable(plan)
    const iterations = record ? record.outcome.iteration + 1 : await lengthOf(plan, io)
    const script = numpyScript(await scriptedRun(plan, table, iterations))
    io.out(voice.mode === 'json' ? `${JSON.stringify({ numpy: script })}\n` : script)
    return EXIT.fine
  }
  const step = given.step ?? 0
  const last = record ? record.outcome.iteration : plan.iterations - 1
  if (step > last) throw new KudariError('usage', learningMessages.stepTooFar, { step, last })
  const start = await startOfStep(plan, step)
  if (!start) throw new KudariError('usage', learningMessages.stepAfterDivergence, { step })
  const open = openStep(plan.specification, start.rows, start.learningRate, start.state, plan.learning)
  if (voice.mode === 'text' && format === 'tex') {
    io.out(stepTex(open, voice.language))
    return EXIT.fine
  }
  const diagnosis = isNetwork(plan.specification) ? diagnoseLayers(plan.specification, variablesOfState(start.state), start.rows) : undefined
  const layers = diagnosis && { layers: layersObject(diagnosis, voice) }
  if (voice.mode === 'json') io.out(`${JSON.stringify({ step, ...stepObject(open), ...layers })}\n`)
  else io.out(stepText(open, step, start.learningRate, io, voice) + (diagnosis ? layersText(diagnosis, io, voice) : ''))
  return EXIT.fine
}

/** How many steps a run makes that ends by itself. */
async function lengthOf(plan: Plan, io: Io): Promise<number> {
  if (!plan.stopsByItself) return plan.iterations
  const { result } = await fitPlan(plan, { signal: io.signal })
  return result.outcome.iteration + 1
}

/** Options that change how a run is shown or computed, but not what it is. */
const showing = new Set(['step', 'format', 'plan', 'lang', 'quiet', 'json', 'threads', 'blas'])

/** A run is repeated from its record; a table is planned for with the options given. */
async function readSource(
  io: Io,
  place: string,
  given: ExplainOptions,
): Promise<{ problem: Problem; record?: RunRecord }> {
  // A folder is a run, or images with a target.
  const isFolderGiven = await isFolder(io, place)
  const isRunFolder = isFolderGiven && (given.target === undefined || (await isRun(io, place)))
  if (!isRunFolder && !place.endsWith('.safetensors')) return { problem: await readProblem(io, 'explain', place, given) }
  // The run is what it was: options that would make it another one are refused, not ignored.
  const [other] = Object.keys(given).filter((name) => !showing.has(name))
  if (other !== undefined) throw new KudariError('usage', learningMessages.optionForRun, { option: other, place })
  const { record, folder } = await readRecord(io, place, isRunFolder)
  return { record, problem: await repeatProblem(io, 'explain', record, folder, place) }
}
