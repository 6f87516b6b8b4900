/** A run from its record: the same problem again, as it was settled then. */
import type { RunStart } from 'kudari'
import type { Io } from '../io.ts'
import type { CommandName } from '../options/commands.ts'
import { readLayers } from './initial.ts'
import { type LearningOptions, type Problem, readProblem } from './problem.ts'
import { recordedPath } from './record.ts'

/** Options whose meaning stands in what was settled: a file that they name may have changed, a default may be another now. */
const settledOptions = new Set([
  'init', 'model', 'activation', 'dropout', 'loss', 'delta', 'label-smoothing', 'class-weights', 'optimizer', 'momentum', 'betas', 'smoothing', 'eps',
  'weight-decay', 'l1', 'l2', 'clip-value', 'clip-norm', 'lr', 'schedule', 'batch', 'patience',
])

/**
 * The problem of a run on record.
 *
 * @param folder that its paths are seen from.
 * @param place for messages: what the user named.
 */
export async function repeatProblem(io: Io, command: CommandName, { data, validationData, given, settled }: RunStart, folder: string, place: string): Promise<Problem> {
  const options = Object.fromEntries(Object.entries(given).filter(([name]) => !settledOptions.has(name))) as LearningOptions
  const { init } = given
  const isListed = Array.isArray(init) && typeof init[0] === 'object'
  const problem = await readProblem(io, command, recordedPath(folder, data.path), {
    ...options,
    ...(init !== undefined && !isListed && { init: init as readonly number[] }),
    ...(data.labels && { labels: recordedPath(folder, data.labels.path) }),
    ...(validationData && { 'validation-data': recordedPath(folder, validationData.path) }),
  })
  const { specification, learningRate, batch, shuffle, seed, dtype, learning = {}, schedule, patience } = settled
  const { optimizer = { type: 'gradient-descent' }, penalty, clip } = learning
  return {
    ...problem,
    fit: {
      ...problem.fit,
      model: specification,
      optimizer,
      ...(penalty && { penalty }),
      ...(clip && { clip }),
      ...(schedule && { schedule }),
      ...(patience !== undefined && { patience }),
      learningRate,
      batch,
      shuffle,
      seed,
      dtype,
      ...(isListed && { initial: readLayers(place, init) }),
    },
  }
}
