/** `kudari compare`: runs side by side, as a table and as curves, in the terminal and as a page. */
import { realpath } from 'node:fs/promises'
import { relative } from 'node:path'
import { comparisonHtml } from '@kudari/report'
import { KudariError } from 'kudari'
import { comparisonSummary, marks } from '../comparison/summary.ts'
import { comparisonObject } from '../comparison/object.ts'
import { shortestNames } from '../comparison/names.ts'
import { type Run, readRun } from '../comparison/run.ts'
import { EXIT } from '../exit.ts'
import { writeAtomically } from '../files/atomic.ts'
import { resolvePath } from '../files/paths.ts'
import { isThere } from '../files/source.ts'
import type { Io, Voice } from '../io.ts'
import { compareMessages } from '../messages/compare.ts'
import { filesMessages } from '../messages/files.ts'
import type { Values } from '../options/option.ts'
import type { compare as options } from '../options/tables.ts'
import { comparisonLines } from '../output/comparison.ts'
import { shellQuote } from '../output/command-line.ts'
import { styled } from '../terminal/style.ts'

/** Reads the runs by the places where they really are, each once. */
async function readRuns(io: Io, paths: readonly string[]): Promise<{ runs: ReadonlyMap<string, Run>; repeated: string[] }> {
  const runs = new Map<string, Run>()
  const repeated: string[] = []
  for (const path of paths) {
    const full = resolvePath(io.cwd, path)
    const place = await realpath(full).catch(() => full)
    if (runs.has(place)) repeated.push(path)
    else runs.set(place, await readRun(io, path))
  }
  return { runs, repeated: [...new Set(repeated)] }
}

/** Compares runs. */
export async function compare(paths: readonly string[], given: Values<typeof options>, io: Io, voice: Voice): Promise<number> {
  const out = given.out === undefined ? undefined : resolvePath(io.cwd, given.out)
  if (out !== undefined && given.force !== true && (await isThere(io, out)))
    throw new KudariError('usage', filesMessages.exists, { path: given.out! })
  const { runs, repeated } = await readRuns(io, paths)
  if (runs.size > marks.length) throw new KudariError('usage', compareMessages.tooMany, { count: runs.size, most: marks.length })

  const summary = comparisonSummary([...runs.values()], shortestNames([...runs.keys()]), { isLogarithmic: given.log === true, repeated })
  if (out !== undefined) {
    await writeAtomically(out, (file) => file.writeFile(comparisonHtml(summary, voice.language)))
  }
  if (voice.mode === 'json') {
    const place = out === undefined ? {} : { out: relative(io.cwd, out) }
    io.out(`${JSON.stringify({ ...comparisonObject([...runs.values()], summary), ...place })}\n`)
  }
  if (voice.mode === 'text') {
    const written = given.out === undefined ? [] : [styled(voice, 'green', compareMessages.written[voice.language]({ path: shellQuote(given.out) }))]
    io.out(`${[...comparisonLines(summary, io, voice), ...written].join('\n')}\n`)
  }
  return EXIT.fine
}
