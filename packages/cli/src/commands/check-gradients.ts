/** `kudari train --check-gradients`: holds the derived gradient to differences, on the model and data of the call, and trains nothing. */
import { type GradientCheck, KudariError, checkGradients, planFit, someRows } from 'kudari'
import { EXIT } from '../exit.ts'
import type { Io, Voice } from '../io.ts'
import { settleExecution } from '../learning/execution.ts'
import { readProblem } from '../learning/problem.ts'
import { gradientTexts } from '../messages/gradients.ts'
import type { Values } from '../options/option.ts'
import type { train as options } from '../options/tables.ts'
import { elementText, gradientLines } from '../output/gradients.ts'
import { countLine } from '../terminal/progress.ts'

/** So many rows are enough: a gradient that is wrong is wrong on any of them. */
const ROWS = 32

/** The element that is furthest off, of all tensors that are. */
function worstOf({ tensors, tolerance }: GradientCheck) {
  const [{ name, worst }] = tensors.filter(({ isFine }) => !isFine).toSorted((a, b) => b.worst!.relative - a.worst!.relative)
  const { index, derived, difference, relative } = worst!
  return { place: elementText(name, index), derived, difference, relative, tolerance }
}

/** Checks the gradient where the run would begin. */
export async function checkGradientsOf(data: string, given: Values<typeof options>, io: Io, voice: Voice): Promise<number> {
  await settleExecution(given, io)
  const { table, fit } = await readProblem(io, 'train', data, given)
  const { specification, parameters, statistics, rows, seed } = planFit(table, fit)
  const progress = countLine(io, voice)
  const check = await checkGradients(specification, parameters, statistics, someRows(rows, ROWS), {
    seed,
    signal: io.signal,
    onElement: progress.update,
  })
  progress.clear()
  if (!check) return EXIT.interrupted
  if (voice.mode === 'json') {
    io.out(`${JSON.stringify(check)}\n`)
    return check.isFine ? EXIT.fine : EXIT.failure
  }
  if (voice.mode === 'text') for (const line of gradientLines(check, io, voice)) io.out(`${line}\n`)
  if (!check.isFine) throw new KudariError('failure', gradientTexts.wrong, worstOf(check))
  return EXIT.fine
}
